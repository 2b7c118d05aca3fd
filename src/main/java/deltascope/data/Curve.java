package deltascope.data;

import java.util.List;

/**
 * A smooth line, as many short straight ones, broken at corners. It lies between the curve that
 * goes through all its points (Catmull and Rom's) and the rounder one that only follows them (a
 * cubic B-spline): a hand is somewhat lazy.
 */
final class Curve {
  private static final int PARTS = 5;

  /** 0: through all points; 1: as round as can be. */
  private static final double LAZY = 0.35;

  private Curve() {}

  /**
   * Points along the curve of n placed points: x0, y0, x1, y1, …
   *
   * @param placed x0, y0, x1, y1, …
   * @param knots says which of them are corners
   */
  static double[] through(double[] placed, List<Style.Knot> knots) {
    int n = knots.size();
    double[] out = new double[2 * ((n - 1) * PARTS + 1)];
    for (int k = 0; k + 1 < n; k++) {
      boolean starts = k == 0 || knots.get(k).corner();
      boolean ends = k + 2 == n || knots.get(k + 1).corner();
      for (int axis = 0; axis < 2; axis++) {
        double b = placed[2 * k + axis];
        double c = placed[2 * k + 2 + axis];
        double a = starts ? 2 * b - c : placed[2 * k - 2 + axis];
        double d = ends ? 2 * c - b : placed[2 * k + 4 + axis];
        for (int part = 0; part <= PARTS; part++) {
          out[2 * (k * PARTS + part) + axis] = at(part / (double) PARTS, a, b, c, d);
        }
      }
    }
    return out;
  }

  /** Between b (t = 0) and c (t = 1), with a before them and d behind. */
  private static double at(double t, double a, double b, double c, double d) {
    double tt = t * t;
    double ttt = t * tt;
    double through =
        (a * (-ttt + 2 * tt - t)
                + b * (3 * ttt - 5 * tt + 2)
                + c * (-3 * ttt + 4 * tt + t)
                + d * (ttt - tt))
            / 2;
    double along =
        (a * (1 - 3 * t + 3 * tt - ttt)
                + b * (3 * ttt - 6 * tt + 4)
                + c * (-3 * ttt + 3 * tt + 3 * t + 1)
                + d * ttt)
            / 6;
    return through + LAZY * (along - through);
  }
}
