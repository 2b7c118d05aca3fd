package deltascope.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Five rows and two vectors of columns at a time, whose sums stay in registers while k runs. The
 * last rows and columns are done by a block that overlaps the one before it, so there are no
 * remainders; what is computed twice comes out the same.
 *
 * <p>Needs {@code --add-modules jdk.incubator.vector}, and is compiled on its own for that.
 */
final class VectorProducts implements Products {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();
  private static final int ROWS = 5;

  private final Products plain = new PlainProducts();

  @Override
  public String title() {
    return "vectors of " + WIDTH + " doubles";
  }

  @Override
  public void run(double[][] c, int first, double[][] a, double[][] b) {
    int n = a.length;
    int m = b[0].length;
    if (n < ROWS || m < WIDTH) {
      plain.run(c, first, a, b);
      return;
    }
    int tall = (n + ROWS - 1) / ROWS;
    int wide = blocks(m);
    // A thread stays in the rows or in the columns of the larger operand: it may have written them.
    boolean rowByRow = n > m;
    int[][] terms = rowByRow ? Terms.ofFives(a, b) : new int[0][];
    Team.split(
        tall * wide,
        Products.piece(tall * wide, (long) ROWS * 2 * WIDTH * b.length),
        (from, to) -> {
          for (int t = from; t < to; t++) {
            int i = ROWS * (rowByRow ? t / wide : t % tall);
            int[] needed = rowByRow ? terms[t / wide] : Terms.ALL;
            block(c, first, a, b, Math.min(i, n - ROWS), rowByRow ? t % wide : t / tall, needed);
          }
        });
  }

  /** How many blocks of columns there are. */
  private static int blocks(int m) {
    return m < 2 * WIDTH ? (m + WIDTH - 1) / WIDTH : (m + 2 * WIDTH - 1) / (2 * WIDTH);
  }

  private static void block(
      double[][] c, int first, double[][] a, double[][] b, int i, int block, int[] terms) {
    int m = b[0].length;
    int left = m - 2 * WIDTH * block;
    if (terms != Terms.ALL && m >= 2 * WIDTH) {
      some(c, first, a, b, i, m - Math.max(left, 2 * WIDTH), terms);
    } else if (left >= 2 * WIDTH) {
      two(c, first, a, b, i, m - left);
    } else if (left > WIDTH && m >= 2 * WIDTH) {
      two(c, first, a, b, i, m - 2 * WIDTH);
    } else {
      one(c, first, a, b, i, m < 2 * WIDTH && block == 0 ? 0 : m - WIDTH);
    }
  }

  private static void two(double[][] c, int first, double[][] a, double[][] b, int i, int j) {
    double[] a0 = a[i];
    double[] a1 = a[i + 1];
    double[] a2 = a[i + 2];
    double[] a3 = a[i + 3];
    double[] a4 = a[i + 4];
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = s00;
    DoubleVector s10 = s00;
    DoubleVector s11 = s00;
    DoubleVector s20 = s00;
    DoubleVector s21 = s00;
    DoubleVector s30 = s00;
    DoubleVector s31 = s00;
    DoubleVector s40 = s00;
    DoubleVector s41 = s00;
    for (int k = 0; k < b.length; k++) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, b[k], j);
      DoubleVector right = DoubleVector.fromArray(SPECIES, b[k], j + WIDTH);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a0[k]);
      s00 = s00.add(x.mul(left));
      s01 = s01.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a1[k]);
      s10 = s10.add(x.mul(left));
      s11 = s11.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a2[k]);
      s20 = s20.add(x.mul(left));
      s21 = s21.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a3[k]);
      s30 = s30.add(x.mul(left));
      s31 = s31.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a4[k]);
      s40 = s40.add(x.mul(left));
      s41 = s41.add(x.mul(right));
    }
    s00.intoArray(c[i], first + j);
    s01.intoArray(c[i], first + j + WIDTH);
    s10.intoArray(c[i + 1], first + j);
    s11.intoArray(c[i + 1], first + j + WIDTH);
    s20.intoArray(c[i + 2], first + j);
    s21.intoArray(c[i + 2], first + j + WIDTH);
    s30.intoArray(c[i + 3], first + j);
    s31.intoArray(c[i + 3], first + j + WIDTH);
    s40.intoArray(c[i + 4], first + j);
    s41.intoArray(c[i + 4], first + j + WIDTH);
  }

  /** As {@link #two}, for some of the terms; for all of them, it takes a third longer. */
  private static void some(
      double[][] c, int first, double[][] a, double[][] b, int i, int j, int[] terms) {
    double[] a0 = a[i];
    double[] a1 = a[i + 1];
    double[] a2 = a[i + 2];
    double[] a3 = a[i + 3];
    double[] a4 = a[i + 4];
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = s00;
    DoubleVector s10 = s00;
    DoubleVector s11 = s00;
    DoubleVector s20 = s00;
    DoubleVector s21 = s00;
    DoubleVector s30 = s00;
    DoubleVector s31 = s00;
    DoubleVector s40 = s00;
    DoubleVector s41 = s00;
    for (int k : terms) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, b[k], j);
      DoubleVector right = DoubleVector.fromArray(SPECIES, b[k], j + WIDTH);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a0[k]);
      s00 = s00.add(x.mul(left));
      s01 = s01.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a1[k]);
      s10 = s10.add(x.mul(left));
      s11 = s11.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a2[k]);
      s20 = s20.add(x.mul(left));
      s21 = s21.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a3[k]);
      s30 = s30.add(x.mul(left));
      s31 = s31.add(x.mul(right));
      x = DoubleVector.broadcast(SPECIES, a4[k]);
      s40 = s40.add(x.mul(left));
      s41 = s41.add(x.mul(right));
    }
    s00.intoArray(c[i], first + j);
    s01.intoArray(c[i], first + j + WIDTH);
    s10.intoArray(c[i + 1], first + j);
    s11.intoArray(c[i + 1], first + j + WIDTH);
    s20.intoArray(c[i + 2], first + j);
    s21.intoArray(c[i + 2], first + j + WIDTH);
    s30.intoArray(c[i + 3], first + j);
    s31.intoArray(c[i + 3], first + j + WIDTH);
    s40.intoArray(c[i + 4], first + j);
    s41.intoArray(c[i + 4], first + j + WIDTH);
  }

  private static void one(double[][] c, int first, double[][] a, double[][] b, int i, int j) {
    double[] a0 = a[i];
    double[] a1 = a[i + 1];
    double[] a2 = a[i + 2];
    double[] a3 = a[i + 3];
    double[] a4 = a[i + 4];
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector s4 = s0;
    for (int k = 0; k < b.length; k++) {
      DoubleVector right = DoubleVector.fromArray(SPECIES, b[k], j);
      s0 = s0.add(right.mul(a0[k]));
      s1 = s1.add(right.mul(a1[k]));
      s2 = s2.add(right.mul(a2[k]));
      s3 = s3.add(right.mul(a3[k]));
      s4 = s4.add(right.mul(a4[k]));
    }
    s0.intoArray(c[i], first + j);
    s1.intoArray(c[i + 1], first + j);
    s2.intoArray(c[i + 2], first + j);
    s3.intoArray(c[i + 3], first + j);
    s4.intoArray(c[i + 4], first + j);
  }
}
