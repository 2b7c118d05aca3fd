package deltascope.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the styles of one digit from text. A line is empty, a {@code # comment}, {@code style NAME
 * WEIGHT} or {@code stroke} with two or more points {@code x,y}. A coordinate is a number or a
 * range {@code low~high}; {@code !} after a point makes it a corner.
 */
final class StrokeFile {
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)(?:~(-?\\d+(?:\\.\\d+)?))?";
  private static final Pattern KNOT = Pattern.compile(NUMBER + "," + NUMBER + "(!?)");
  private static final Pattern STYLE = Pattern.compile("style (\\S+) (\\d+(?:\\.\\d+)?)");

  private StrokeFile() {}

  /**
   * The styles in those lines.
   *
   * @throws IllegalArgumentException naming file, line, what was found and what was expected
   */
  static List<Style> read(String file, List<String> lines) {
    List<Style> styles = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).replaceFirst("#.*", "").strip();
      Matcher style = STYLE.matcher(line);
      if (style.matches()) {
        styles.add(
            new Style(style.group(1), Double.parseDouble(style.group(2)), new ArrayList<>()));
      } else if (line.startsWith("stroke ") && !styles.isEmpty()) {
        styles
            .get(styles.size() - 1)
            .strokes()
            .add(stroke(file, number, line.substring(7).strip()));
      } else if (!line.isEmpty()) {
        throw wrong(file, number, line, "'style NAME WEIGHT', or below one 'stroke x,y x,y …'");
      }
    }
    if (styles.isEmpty()) {
      throw wrong(file, lines.size(), "the end", "at least one style");
    }
    return List.copyOf(styles);
  }

  private static List<Style.Knot> stroke(String file, int number, String points) {
    List<Style.Knot> knots = new ArrayList<>();
    for (String point : points.split("\\s+")) {
      Matcher knot = KNOT.matcher(point);
      if (!knot.matches()) {
        throw wrong(file, number, point, "a point x,y or low~high,y with an optional ! at its end");
      }
      double x = Double.parseDouble(knot.group(1));
      double y = Double.parseDouble(knot.group(3));
      knots.add(
          new Style.Knot(
              x, high(knot.group(2), x), y, high(knot.group(4), y), !knot.group(5).isEmpty()));
    }
    if (knots.size() < 2) {
      throw wrong(file, number, points, "two points or more");
    }
    return knots;
  }

  private static double high(String text, double low) {
    return text == null ? low : Double.parseDouble(text);
  }

  private static IllegalArgumentException wrong(
      String file, int line, String found, String expected) {
    return new IllegalArgumentException(
        file + ", line " + line + ": found '" + found + "', expected " + expected);
  }
}
