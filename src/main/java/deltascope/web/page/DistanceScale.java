package deltascope.web.page;

/** How a distance is written and drawn: on a log scale from 10⁻³ to 10. */
final class DistanceScale {
  private static final int LEAST = -3;
  private static final int MOST = 1;

  private DistanceScale() {}

  /** Two figures; "=" where nothing differs, "∞" where nothing can be compared. */
  static String written(double distance) {
    return distance == 0 ? "=" : Numbers.significant(distance, 2);
  }

  /** 0 for no difference alone, and then 1 … {@code most}. */
  static int level(double distance, int most) {
    if (distance == 0) {
      return 0;
    }
    double share = (Math.log10(distance) - LEAST) / (MOST - LEAST);
    return 1 + (int) Math.round(Math.max(0, Math.min(1, share)) * (most - 1));
  }
}
