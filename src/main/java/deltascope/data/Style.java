package deltascope.data;

import java.util.List;

/**
 * One way of writing a digit.
 *
 * @param name what a person would call it
 * @param weight how often it is met, relative to the other styles of its digit
 * @param strokes what the pen does between touching the paper and leaving it, two points or more
 *     each
 */
record Style(String name, double weight, List<List<Knot>> strokes) {

  /** One of the styles, by weight. */
  static Style pick(List<Style> styles, Chance chance) {
    double all = 0;
    for (Style style : styles) {
      all += style.weight;
    }
    double left = chance.uniform() * all;
    for (Style style : styles) {
      left -= style.weight;
      if (left < 0) {
        return style;
      }
    }
    return styles.get(styles.size() - 1);
  }

  /**
   * A point the pen passes through, somewhere in a small box; 100 units are the height of a digit,
   * y goes down.
   *
   * @param corner whether the pen turns sharply here
   */
  record Knot(double xLow, double xHigh, double yLow, double yHigh, boolean corner) {

    /** Where in its range x is, for a bell-shaped number. */
    double x(double bell) {
      return within(xLow, xHigh, bell);
    }

    /** Where in its range y is, for a bell-shaped number. */
    double y(double bell) {
      return within(yLow, yHigh, bell);
    }

    private static double within(double low, double high, double bell) {
      return low + (high - low) * Math.max(0, Math.min(1, 0.5 + bell / 3));
    }
  }
}
