package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.math.Refused;
import deltascope.network.Call;
import deltascope.network.Scenario;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which step a page shows for the number in its address. How many there are depends on the bugs and
 * on the sample, and a link that changes those keeps the number: one that is past the end here, but
 * not one switch or some samples away, stands for the last. Any greater one is refused.
 */
final class Reach {
  private Reach() {}

  /**
   * The step that is shown.
   *
   * @param last the last that there is
   * @param lanes what runs: one program, or two side by side
   * @throws Refused (parameter {@code step}) where no link leads to it
   */
  static int shown(int asked, int last, List<Scenario> lanes) {
    if (asked > last && asked > farthest(lanes)) {
      throw new Refused("step", asked, "0…" + last);
    }
    return Math.min(asked, last);
  }

  /** The last step of a batch's last sample, in these programs or with a bug switched. */
  private static int farthest(List<Scenario> lanes) {
    int steps = steps(lanes);
    for (int lane = 0; lane < lanes.size(); lane++) {
      List<Scenario> changed = new ArrayList<>(lanes);
      for (Bug bug : Catalogue.bugs()) {
        changed.set(lane, switched(lanes.get(lane), Catalogue.variation(bug.id())));
        steps = Math.max(steps, steps(changed));
      }
    }
    return steps - 1;
  }

  private static Scenario switched(Scenario scenario, Variation bug) {
    List<Variation> variations = new ArrayList<>(scenario.variations());
    if (!variations.removeIf(on -> on.id().equals(bug.id()))) {
      variations.add(bug);
    }
    return scenario.with(variations);
  }

  /** How many steps there are side by side: each as often as in the program that has it oftener. */
  private static int steps(List<Scenario> lanes) {
    Map<Call, Integer> most = new HashMap<>();
    for (Scenario lane : lanes) {
      Map<Call, Integer> times = new HashMap<>();
      for (Call call : lane.setup().equations().asRun().schedule(lane.net(), true)) {
        times.merge(call, 1, Integer::sum);
      }
      times.forEach((call, count) -> most.merge(call, count, Math::max));
    }
    return most.values().stream().mapToInt(Integer::intValue).sum();
  }
}
