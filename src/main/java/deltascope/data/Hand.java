package deltascope.data;

import java.util.List;

/**
 * How one sample is written: everything about it that is left to chance. Lengths on paper are in
 * 1/100 of a digit's height, the pen's radius in pixels. The numbers below were chosen by what a
 * network trained on the digits makes of real ones.
 */
final class Hand {
  private static final double JITTER = 4;
  private static final double KEPT = 0.8;
  private static final double FRESH = Math.sqrt(1 - KEPT * KEPT);
  private static final double TREMBLE = 0.04;

  /** A broad pen stays below a pixel and what 2.25 pixels leave to each height of line written. */
  private static final double NARROW = 1;

  /** The pen's radius in pixels, of a hand that is like most. */
  private static final double USUAL = 1.38;

  private static final double ROOM = 2.25;

  private final Chance chance;
  private final double waist;
  private final double keystone;
  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;
  private final Wave[] waves;
  private final double radius;
  private final double pressure;

  Hand(Chance chance) {
    this.chance = chance;
    double slant = 0.10 + 0.28 * chance.bell();
    double angle = 0.13 * chance.bell();
    double width = StrictMath.exp(0.06 + 0.22 * chance.bell());
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    xx = cos * width; // widened, then slanted, then turned
    xy = -cos * slant - sin;
    yx = sin * width;
    yy = -sin * slant + cos;
    waist = 5 * chance.bell();
    keystone = 0.2 * chance.bell();
    waves = new Wave[] {new Wave(chance), new Wave(chance), new Wave(chance)};
    double pen = USUAL * StrictMath.exp(0.27 * chance.bell());
    radius = Math.max(0.75, Math.min(2.7, pen));
    pressure = chance.between(0, 0.2);
  }

  /** The pen's radius in pixels, on average. */
  double radius() {
    return radius;
  }

  /**
   * The knots of a stroke as this hand puts them on paper: x0, y0, x1, y1, … A hand drifts off
   * slowly: what it is off by at one knot is kept in part to the next.
   */
  double[] place(List<Style.Knot> stroke) {
    double[] placed = new double[2 * stroke.size()];
    double[] drift = {chance.bell(), chance.bell(), chance.bell(), chance.bell()};
    for (int k = 0; k < stroke.size(); k++) {
      double x = stroke.get(k).x(drift[0]) - 30 + JITTER * drift[1];
      double y = stroke.get(k).y(drift[2]) - 50 + JITTER * drift[3];
      bend(placed, 2 * k, x, y);
      for (int d = 0; d < drift.length; d++) {
        drift[d] = KEPT * drift[d] + FRESH * chance.bell();
      }
    }
    return placed;
  }

  private void bend(double[] placed, int at, double x, double y) {
    double low = y / 50; // −1 at the top of the digit, 1 at its foot
    double bentX = x * (1 + keystone * low);
    double bentY = y + waist * (1 - low * low);
    double dx = 0;
    double dy = 0;
    for (Wave wave : waves) {
      double lift = wave.at(bentX, bentY);
      dx += wave.x * lift;
      dy += wave.y * lift;
    }
    placed[at] = xx * (bentX + dx) + xy * (bentY + dy);
    placed[at + 1] = yx * (bentX + dx) + yy * (bentY + dy);
  }

  /**
   * The pen's radius at n points along a stroke: pressure swells slowly and trembles a little.
   *
   * @param length of all the lines of the digit, by its height: the more there is to write, the
   *     less room there is for a broad pen
   */
  double[] radii(int n, double length) {
    double phase = chance.between(0, 2 * Math.PI);
    double pen = Math.min(radius, roomFor(length));
    double turn = chance.between(0.04, 0.24);
    double[] radii = new double[n];
    for (int k = 0; k < n; k++) {
      double swell = pressure * StrictMath.sin(phase + turn * k);
      radii[k] = pen * (1 + swell + TREMBLE * chance.bell());
    }
    return radii;
  }

  /** The radius of a usual pen that writes lines of that length, by the digit's height. */
  static double pen(double length) {
    return Math.min(USUAL, roomFor(length));
  }

  private static double roomFor(double length) {
    return NARROW + ROOM / length;
  }

  /** A slow bend of the paper: points move together with their neighbours. */
  private static final class Wave {
    private final double x;
    private final double y;
    private final double kx;
    private final double ky;
    private final double phase;

    Wave(Chance chance) {
      x = 5 * chance.bell();
      y = 5 * chance.bell();
      kx = 0.035 * chance.bell();
      ky = 0.035 * chance.bell();
      phase = chance.between(0, 2 * Math.PI);
    }

    double at(double px, double py) {
      return StrictMath.sin(kx * px + ky * py + phase);
    }
  }
}
