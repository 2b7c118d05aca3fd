package deltascope.web.page;

import deltascope.network.Step;
import java.util.List;

/** Steps of one stage and one layer in a row: what the keys ↑ and ↓ go by. */
final class Blocks {
  private Blocks() {}

  /** The first step of the next block; the last where there is none. */
  static int below(List<Step> steps, int step) {
    int k = step;
    while (k < steps.size() - 1 && same(steps, k, step)) {
      k++;
    }
    return k;
  }

  /** The first step of this block, or of the one before. */
  static int above(List<Step> steps, int step) {
    int k = Math.max(0, step - 1);
    while (k > 0 && same(steps, k - 1, k)) {
      k--;
    }
    return k;
  }

  private static boolean same(List<Step> steps, int a, int b) {
    Step one = steps.get(a);
    Step other = steps.get(b);
    return one.phase() == other.phase() && one.layer() == other.layer();
  }
}
