package deltascope.web;

/**
 * The diverging map of values: blue below zero, paper at zero, orange above, in forty-one steps. A
 * value's step is its share of the largest distance from zero in its matrix.
 */
public final class HeatColours {
  /** Steps on either side of zero. */
  public static final int STEPS = 20;

  private static final int[] BLUE = {0x1f, 0x5c, 0xab};
  private static final int[] PAPER = {0xf7, 0xf3, 0xec};
  private static final int[] ORANGE = {0xc4, 0x55, 0x0f};
  private static final int[] DARK_BLUE = {0x5b, 0x9d, 0xf0};
  private static final int[] DARK_PAPER = {0x24, 0x24, 0x28};
  private static final int[] DARK_ORANGE = {0xf0, 0x8a, 0x3c};

  private HeatColours() {}

  /** −20…20; 0 only for exactly zero or a matrix of zeros. */
  public static int step(double value, double largest) {
    if (value == 0 || largest == 0) {
      return 0;
    }
    double share = Math.max(-1, Math.min(1, value / largest));
    int step = (int) Math.round(share * STEPS);
    return step == 0 ? (value > 0 ? 1 : -1) : step;
  }

  /** The style class of a cell: "v-3", or "vx" for what is no finite number. */
  public static String styleClass(double value, double largest) {
    return Double.isFinite(value) ? "v" + step(value, largest) : "vx";
  }

  /** The colour as 0xRRGGBB. */
  public static int colour(int step, boolean dark) {
    int[] zero = dark ? DARK_PAPER : PAPER;
    int[] end = step < 0 ? (dark ? DARK_BLUE : BLUE) : dark ? DARK_ORANGE : ORANGE;
    double share = Math.abs(step) / (double) STEPS;
    int colour = 0;
    for (int channel = 0; channel < 3; channel++) {
      int mixed = (int) Math.round(zero[channel] + share * (end[channel] - zero[channel]));
      colour = colour << 8 | mixed;
    }
    return colour;
  }
}
