package deltascope.web.mystery;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case that was opened, and all that there is to say of answers to it.
 *
 * @param token what it was sealed in
 * @param sealed what was in it
 * @param truth what is wrong in it
 * @param seal the key's owner
 * @param ground where it is walked
 */
public record Play(String token, SealedCase sealed, Truth truth, Seal seal, Ground ground) {
  /** How many hints there are: the phase, the place, what a check says, the rule. */
  public static final int HINTS = 4;

  public Scenario scenario() {
    return sealed.scenario();
  }

  /** The same network without a bug, with other first weights: what is walked before. */
  public Scenario cleanWalk() {
    return scenario().with(List.of()).seeded(seal.number("clean walk 1", sealed.text()));
  }

  /** A pass of the textbook's program that has every step, update and all. */
  public Trace everyStep() {
    return ground.trace(scenario().with(List.of()).inBatchesOf(1));
  }

  /** What is said of pointing at that step of that sample. */
  public Judgement judge(int sample, int step, Set<String> solved) {
    return Judgement.of(truth, scenario(), ground, sample, step, solved);
  }

  /** The lines to choose from, in an order that the token decides. */
  public Repair repair(Fault fault) {
    return Repair.of(fault, scenario(), seal.number("order 1", token));
  }

  /**
   * The bugs that these answers have solved.
   *
   * @param answers joined by commas
   * @throws Refused (parameter {@code solved}) if one of them is not right
   */
  public Set<String> solved(String answers) {
    Set<String> solved = new LinkedHashSet<>();
    for (Answer answer : Answer.all(answers)) {
      Fault fault = right(answer, solved);
      if (fault == null) {
        throw new Refused("solved", answer, "an answer that is right");
      }
      solved.add(fault.bug());
    }
    return solved;
  }

  private @Nullable Fault right(Answer answer, Set<String> solved) {
    for (Fault fault : truth.faults()) {
      boolean found = fault.sample() == answer.sample() && fault.steps().contains(answer.step());
      if (found && !solved.contains(fault.bug()) && fault.rules().contains(answer.rule())) {
        Repair repair = repair(fault);
        if (repair.runs() == answer.runs() && repair.right() == answer.right()) {
          return fault;
        }
      }
    }
    return null;
  }

  /** Whether nothing was wrong from the first. */
  public boolean clean() {
    return scenario().variations().isEmpty();
  }

  /** Whether every bug is found. */
  public boolean complete(Set<String> solved) {
    return !clean() && solved.size() == scenario().variations().size();
  }

  /** The step that is marked in a pass of that sample, −1 for none. */
  public int marked(int sample) {
    return sealed.level() != 1
        ? -1
        : truth.faults().stream()
            .filter(fault -> fault.sample() == sample)
            .mapToInt(Fault::step)
            .findFirst()
            .orElse(-1);
  }

  /**
   * What hints are about.
   *
   * @param sample the position of the sample
   * @param step a step of its pass
   * @param fault the bug that shows there first; null where there is none, for then any step will
   *     do: a hint says where a bug would be if there were one
   */
  public record Clue(int sample, Step step, @Nullable Fault fault) {}

  /** The next thing to find, or a step drawn at random where there is nothing. */
  public Clue clue(Set<String> solved) {
    for (Fault fault : truth.faults()) {
      if (!solved.contains(fault.bug())) {
        return new Clue(fault.sample(), fault.asRun(), fault);
      }
    }
    Random random = Randomness.stream(seal.number("clue 1", token), "clue", 0);
    int sample = random.nextInt(Math.min(scenario().batch(), ground.size(scenario())));
    Trace trace = ground.trace(scenario().at(sample));
    return new Clue(sample, trace.steps().get(random.nextInt(trace.steps().size())), null);
  }

  /**
   * A number that speaks against a line.
   *
   * @param row the cell's row, and
   * @param col its column, from 0
   * @param would what the line would make there
   * @param is what is there
   */
  public record Evidence(Ref target, int row, int col, double would, double is) {
    /** The cell where two matrices are furthest apart; null where they are alike. */
    static @Nullable Evidence of(Ref target, @Nullable Matrix would, @Nullable Matrix is) {
      if (would == null || is == null || !would.shape().equals(is.shape())) {
        return null;
      }
      Evidence most = null;
      double furthest = 0;
      for (int i = 0; i < is.rows(); i++) {
        for (int j = 0; j < is.cols(); j++) {
          double distance = Math.abs(would.at(i, j) - is.at(i, j));
          if (distance > furthest || Double.isNaN(distance) && most == null) {
            furthest = distance;
            most = new Evidence(target, i, j, would.at(i, j), is.at(i, j));
          }
        }
      }
      return most;
    }
  }

  /** What speaks against the claim that the program runs that line; null where no number does. */
  public static @Nullable Evidence againstRunning(Repair.Candidate line, Fault fault) {
    Step step = fault.asRun();
    return against(line, step, step.result());
  }

  /** What speaks against the claim that the line is right; null where no number does. */
  public static @Nullable Evidence againstRepair(Repair.Candidate line, Fault fault) {
    Step step = fault.asRun();
    return against(line, step, Repair.value(step.line().textbook(), step.memory()));
  }

  private static @Nullable Evidence against(Repair.Candidate line, Step step, @Nullable Matrix is) {
    var statement = line.statement();
    return statement == null || !statement.target().equals(step.target())
        ? null
        : Evidence.of(step.target(), Repair.value(statement, step.memory()), is);
  }

  /** Where the first wrong step is furthest from the textbook's line; null where it follows it. */
  public static @Nullable Evidence ofGuilt(Fault fault) {
    Step step = fault.asRun();
    return Evidence.of(step.target(), step.expected(), step.result());
  }
}
