package deltascope.data;

import static deltascope.data.Digits.SIDE;

/**
 * Draws one digit: a style, written by a hand, fitted into a box of 20 × 20 pixels and laid on 28 ×
 * 28 by its mass.
 */
final class Ink {
  /** Pixels over which the edge of a stroke fades. */
  private static final double SOFT = 1.25;

  private static final double CORNER = (SIDE - CentredDigit.BOX) / 2.0;
  private final double[] coverage = new double[SIDE * SIDE];

  private Ink() {}

  /** The picture of one sample: 784 coverages 0…1. */
  static double[] draw(Style style, Chance chance) {
    Hand hand = new Hand(chance);
    return draw(new Script(style, hand), 2 * hand.radius());
  }

  /** The picture of what somebody drew. */
  static double[] draw(Script script) {
    return draw(script, 2 * script.radii(0)[0]);
  }

  private static double[] draw(Script script, double pen) {
    double scale = fitting(script, pen);
    double dx = CORNER + SOFT / 2 - script.least(0, scale);
    double dy = CORNER + SOFT / 2 - script.least(1, scale);
    Ink ink = new Ink();
    for (int k = 0; k < script.lines(); k++) {
      ink.line(script.line(k), script.radii(k), scale, dx, dy);
    }
    return CentredDigit.byMass(ink.coverage);
  }

  /**
   * The scale at which the longer side of the ink is as long as the box; the extent is all but
   * linear in it.
   */
  private static double fitting(Script script, double pen) {
    double room = CentredDigit.BOX - SOFT;
    double scale = (room - pen) / 100;
    for (int round = 0; round < 2; round++) {
      double longer = Math.max(script.extent(0, scale), script.extent(1, scale));
      if (longer > pen) { // a dot is as long as the pen is broad, at any scale
        scale *= (room - pen) / (longer - pen);
      }
    }
    return scale;
  }

  private void line(double[] points, double[] radii, double scale, double dx, double dy) {
    if (radii.length == 1) {
      double x = scale * points[0] + dx;
      double y = scale * points[1] + dy;
      segment(x, y, radii[0], x, y, radii[0]);
    }
    for (int k = 0; k + 1 < radii.length; k++) {
      segment(
          scale * points[2 * k] + dx,
          scale * points[2 * k + 1] + dy,
          radii[k],
          scale * points[2 * k + 2] + dx,
          scale * points[2 * k + 3] + dy,
          radii[k + 1]);
    }
  }

  private void segment(double x0, double y0, double r0, double x1, double y1, double r1) {
    double reach = Math.max(r0, r1) + SOFT / 2;
    int left = Math.max(0, (int) (Math.min(x0, x1) - reach));
    int right = Math.min(SIDE - 1, (int) (Math.max(x0, x1) + reach));
    int top = Math.max(0, (int) (Math.min(y0, y1) - reach));
    int bottom = Math.min(SIDE - 1, (int) (Math.max(y0, y1) + reach));
    double ux = x1 - x0;
    double uy = y1 - y0;
    double square = ux * ux + uy * uy;
    double inverse = square == 0 ? 0 : 1 / square;
    for (int row = top; row <= bottom; row++) {
      double py = row + 0.5 - y0;
      for (int column = left; column <= right; column++) {
        int p = row * SIDE + column;
        if (coverage[p] >= 1) {
          continue;
        }
        double px = column + 0.5 - x0;
        double t = Math.max(0, Math.min(1, (px * ux + py * uy) * inverse));
        double ex = px - t * ux;
        double ey = py - t * uy;
        double far = ex * ex + ey * ey;
        if (far < reach * reach) {
          double edge = r0 + t * (r1 - r0) - Math.sqrt(far);
          coverage[p] = Math.max(coverage[p], Math.min(1, edge / SOFT + 0.5));
        }
      }
    }
  }
}
