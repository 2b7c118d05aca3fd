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
  public void run(double[][] c, int first, double[][] a, double[][] b, int from, int to) {
    int m = b[0].length;
    if (to - from < ROWS || m < WIDTH) {
      plain.run(c, first, a, b, from, to);
      return;
    }
    for (int i = from; i < to; i += ROWS) {
      rows(c, first, a, b, Math.min(i, to - ROWS), m);
    }
  }

  private static void rows(double[][] c, int first, double[][] a, double[][] b, int i, int m) {
    int j = 0;
    for (; j + 2 * WIDTH <= m; j += 2 * WIDTH) {
      two(c, first, a, b, i, j);
    }
    if (m - j > WIDTH && m >= 2 * WIDTH) {
      two(c, first, a, b, i, m - 2 * WIDTH);
      return;
    }
    for (; j < m; j += WIDTH) {
      one(c, first, a, b, i, Math.min(j, m - WIDTH));
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
