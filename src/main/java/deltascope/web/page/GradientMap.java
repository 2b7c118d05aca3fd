package deltascope.web.page;

import deltascope.math.Matrix;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gradient check of every weight of one layer, as a picture and as a table.
 *
 * @param title which layer
 * @param source its numbers: log₁₀ of the relative error
 * @param picture the same as a PNG
 * @param keepCols the columns with anything in them; empty for all
 * @param images whether each unit's weights are shown as the picture that they look at
 * @param rows its rows
 * @param cols its columns
 * @param units what it says, unit by unit
 * @param largest the largest of all, in words
 */
public record GradientMap(
    String title,
    String source,
    String picture,
    String keepCols,
    boolean images,
    int rows,
    int cols,
    List<Unit> units,
    String largest) {
  /** log₁₀ of the bound under which an error passes: paper in the picture. */
  public static final double BOUND = -7;

  /** As far as the colours go to either side. */
  public static final double REACH = 7;

  /**
   * One unit's weights.
   *
   * @param compared how many could be compared
   * @param over how many of these are above the bound
   * @param median log₁₀ of the error of a typical one, written
   * @param worst the largest
   */
  public record Unit(String name, int compared, int over, String median, String worst) {}

  static GradientMap of(Words words, Matrix map, int layer, boolean last, Address here) {
    List<Unit> units = new ArrayList<>();
    double worst = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < map.rows(); i++) {
      double[] errors = Arrays.stream(map.row(i)).filter(x -> !Double.isNaN(x)).sorted().toArray();
      int over = (int) Arrays.stream(errors).filter(x -> x >= BOUND).count();
      boolean any = errors.length > 0;
      units.add(
          new Unit(
              words.of(last ? "place.output" : "place.unit", last ? i : i + 1),
              errors.length,
              over,
              any ? power(words, errors[errors.length / 2]) : "–",
              any ? power(words, errors[errors.length - 1]) : "–"));
      worst = any ? Math.max(worst, errors[errors.length - 1]) : worst;
    }
    Address source = here.only(ScenarioReader.NAMES).with("layer", layer);
    return new GradientMap(
        words.of("checks.heat.title", Numbers.raised(layer)),
        source.at("/api/checks/gradient.npy"),
        source.at("/api/checks/gradient.png"),
        runs(map),
        layer == 1 && square(map.cols()),
        map.rows(),
        map.cols(),
        units,
        Double.isInfinite(worst)
            ? words.of("checks.heat.nothing")
            : words.of("checks.heat.largest", power(words, worst)));
  }

  private static boolean square(int cols) {
    int side = (int) Math.round(Math.sqrt(cols));
    return side * side == cols && cols >= 49;
  }

  /** 10⁻⁹·³ from its logarithm, as a number with one digit. */
  private static String power(Words words, double log) {
    return CheckPanel.number(words, Math.pow(10, log));
  }

  /** The columns in which anything was compared, as "3-17 20". */
  private static String runs(Matrix map) {
    List<String> runs = new ArrayList<>();
    int from = -1;
    for (int j = 0; j <= map.cols(); j++) {
      boolean any = j < map.cols() && !empty(map, j);
      if (any && from < 0) {
        from = j;
      } else if (!any && from >= 0) {
        runs.add(from == j - 1 ? "" + from : from + "-" + (j - 1));
        from = -1;
      }
    }
    return String.join(" ", runs);
  }

  private static boolean empty(Matrix map, int col) {
    for (int i = 0; i < map.rows(); i++) {
      if (!Double.isNaN(map.at(i, col))) {
        return false;
      }
    }
    return true;
  }
}
