package deltascope.math;

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

  /** a (n × k) times b (k × m). */
  static double[][] product(double[][] a, double[][] b, int m) {
    return m == 1 ? timesColumn(a, b) : timesRows(a, b, m);
  }

  private static double[][] timesRows(double[][] a, double[][] b, int m) {
    double[][] c = new double[a.length][m];
    int inner = b.length;
    for (int i = 0; i < a.length; i++) {
      double[] x = a[i];
      int k = 0;
      for (; k + 3 < inner; k += 4) {
        addFour(c[i], x[k], b[k], x[k + 1], b[k + 1], x[k + 2], b[k + 2], x[k + 3], b[k + 3]);
      }
      for (; k < inner; k++) {
        addOne(c[i], x[k], b[k]);
      }
    }
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

  static double[][] transpose(double[][] a, int cols) {
    double[][] t = new double[cols][a.length];
    for (int i = 0; i < a.length; i++) {
      double[] row = a[i];
      for (int j = 0; j < cols; j++) {
        t[j][i] = row[j];
      }
    }
    return t;
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

  static void shift(double[] x, double by) {
    for (int j = 0; j < x.length; j++) {
      x[j] += by;
    }
  }

  static void scale(double[] x, double factor) {
    for (int j = 0; j < x.length; j++) {
      x[j] *= factor;
    }
  }
}
