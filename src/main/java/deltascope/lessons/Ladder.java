package deltascope.lessons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The values that a learner may choose from: a list, or a range that is stepped through. */
final class Ladder {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:…|\\.\\.\\.)\\s*" + NUMBER);
  private static final int MOST = 24;

  private Ladder() {}

  /**
   * Reads {@code a, b, c}, or {@code 0.01 … 3}: each whole number where there are not too many,
   * else 1, 3, 10, 30 and so on between the ends.
   */
  static List<String> of(Place place, String text) {
    Matcher range = RANGE.matcher(text.strip());
    List<String> values =
        range.matches()
            ? between(range.group(1), range.group(2))
            : Arrays.stream(text.split(",")).map(String::strip).toList();
    if (values.size() < 2 || values.size() > MOST || values.contains("")) {
      throw place.bad(
          "“" + text.strip() + "” is no choice, expected 2…" + MOST + " values as 0.1, 1, 3");
    }
    return values;
  }

  private static List<String> between(String from, String to) {
    double low = Double.parseDouble(from);
    double high = Double.parseDouble(to);
    boolean whole = !from.contains(".") && !to.contains(".");
    if (whole && high - low < MOST) {
      return IntStream.rangeClosed((int) low, (int) high).mapToObj(Integer::toString).toList();
    }
    List<String> values = new ArrayList<>(List.of(from));
    for (int exponent = -6; exponent <= 6 && low > 0; exponent++) {
      for (String digit : List.of("1", "3")) {
        double rung = Double.parseDouble(digit + "e" + exponent);
        if (rung > low * 1.000001 && rung < high * 0.999999) {
          values.add(rung == Math.rint(rung) ? Long.toString((long) rung) : Double.toString(rung));
        }
      }
    }
    if (high > low) {
      values.add(to);
    }
    return values;
  }
}
