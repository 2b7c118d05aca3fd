package deltascope.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the styles of one digit from text. A line is empty, a {@code # comment}, {@code style NAME
 * WEIGHT} or {@code stroke} with two or more points {@code x,y}. A coordinate is a number or a
 * range {@code low~high}; {@code !} after a point makes it a corner.
 */
final class StrokeFile {
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)(?:~(-?\\d+(?:\\.\\d+)?))?";
  private static final Pattern KNOT = Pattern.compile(NUMBER + "," + NUMBER + "(!?)");
  private static final Pattern STYLE = Pattern.compile("style (\\S+) (\\d+(?:\\.\\d+)?)");

  private final String file;
  private final List<Style> styles = new ArrayList<>();
  private int line;

  private StrokeFile(String file) {
    this.file = file;
  }

  /**
   * The styles in those lines.
   *
   * @param file what to call them in an error
   * @throws IllegalArgumentException naming file, line, what was found and what was expected
   */
  static List<Style> read(String file, List<String> lines) {
    StrokeFile reader = new StrokeFile(file);
    for (String line : lines) {
      reader.line++;
      reader.take(line.replaceFirst("#.*", "").strip());
    }
    if (reader.styles.isEmpty()) {
      throw reader.wrong("the end", "at least one style");
    }
    reader.finishStyle();
    return List.copyOf(reader.styles);
  }

  private void take(String text) {
    Matcher style = STYLE.matcher(text);
    if (style.matches()) {
      finishStyle();
      styles.add(new Style(style.group(1), Double.parseDouble(style.group(2)), new ArrayList<>()));
    } else if (text.startsWith("stroke ") && !styles.isEmpty()) {
      styles.get(styles.size() - 1).strokes().add(stroke(text.substring(7).strip()));
    } else if (!text.isEmpty()) {
      throw wrong(text, "'style NAME WEIGHT', or below one 'stroke x,y x,y …'");
    }
  }

  private void finishStyle() {
    if (!styles.isEmpty() && styles.get(styles.size() - 1).strokes().isEmpty()) {
      throw wrong("no stroke", "one or more in style " + styles.get(styles.size() - 1).name());
    }
  }

  private List<Style.Knot> stroke(String points) {
    List<Style.Knot> knots = new ArrayList<>();
    for (String point : points.split("\\s+")) {
      Matcher knot = KNOT.matcher(point);
      if (!knot.matches()) {
        throw wrong(point, "a point x,y or low~high,y with an optional ! at its end");
      }
      double x = Double.parseDouble(knot.group(1));
      double y = Double.parseDouble(knot.group(3));
      double xHigh = high(knot.group(2), x);
      double yHigh = high(knot.group(4), y);
      if (xHigh < x || yHigh < y) {
        throw wrong(point, "a range that rises");
      }
      knots.add(new Style.Knot(x, xHigh, y, yHigh, !knot.group(5).isEmpty()));
    }
    if (knots.size() < 2) {
      throw wrong(points, "two points or more");
    }
    return knots;
  }

  private static double high(@Nullable String text, double low) {
    return text == null ? low : Double.parseDouble(text);
  }

  private IllegalArgumentException wrong(String found, String expected) {
    return new IllegalArgumentException(
        file + ", line " + line + ": found '" + found + "', expected " + expected);
  }
}
