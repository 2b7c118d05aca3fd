package deltascope.web;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.Architecture;
import deltascope.network.Scenario;

/** Matrices as a program made them, which may hold what is no finite number. */
final class AnyNumbers {
  /** The most rows or columns of a walk's matrix: units, or samples of a batch. */
  private static final int MOST = Math.max(Architecture.MAX_UNITS, Scenario.MAX_BATCH);

  private AnyNumbers() {}

  /**
   * A list of rows of one length, a list of numbers for a column, or one number.
   *
   * @param place its name in the document, for what is refused
   */
  static Matrix matrix(JsonNode value, String place) {
    if (!value.isArray()) {
      return Matrix.scalar(number(value, place));
    }
    if (value.isEmpty() || value.path(0).isArray() && value.path(0).isEmpty()) {
      throw new Refused(place, value, "at least one number");
    }
    mustFit(value, place, "rows");
    double[][] rows = new double[value.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(value.get(i), place + "[" + i + "]");
      if (rows[i].length != rows[0].length) {
        throw new Refused(
            place + "[" + i + "]",
            rows[i].length + " numbers",
            rows[0].length + " numbers, as the first row");
      }
    }
    return Matrix.onRows(rows);
  }

  private static double[] row(JsonNode value, String place) {
    if (!value.isArray()) {
      return new double[] {number(value, place)};
    }
    mustFit(value, place, "numbers");
    double[] row = new double[value.size()];
    for (int j = 0; j < row.length; j++) {
      row[j] = number(value.get(j), place + "[" + j + "]");
    }
    return row;
  }

  private static void mustFit(JsonNode list, String place, String what) {
    if (list.size() > MOST) {
      throw new Refused(place, list.size() + " " + what, "at most " + MOST);
    }
  }

  private static double number(JsonNode value, String place) {
    if (value.isNumber()) {
      return value.asDouble();
    }
    return switch (value.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new Refused(place, value, "a number, NaN, Infinity or -Infinity");
    };
  }
}
