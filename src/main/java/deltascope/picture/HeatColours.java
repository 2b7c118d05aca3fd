package deltascope.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The diverging map of values: blue below zero, paper at zero, orange above, in forty-one steps.
 * The colours are those of the pages' style sheet.
 */
public final class HeatColours {
  private static final String SHEET = "/static/css/values.css";

  /** The light theme's, which the style sheet gives first. */
  private static final int[] COLOURS = read();

  private HeatColours() {}

  /** The colour as 0xRRGGBB. */
  public static int colour(int step) {
    return COLOURS[step + HeatScale.DEEPEST];
  }

  private static int[] read() {
    try (InputStream in = HeatColours.class.getResourceAsStream(SHEET)) {
      if (in == null) {
        throw new IllegalStateException("No " + SHEET);
      }
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int[] colours = new int[2 * HeatScale.DEEPEST + 1];
      for (int step = -HeatScale.DEEPEST; step <= HeatScale.DEEPEST; step++) {
        Matcher found = Pattern.compile("--v" + step + ": #([0-9a-f]{6});").matcher(sheet);
        if (!found.find()) {
          throw new IllegalStateException(SHEET + " has no colour --v" + step);
        }
        colours[step + HeatScale.DEEPEST] = Integer.parseInt(found.group(1), 16);
      }
      return colours;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
