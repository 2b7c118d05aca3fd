package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;

/** Which pixels' rows and columns are drawn where blank ones are left out. */
final class KeptPixels {
  private KeptPixels() {}

  /** The pixels that matter here, as runs: those with ink, or with a sum that is not zero. */
  static String of(Step step, Facts facts) {
    Ref sums = Quantity.SUM_W.of(1);
    boolean summed =
        step.layer() == 1 && (step.target().equals(sums) || step.operands().contains(sums));
    Matrix judge =
        !summed
            ? facts.resultOf(Quantity.A.of(0))
            : step.target().equals(sums) && step.result() != null && step.result().maxAbs() > 0
                ? step.result()
                : step.operands().contains(sums)
                    ? step.operand(sums)
                    : facts.resultOf(Quantity.A.of(0));
    if (judge == null) {
      return "";
    }
    boolean rows = !summed || judge.rows() == facts.net().inputs();
    int n = facts.net().inputs();
    StringBuilder runs = new StringBuilder();
    for (int p = 0; p < n; p++) {
      if (!inked(judge, p, rows)) {
        continue;
      }
      int from = p;
      while (p + 1 < n && inked(judge, p + 1, rows)) {
        p++;
      }
      String run = from == p ? "" + from : from + "-" + p;
      runs.append(runs.isEmpty() ? "" : " ").append(run);
    }
    return runs.toString();
  }

  private static boolean inked(Matrix judge, int p, boolean rows) {
    if (rows) {
      return judge.at(p, 0) != 0;
    }
    for (int i = 0; i < judge.rows(); i++) {
      if (judge.at(i, p) != 0) {
        return true;
      }
    }
    return false;
  }

  /** How many pixels these runs hold. */
  static int count(String runs) {
    int count = 0;
    for (String run : runs.split(" ")) {
      String[] ends = run.split("-");
      count += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
    }
    return count;
  }
}
