package deltascope.math;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The left factor of a product, four rows at a time and column by column: entries k of rows i, i +
 * 1, i + 2 and i + 3 stand side by side. Where the last four lack a row, the last stands again.
 *
 * @param packed for each four, 4 · k numbers
 * @param finite whether no number is infinite or not one
 */
record Fours(double[][] packed, boolean finite) {
  static final int FOUR = 4;

  /** As many numbers as a thread packs at a time. */
  private static final int PIECE = 8_192;

  /** Packs the rows of a, n × k. */
  static Fours of(Lanes lanes, double[][] a, int inner) {
    double[][] packed = Kernels.blank((a.length + FOUR - 1) / FOUR, FOUR * inner);
    AtomicBoolean finite = new AtomicBoolean(true);
    Team.split(
        packed.length,
        Math.max(1, PIECE / Math.max(1, FOUR * inner)),
        (from, to) -> {
          for (int four = from; four < to; four++) {
            pack(packed[four], a, FOUR * four);
            if (!lanes.finite(packed[four], FOUR * inner)) {
              finite.set(false);
            }
          }
        });
    return new Fours(packed, finite.get());
  }

  private static void pack(double[] into, double[][] a, int i) {
    int last = a.length - 1;
    pair(a[i], a[Math.min(i + 1, last)], into, 0);
    pair(a[Math.min(i + 2, last)], a[Math.min(i + 3, last)], into, 2);
  }

  private static void pair(double[] x, double[] x2, double[] into, int at) {
    for (int k = 0; k < x.length; k++) {
      into[FOUR * k + at] = x[k];
      into[FOUR * k + at + 1] = x2[k];
    }
  }
}
