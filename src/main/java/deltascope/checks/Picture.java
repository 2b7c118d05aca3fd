package deltascope.checks;

import java.util.Arrays;
import java.util.List;

/**
 * What a finding looks like: the numbers that the check itself counted, for a page to draw and to
 * write as a table.
 */
public sealed interface Picture {
  /** What it shows, in a few words. */
  String title();

  /**
   * A share for each of some things.
   *
   * @param axis what the things are
   * @param bars in their order
   * @param markName what the bars' marks are; empty where they have none
   * @param limit a share that is held against all of them; NaN where none is
   */
  record Bars(String title, String axis, List<Bar> bars, String markName, double limit)
      implements Picture {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param share 0…1
   * @param mark another share to compare it with; NaN where there is none
   */
  record Bar(String name, double share, double mark) {}

  /**
   * How often values fall into bins of equal width; values outside count into the nearest bin, NaN
   * into none.
   *
   * @param axis what is counted
   * @param from where the first bin begins
   * @param to where the last ends
   * @param shares of all values, one a bin
   * @param low values below this are what the check looks for; −∞ for none
   * @param high values above likewise; ∞ for none
   */
  record Histogram(
      String title,
      String axis,
      double from,
      double to,
      List<Double> shares,
      double low,
      double high)
      implements Picture {
    public Histogram {
      shares = List.copyOf(shares);
    }

    /** Counts values into so many bins. */
    static Histogram of(
        String title,
        String axis,
        double from,
        double to,
        int bins,
        double[] values,
        double low,
        double high) {
      double[] shares = new double[bins];
      for (double value : values) {
        if (!Double.isNaN(value)) {
          double place = bins * (value - from) / (to - from);
          shares[(int) Math.max(0, Math.min(bins - 1, Math.floor(place)))] += 1.0 / values.length;
        }
      }
      return new Histogram(
          title, axis, from, to, Arrays.stream(shares).boxed().toList(), low, high);
    }
  }

  /**
   * Positive numbers on one logarithmic scale.
   *
   * @param points the tensors or layers, by the names of parts
   * @param low where the healthy stretch begins; 0 where it has no lower end
   * @param high where it ends; ∞ where it has no end
   */
  record Scale(String title, List<Finding.Part> points, double low, double high)
      implements Picture {
    public Scale {
      points = List.copyOf(points);
    }
  }
}
