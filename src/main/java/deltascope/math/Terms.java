package deltascope.math;

import java.util.Arrays;

/**
 * Which terms the sums of a product need. A term with a factor of zero leaves its sum as it is, to
 * the bit, unless the other factor is infinite or not a number; and four of five pixels of a digit
 * are zero.
 */
final class Terms {
  /** All of them. */
  static final int[] ALL = {};

  /** Products of fewer multiplications are done before zeros are found. */
  private static final long WORTH_LOOKING = 1_000_000;

  /** In so many rows so many entries are looked at, to see whether looking at all of them pays. */
  private static final int PROBES = 8;

  /** As many blocks of rows as a thread looks through at a time. */
  private static final int PIECE = 16;

  private static final int FIVE = 5;

  private Terms() {}

  /**
   * The terms of a b for five rows of a at a time; the last five overlap those before them.
   *
   * @return for each five those k, in order, for which not all of them are zero
   */
  static int[][] ofFives(double[][] a, double[][] b) {
    int[][] terms = new int[(a.length + FIVE - 1) / FIVE][];
    if ((long) a.length * b.length * b[0].length < WORTH_LOOKING || !hasZeros(a) || !isFinite(b)) {
      Arrays.fill(terms, ALL);
      return terms;
    }
    Team.split(
        terms.length,
        PIECE,
        (from, to) -> {
          int[] some = new int[b.length];
          for (int five = from; five < to; five++) {
            int count = find(a, Math.min(FIVE * five, a.length - FIVE), some);
            terms[five] = Arrays.copyOf(some, count);
          }
        });
    return terms;
  }

  /** Whether more than a quarter seems to be zero. */
  static boolean hasZeros(double[][] a) {
    int zeros = 0;
    for (int p = 0; p < PROBES; p++) {
      double[] row = a[a.length * p / PROBES];
      for (int q = 0; q < PROBES; q++) {
        zeros += row[row.length * q / PROBES] == 0 ? 1 : 0;
      }
    }
    return zeros > PROBES * PROBES / 4;
  }

  /** A sum of rows is not finite where an entry is not. */
  private static boolean isFinite(double[][] b) {
    double[] sum = new double[b[0].length];
    for (double[] row : b) {
      Kernels.sum(sum, sum, row);
    }
    for (double x : sum) {
      if (!Double.isFinite(x)) {
        return false;
      }
    }
    return true;
  }

  /** Puts the k that one of rows i … i + 4 is not zero for into {@code terms}; how many. */
  private static int find(double[][] a, int i, int[] terms) {
    double[] a0 = a[i];
    double[] a1 = a[i + 1];
    double[] a2 = a[i + 2];
    double[] a3 = a[i + 3];
    double[] a4 = a[i + 4];
    int count = 0;
    for (int k = 0; k < terms.length; k++) {
      terms[count] = k;
      count += notZero(bits(a0[k]) | bits(a1[k]) | bits(a2[k]) | bits(a3[k]) | bits(a4[k]));
    }
    return count;
  }

  private static long bits(double x) {
    return Double.doubleToRawLongBits(x);
  }

  /** 0 where all bits but the sign's are, else 1; without a branch, as nobody could foresee it. */
  private static int notZero(long bits) {
    long size = bits << 1;
    return (int) ((size | -size) >>> 63);
  }
}
