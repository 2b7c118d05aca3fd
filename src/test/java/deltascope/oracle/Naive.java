package deltascope.oracle;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic on rows of doubles, as a beginner writes it. */
public final class Naive {
  private Naive() {}

  public static double[][] times(double[][] a, double[][] b) {
    must(a[0].length == b.length, "product of " + shape(a) + " and " + shape(b));
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  public static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  /** Cell by cell; a single row, column or number is taken with all. */
  public static double[][] cells(double[][] a, double[][] b, DoubleBinaryOperator rule) {
    int rows = Math.max(a.length, b.length);
    int cols = Math.max(a[0].length, b[0].length);
    must(a.length == rows || a.length == 1, shape(a) + " with " + shape(b));
    must(b.length == rows || b.length == 1, shape(a) + " with " + shape(b));
    must(a[0].length == cols || a[0].length == 1, shape(a) + " with " + shape(b));
    must(b[0].length == cols || b[0].length == 1, shape(a) + " with " + shape(b));
    double[][] c = new double[rows][cols];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        double x = a[a.length == 1 ? 0 : i][a[0].length == 1 ? 0 : j];
        double y = b[b.length == 1 ? 0 : i][b[0].length == 1 ? 0 : j];
        c[i][j] = rule.applyAsDouble(x, y);
      }
    }
    return c;
  }

  public static double[][] map(double[][] a, DoubleUnaryOperator rule) {
    double[][] c = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      c[i] = Arrays.stream(a[i]).map(rule).toArray();
    }
    return c;
  }

  public static double[][] sumDown(double[][] a) {
    double[][] c = new double[1][a[0].length];
    for (double[] row : a) {
      for (int j = 0; j < row.length; j++) {
        c[0][j] += row[j];
      }
    }
    return c;
  }

  public static double[][] number(double x) {
    return new double[][] {{x}};
  }

  /** Row-major values as rows. */
  public static double[][] rows(double[] values, int rows, int cols) {
    must(values.length == rows * cols, values.length + " values for " + rows + " × " + cols);
    double[][] result = new double[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = Arrays.copyOfRange(values, i * cols, (i + 1) * cols);
    }
    return result;
  }

  /**
   * How far apart two matrices are, as a part of the largest number in them; infinite where shapes
   * differ or where one has a NaN or an infinity that the other lacks.
   */
  public static double distance(double[][] a, double[][] b) {
    if (a.length != b.length || a[0].length != b[0].length) {
      return Double.POSITIVE_INFINITY;
    }
    double apart = 0;
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        double x = a[i][j];
        double y = b[i][j];
        if (Double.compare(x, y) != 0 && x != y) {
          if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return Double.POSITIVE_INFINITY;
          }
          apart = Math.max(apart, Math.abs(x - y));
        }
        if (Double.isFinite(x)) {
          largest = Math.max(largest, Math.max(Math.abs(x), Math.abs(y)));
        }
      }
    }
    return apart == 0 ? 0 : apart / largest;
  }

  public static String shape(double[][] a) {
    return a.length + " × " + a[0].length;
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise + " do not fit");
    }
  }
}
