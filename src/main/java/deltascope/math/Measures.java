package deltascope.math;

/** What can be said of all of a matrix's numbers. */
final class Measures {
  private Measures() {}

  /** √Σx². */
  static double norm(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      for (double x : row) {
        sum += x * x;
      }
    }
    return Math.sqrt(sum);
  }

  /** NaN if one is NaN. */
  static double min(double[][] a) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] row : a) {
      for (double x : row) {
        least = Math.min(least, x);
      }
    }
    return least;
  }

  /** NaN if one is NaN. */
  static double max(double[][] a) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] row : a) {
      for (double x : row) {
        most = Math.max(most, x);
      }
    }
    return most;
  }

  /** Whether all are the same to the bit, NaN equal to NaN and 0 to −0; the shapes are. */
  static boolean same(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        double x = a[i][j];
        double y = b[i][j];
        if (x != y && !(Double.isNaN(x) && Double.isNaN(y))) {
          return false;
        }
      }
    }
    return true;
  }
}
