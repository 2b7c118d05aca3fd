package deltascope.math;

import java.util.Arrays;

/**
 * Loops that the JVM's compiler turns into vector instructions by itself: rows are arrays of their
 * own, the index is bare, and four terms at a time is what it does best.
 */
final class PlainProducts implements Products {
  @Override
  public void run(double[][] c, double[][] a, Factor factor) {
    double[][] b = factor.all();
    Team.split(
        a.length,
        Products.piece(a.length, (long) b.length * factor.cols()),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            Arrays.fill(c[i], 0);
            addAll(c[i], a[i], b);
          }
        });
  }

  private static void addAll(double[] row, double[] x, double[][] b) {
    int k = 0;
    for (; k + 3 < b.length; k += 4) {
      addFour(row, x[k], b[k], x[k + 1], b[k + 1], x[k + 2], b[k + 2], x[k + 3], b[k + 3]);
    }
    for (; k < b.length; k++) {
      addOne(row, x[k], b[k]);
    }
  }

  @Override
  public String title() {
    return "plain loops";
  }

  private static void addFour(
      double[] c,
      double x0,
      double[] b0,
      double x1,
      double[] b1,
      double x2,
      double[] b2,
      double x3,
      double[] b3) {
    for (int j = 0; j < c.length; j++) {
      c[j] = c[j] + x0 * b0[j] + x1 * b1[j] + x2 * b2[j] + x3 * b3[j];
    }
  }

  private static void addOne(double[] c, double x, double[] b) {
    for (int j = 0; j < c.length; j++) {
      c[j] += x * b[j];
    }
  }
}
