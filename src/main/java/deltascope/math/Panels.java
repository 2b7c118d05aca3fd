package deltascope.math;

import java.util.Arrays;

/**
 * The right factor of a product, two vectors of columns at a time, as the loops want them, with the
 * terms that their sums have: a term with a factor of zero leaves its sum as it is, to the bit,
 * unless the other factor is infinite or not a number; and four of five pixels of a digit are zero.
 *
 * @param low for each panel, the first vector of columns, term after term; behind the terms
 *     anything
 * @param high the second vector, which may overlap the first
 * @param terms for each panel and term the place of its left factors, {@link Fours#FOUR} k, in
 *     order of k; no more than there are
 * @param cols m
 */
record Panels(double[][] low, double[][] high, int[][] terms, int cols) {
  /** As many numbers as a thread packs at a time. */
  private static final int PIECE = 4_096;

  /**
   * Packs a factor of {@link Lanes#WIDTH} columns or more.
   *
   * @param all whether all terms are needed, those too that are zero
   */
  static Panels of(Lanes lanes, Factor factor, boolean all) {
    int inner = factor.rows();
    int wide = (factor.cols() + 2 * Lanes.WIDTH - 1) / (2 * Lanes.WIDTH);
    Panels panels =
        new Panels(
            Kernels.blank(wide, Lanes.WIDTH * inner),
            Kernels.blank(wide, Lanes.WIDTH * inner),
            new int[wide][],
            factor.cols());
    Team.split(
        wide,
        Math.max(1, PIECE / (2 * Lanes.WIDTH * inner)),
        (from, to) -> {
          for (int p = from; p < to; p++) {
            panels.pack(p, lanes, factor, all);
          }
        });
    return panels;
  }

  int count() {
    return terms.length;
  }

  /** The first column of a panel; the last panel overlaps the one before it. */
  int first(int p) {
    return Math.max(0, Math.min(2 * Lanes.WIDTH * p, cols - 2 * Lanes.WIDTH));
  }

  /** The first column of a panel's second vector. */
  int second(int p) {
    return Math.min(first(p) + Lanes.WIDTH, cols - Lanes.WIDTH);
  }

  private void pack(int p, Lanes lanes, Factor factor, boolean all) {
    int[] rows = new int[factor.rows()];
    int count = rows.length;
    if (all) {
      factor.take(lanes, first(p), low[p]);
      factor.take(lanes, second(p), high[p]);
      Arrays.setAll(rows, k -> k);
    } else {
      count = factor.takeNotZero(lanes, first(p), second(p), low[p], high[p], rows);
    }
    terms[p] = new int[count];
    for (int t = 0; t < count; t++) {
      terms[p][t] = Fours.FOUR * rows[t];
    }
  }
}
