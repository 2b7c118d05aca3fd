package deltascope.web.mystery;

import deltascope.bugs.Catalogue;
import deltascope.network.Change;
import deltascope.network.Lanes;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a scenario, measured: for each bug the first step whose result is another one
 * than without it.
 *
 * @param faults one for each bug that shows, in the order in which they show
 * @param silent the bugs that show nowhere in the samples searched
 */
public record Truth(List<Fault> faults, List<String> silent) {
  /** So many samples beyond the first batch are searched. */
  private static final int BEYOND = 12;

  public Truth {
    faults =
        faults.stream()
            .sorted((a, b) -> a.isBefore(b.sample(), b.step()) ? -1 : a.equals(b) ? 0 : 1)
            .toList();
    silent = List.copyOf(silent);
  }

  /** Measures it. */
  public static Truth of(Scenario scenario, Ground ground) {
    List<Fault> faults = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (Variation bug : scenario.variations()) {
      Fault fault = fault(scenario, bug, ground);
      if (fault == null) {
        silent.add(bug.id());
      } else {
        faults.add(fault);
      }
    }
    return new Truth(faults, silent);
  }

  /** Whether each bug shows, and can be told from what the walk shows. */
  public boolean findable() {
    return silent.isEmpty() && faults.stream().allMatch(Fault::findable);
  }

  /** The scenario's pass beside another scenario's, as if the sample had gone alone in both. */
  static Lanes lanes(Scenario left, Scenario right, Ground ground) {
    return Lanes.of(OwnColumn.of(ground.trace(left)), OwnColumn.of(ground.trace(right)));
  }

  private static @Nullable Fault fault(Scenario scenario, Variation bug, Ground ground) {
    List<Variation> others = new ArrayList<>(scenario.variations());
    others.remove(bug);
    Scenario without = scenario.with(others);
    Iterator<Trace> clean = ground.from(without.at(0));
    Iterator<Trace> bugged = ground.from(scenario.at(0));
    int end = Math.min(ground.size(scenario), scenario.batch() + BEYOND);
    for (int sample = 0; sample < end; sample++) {
      Trace trace = bugged.next();
      Lanes lanes = Lanes.of(OwnColumn.of(clean.next()), OwnColumn.of(trace));
      Lanes.Pair first = lanes.firstDifference().orElse(null);
      if (first != null) {
        return new Search(scenario, bug.id(), lanes, first).fault(trace);
      }
    }
    return null;
  }

  /** What there is to tell of a first difference. */
  private record Search(Scenario scenario, String bug, Lanes lanes, Lanes.Pair first) {
    Fault fault(Trace trace) {
      Step right = first.right();
      int step = right == null ? before() : right.index();
      Set<Integer> steps = new TreeSet<>(Set.of(step));
      if (right == null && step + 1 < trace.steps().size()) {
        steps.add(step + 1);
      }
      steps.addAll(early(step));
      boolean drawn = rules().contains("initial-weights");
      boolean acts = trace.steps().get(step).acting().contains(bug);
      // What went through together adds up gradients together: that alone is no difference.
      boolean alone = trace.samples().size() == 1;
      boolean findable = first.madeHere() && alone || acts || steps.size() > 1 || drawn;
      boolean handedOn = !first.madeHere() && !acts;
      return new Fault(
          bug, trace, step, steps, right == null, handedOn, findable, first.distance(), rules());
    }

    /** The step of the right lane before the place where one is missing. */
    private int before() {
      int last = 0;
      for (Lanes.Pair pair : lanes.pairs()) {
        if (pair.equals(first)) {
          break;
        }
        last = pair.right() == null ? last : pair.right().index();
      }
      return last;
    }

    /** The steps that ran before the first wrong one, and should have come after it. */
    private Set<Integer> early(int step) {
      Set<Integer> early = new TreeSet<>();
      boolean after = false;
      for (Lanes.Pair pair : lanes.pairs()) {
        Step right = pair.right();
        if (after && pair.left() != null && right != null && right.index() < step) {
          early.add(right.index());
        }
        after |= pair.equals(first);
      }
      return early;
    }

    /** What the card names, and the lines of the program that the bug changes. */
    private Set<String> rules() {
      Set<String> rules = new LinkedHashSet<>(Set.of(Catalogue.bug(bug).card().actsOn()));
      Scenario alone = scenario.with(List.of(Catalogue.variation(bug)));
      Change.of(alone.setup()).forEach(change -> rules.add(change.equation()));
      return rules;
    }
  }
}
