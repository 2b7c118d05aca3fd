package deltascope.math;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The inner loops. Rows are arrays of their own and every loop has a bare index, because that is
 * the form the JVM's compiler turns into vector instructions.
 *
 * <p>A sum of products is taken one term after the other in the order of k, as the textbook's Σ is
 * read, whatever the number of columns: so a sample's numbers are the same to the bit alone and
 * within a batch, and a loop written naively gives them too.
 */
final class Kernels {
  private Kernels() {}

  private static final Products PRODUCTS = Products.fastest();

  /** As many numbers as a line of the cache has. */
  private static final int EIGHT = 8;

  /** As many entries as a thread takes at a time, of those that are merely moved or divided … */
  private static final int PIECE = 4_096;

  /** … and of those that a function has to be computed for. */
  private static final int COMPUTED = 512;

  /** How products are computed, in words. */
  static String title() {
    return PRODUCTS.title();
  }

  /** a (n × k) times b (k × m). */
  static double[][] product(double[][] a, Factor b) {
    if (b.cols() == 1) {
      return timesColumn(a, b.all());
    }
    double[][] c = blank(a.length, b.cols());
    PRODUCTS.run(c, a, b);
    return c;
  }

  private static double[][] timesColumn(double[][] a, double[][] b) {
    int inner = b.length;
    double[] v = new double[inner];
    for (int k = 0; k < inner; k++) {
      v[k] = b[k][0];
    }
    double[][] c = new double[a.length][1];
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      fourDots(c, i, a, v);
    }
    for (; i < a.length; i++) {
      c[i][0] = dot(a[i], v);
    }
    return c;
  }

  /** Four rows at a time, each summed in its own order: one sum need not wait for another's. */
  private static void fourDots(double[][] c, int i, double[][] a, double[] v) {
    double[] x0 = a[i];
    double[] x1 = a[i + 1];
    double[] x2 = a[i + 2];
    double[] x3 = a[i + 3];
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int k = 0; k < v.length; k++) {
      sum0 += x0[k] * v[k];
      sum1 += x1[k] * v[k];
      sum2 += x2[k] * v[k];
      sum3 += x3[k] * v[k];
    }
    c[i][0] = sum0;
    c[i + 1][0] = sum1;
    c[i + 2][0] = sum2;
    c[i + 3][0] = sum3;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  static double[][] transpose(double[][] a, int cols) {
    double[][] t = blank(cols, a.length);
    Team.split(
        cols,
        Math.max(1, PIECE / Math.max(1, a.length)),
        (from, to) -> {
          turn(t, a, from, to);
        });
    return t;
  }

  /** The columns of a that are given become rows of t. */
  private static void turn(double[][] t, double[][] a, int from, int to) {
    int i = 0;
    for (; i + EIGHT <= a.length; i += EIGHT) {
      turnEight(t, a, i, from, to);
    }
    for (; i < a.length; i++) {
      double[] row = a[i];
      for (int j = from; j < to; j++) {
        t[j][i] = row[j];
      }
    }
  }

  /** A line of the cache is filled at a time: eight rows give eight neighbours. */
  private static void turnEight(double[][] t, double[][] a, int i, int from, int to) {
    double[] a0 = a[i];
    double[] a1 = a[i + 1];
    double[] a2 = a[i + 2];
    double[] a3 = a[i + 3];
    double[] a4 = a[i + 4];
    double[] a5 = a[i + 5];
    double[] a6 = a[i + 6];
    double[] a7 = a[i + 7];
    for (int j = from; j < to; j++) {
      double[] row = t[j];
      row[i] = a0[j];
      row[i + 1] = a1[j];
      row[i + 2] = a2[j];
      row[i + 3] = a3[j];
      row[i + 4] = a4[j];
      row[i + 5] = a5[j];
      row[i + 6] = a6[j];
      row[i + 7] = a7[j];
    }
  }

  /** What is done to one row. */
  @FunctionalInterface
  interface OnRow {
    void run(int row);
  }

  /** Each row of a matrix, whose entries are merely moved, added or divided. */
  static void eachRow(int rows, int cols, OnRow work) {
    Team.split(
        rows,
        Math.max(1, PIECE / Math.max(1, cols)),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            work.run(i);
          }
        });
  }

  /** Sets every entry of row i, whatever is in it. */
  @FunctionalInterface
  interface Filling {
    void fill(double[] row, int i);
  }

  /** What is done with a row of each operand. */
  @FunctionalInterface
  interface OfTwoRows {
    void run(double[] result, double[] x, double[] y);
  }

  /** Rows of zeros: with many of them, even that is worth doing together. */
  static double[][] zeros(int rows, int cols) {
    return made(rows, cols, (row, i) -> Arrays.fill(row, 0));
  }

  /** Rows with anything in them, for those who fill them all. */
  static double[][] blank(int rows, int cols) {
    double[][] result = Workspace.rows(rows, cols);
    if (rows > 0 && result[0] == null) {
      eachRow(rows, cols, i -> result[i] = new double[cols]);
    }
    return result;
  }

  /** Rows that are filled by the thread that comes to them; what is in them before is anything. */
  static double[][] made(int rows, int cols, Filling filling) {
    double[][] result = Workspace.rows(rows, cols);
    eachRow(rows, cols, i -> filling.fill(row(result, i, cols), i));
    return result;
  }

  /** Row i, made if it is not there yet. */
  @SuppressWarnings("NullAway") // rows that are to be made are null
  private static double[] row(double[][] rows, int i, int cols) {
    if (rows[i] == null) {
      rows[i] = new double[cols];
    }
    return rows[i];
  }

  /** The function of every cell. */
  static double[][] map(double[][] a, int cols, DoubleUnaryOperator function) {
    double[][] result = Workspace.rows(a.length, cols);
    Team.split(
        a.length,
        Math.max(1, COMPUTED / Math.max(1, cols)),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            map(row(result, i, cols), a[i], function);
          }
        });
    return result;
  }

  private static void map(double[] result, double[] x, DoubleUnaryOperator function) {
    if (function instanceof OfMany ofMany) {
      ofMany.ofMany(x, result);
      return;
    }
    for (int j = 0; j < result.length; j++) {
      result[j] = function.applyAsDouble(x[j]);
    }
  }

  static void divide(double[] result, double[] x, double divisor) {
    for (int j = 0; j < result.length; j++) {
      result[j] = x[j] / divisor;
    }
  }

  static void sum(double[] result, double[] x, double[] y) {
    for (int j = 0; j < result.length; j++) {
      result[j] = x[j] + y[j];
    }
  }

  static void difference(double[] result, double[] x, double[] y) {
    for (int j = 0; j < result.length; j++) {
      result[j] = x[j] - y[j];
    }
  }

  static void products(double[] result, double[] x, double[] y) {
    for (int j = 0; j < result.length; j++) {
      result[j] = x[j] * y[j];
    }
  }

  static void shift(double[] result, double[] x, double by) {
    for (int j = 0; j < result.length; j++) {
      result[j] = x[j] + by;
    }
  }

  static void scale(double[] result, double[] x, double factor) {
    for (int j = 0; j < result.length; j++) {
      result[j] = x[j] * factor;
    }
  }
}
