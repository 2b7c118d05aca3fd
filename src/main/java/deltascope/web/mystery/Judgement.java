package deltascope.web.mystery;

import deltascope.network.Lanes;
import deltascope.network.Scenario;
import deltascope.network.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say to "the first wrong step is this one".
 *
 * @param verdict how right it is
 * @param fault the bug that was caught; null unless the verdict is {@link Verdict#FIRST}
 */
public record Judgement(Verdict verdict, @Nullable Fault fault) {
  /** How right an accusation is. */
  public enum Verdict {
    /** Right. */
    FIRST,
    /** Right, and found before. */
    AGAIN,
    /** The same line, where it was wrong already before. */
    LATER,
    /** The same line, where no number shows it yet. */
    NOT_YET,
    /** Another number than the textbook's, rightly computed from what was wrong before. */
    KNOCK_ON,
    /** As the textbook has it. */
    FINE;

    /** Whether nothing was gained: what counts as a miss. */
    public boolean missed() {
      return this == KNOCK_ON || this == FINE;
    }
  }

  /**
   * Judges it.
   *
   * @param solved the bugs that were found before
   */
  public static Judgement of(
      Truth truth, Scenario scenario, Ground ground, int sample, int step, Set<String> solved) {
    boolean again = false;
    for (Fault fault : truth.faults()) {
      boolean hit = fault.sample() == sample && fault.steps().contains(step);
      if (hit && !solved.contains(fault.bug())) {
        return new Judgement(Verdict.FIRST, fault);
      }
      again |= hit;
    }
    if (again) {
      return new Judgement(Verdict.AGAIN, null);
    }
    Step accused = ground.trace(scenario.at(sample)).steps().get(step);
    for (Fault fault : truth.faults()) {
      if (accused.acting().contains(fault.bug()) && !solved.contains(fault.bug())) {
        boolean later = fault.isBefore(sample, step);
        return new Judgement(later ? Verdict.LATER : Verdict.NOT_YET, null);
      }
    }
    boolean differs = !truth.faults().isEmpty() && differs(scenario, ground, sample, step);
    return new Judgement(differs ? Verdict.KNOCK_ON : Verdict.FINE, null);
  }

  private static boolean differs(Scenario scenario, Ground ground, int sample, int step) {
    Scenario textbook = scenario.with(List.of());
    Lanes lanes = Truth.lanes(textbook.at(sample), scenario.at(sample), ground);
    return lanes.pairs().stream()
        .anyMatch(pair -> pair.right() != null && pair.right().index() == step && pair.differs());
  }
}
