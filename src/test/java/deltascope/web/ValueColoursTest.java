package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.picture.HeatColours;
import deltascope.picture.HeatScale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of values, in every theme of the style sheet. */
class ValueColoursTest {
  /** What WCAG asks of text. */
  private static final double READABLE = 4.5;

  private static final Pattern PAIR =
      Pattern.compile("--v(-?\\w+): #(\\w{6}); +--t\\1: #(\\w{6});");

  @Test
  void theNumberInACellCanBeReadOnEveryColour() throws IOException {
    int pairs = 0;
    for (MatchResult pair : (Iterable<MatchResult>) PAIR.matcher(sheet()).results()::iterator) {
      double contrast = contrast(pair.group(2), pair.group(3));
      assertTrue(contrast >= READABLE, pair.group() + " has contrast " + contrast);
      pairs++;
    }
    assertEquals(3 * 42, pairs, "41 steps and NaN: light, dark by choice, dark by the system");
  }

  @Test
  void theServersPicturesTakeTheLightColours() throws IOException {
    String sheet = sheet();
    for (int step = -HeatScale.DEEPEST; step <= HeatScale.DEEPEST; step++) {
      String colour = "--v%d: #%06x;".formatted(step, HeatColours.colour(step));
      assertTrue(sheet.indexOf(colour) < sheet.indexOf("@media"), colour);
      assertTrue(sheet.contains(colour), colour);
    }
  }

  private static String sheet() throws IOException {
    try (InputStream in = ValueColoursTest.class.getResourceAsStream("/static/css/values.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(Integer.parseInt(one, 16));
    double b = luminance(Integer.parseInt(other, 16));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
