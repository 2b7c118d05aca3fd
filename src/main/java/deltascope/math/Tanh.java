package deltascope.math;

/**
 * {@link StrictMath#tanh} to the bit, in half of the time that calling it takes on JDK 17: the same
 * operations in the same order, those of fdlibm that StrictMath is specified by.
 *
 * <p>With t = e^y − 1, tanh |x| is 1 − 2 / (t + 2) for y = 2|x| where |x| ≥ 1, and −t / (t + 2) for
 * y = −2|x| below. t in turn comes from y = k ln 2 + r, with a whole k and |r| ≤ ½ ln 2 or nearly.
 */
public final class Tanh implements OfMany {
  /** The one object, so that a slope finds what its activation has computed. */
  public static final Tanh TANH = new Tanh();

  /** Below, tanh x is x; from the other on it is 1. */
  static final double LEAST = 0x1p-54;

  private static final double MOST = 22;

  /** ln 2, its leading bits and the rest. */
  static final double LN2_HIGH = 0x1.62e42feep-1;

  static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** 1 / ln 2. */
  static final double PER_LN2 = 0x1.71547652b82fep0;

  /** Above these y, of those below zero, k is 0, and −1. */
  static final double WITH_0 = -0x1.62e43p-2;

  static final double WITH_MINUS_1 = -0x1.0a2b2p0;

  /** r / 2 · (e^r + 1) / (e^r − 1), as a polynomial of r² / 2. */
  static final double Q1 = -0x1.11111111110f4p-5;

  static final double Q2 = 0x1.a01a019fe5585p-10;
  static final double Q3 = -0x1.4ce199eaadbb7p-14;
  static final double Q4 = 0x1.0cfca86e65239p-18;
  static final double Q5 = -0x1.afdb76e09c32dp-23;

  /** From these k on, another order of adding loses less. */
  private static final int MIDDLE = 20;

  private static final int HIGH = 57;

  /** The exponent of 1, and where in a double's bits it stands. */
  static final int BIAS = 1023;

  static final int EXPONENT = 52;

  /** Sizes from {@link #LEAST} to here are those whose k is less than {@link #MIDDLE}. */
  static final double USUAL_BELOW = 6.5;

  private Tanh() {}

  @Override
  public double applyAsDouble(double x) {
    return of(x);
  }

  @Override
  public void ofMany(double[] x, double[] result) {
    Lanes lanes = Lanes.HERE;
    if (lanes == null) {
      each(x, result, 0, x.length);
    } else {
      lanes.tanh(x, result);
    }
  }

  /** tanh x, −1 … 1; NaN of NaN. */
  public static double of(double x) {
    double size = Math.abs(x);
    if (size >= MOST) {
      return x < 0 ? -1 : 1;
    }
    if (!(size >= LEAST)) {
      return StrictMath.tanh(x);
    }
    double value;
    if (size >= 1) {
      value = 1 - 2 / (above(2 * size) + 2);
    } else {
      double t = below(-2 * size);
      value = -t / (t + 2);
    }
    return x < 0 ? -value : value;
  }

  /** Of each x from {@code from} on, but not from {@code to} on. */
  static void each(double[] x, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = of(x[i]);
    }
  }

  /** As {@link #each}, of those alone that are zero or tiny, large, or not a number. */
  static void unusual(double[] x, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double size = Math.abs(x[i]);
      if (!(size >= LEAST && size < USUAL_BELOW)) {
        result[i] = of(x[i]);
      }
    }
  }

  /** e^y − 1 for y = −2 … 0. */
  private static double below(double y) {
    if (y > WITH_0) {
      return y - (y * share(y) - y * (0.5 * y));
    }
    int k = y > WITH_MINUS_1 ? -1 : (int) (PER_LN2 * y - 0.5);
    double r = rest(y, k);
    double lost = lost(y, k, r);
    double e = r * (share(r) - lost) - lost - r * (0.5 * r);
    return k == -1 ? 0.5 * (r - e) - 0.5 : (1 - (e - r)) * power(k) - 1;
  }

  /** e^y − 1 for y = 2 … 44. */
  private static double above(double y) {
    int k = (int) (PER_LN2 * y + 0.5);
    double r = rest(y, k);
    double lost = lost(y, k, r);
    double e = r * (share(r) - lost) - lost - r * (0.5 * r);
    if (k < MIDDLE) {
      return (1 - power(-k) - (e - r)) * power(k);
    }
    return k < HIGH ? (r - (e + power(-k)) + 1) * power(k) : (1 - (e - r)) * power(k) - 1;
  }

  /** r = y − k ln 2 … */
  private static double rest(double y, int k) {
    return y - k * LN2_HIGH - k * LN2_LOW;
  }

  /** … and what was lost in rounding it. */
  private static double lost(double y, int k, double r) {
    return y - k * LN2_HIGH - r - k * LN2_LOW;
  }

  /** (r + r² / 2 − (e^r − 1)) / r but for the quadratic term, as a quotient of polynomials. */
  private static double share(double r) {
    double half = 0.5 * r;
    double square = r * half;
    double even = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
    double odd = 3 - even * half;
    return square * ((even - odd) / (6 - r * odd));
  }

  /** 2^k. */
  private static double power(int k) {
    return Double.longBitsToDouble((long) (k + BIAS) << EXPONENT);
  }
}
