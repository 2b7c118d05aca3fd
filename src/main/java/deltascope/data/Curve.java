package deltascope.data;

import java.util.List;

/** A smooth line through points, as many short straight ones: Catmull-Rom, broken at corners. */
final class Curve {
  private static final int PARTS = 5;

  private Curve() {}

  /**
   * Points along the curve through n placed points: x0, y0, x1, y1, …
   *
   * @param placed x0, y0, x1, y1, …
   * @param knots says which of them are corners
   */
  static double[] through(double[] placed, List<Style.Knot> knots) {
    int n = knots.size();
    double[] out = new double[2 * ((n - 1) * PARTS + 1)];
    int at = 0;
    for (int k = 0; k + 1 < n; k++) {
      int before = k == 0 || knots.get(k).corner() ? k : k - 1;
      int after = k + 2 == n || knots.get(k + 1).corner() ? k + 1 : k + 2;
      for (int part = 0; part < PARTS; part++) {
        double t = part / (double) PARTS;
        out[at++] = between(placed, before, k, after, 0, t);
        out[at++] = between(placed, before, k, after, 1, t);
      }
    }
    out[at++] = placed[2 * n - 2];
    out[at] = placed[2 * n - 1];
    return out;
  }

  private static double between(double[] p, int before, int k, int after, int axis, double t) {
    double a = p[2 * before + axis];
    double b = p[2 * k + axis];
    double c = p[2 * k + 2 + axis];
    double d = p[2 * after + axis];
    double in = before == k ? c - b : 0.5 * (c - a);
    double out = after == k + 1 ? c - b : 0.5 * (d - b);
    double u = 1 - t;
    // Hermite's cubic with the slopes in and out
    return u * u * (1 + 2 * t) * b + t * t * (3 - 2 * t) * c + t * u * u * in - t * t * u * out;
  }
}
