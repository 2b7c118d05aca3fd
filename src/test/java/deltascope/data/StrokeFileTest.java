package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeFileTest {
  @Test
  void stylesStrokesRangesAndCornersAreRead() {
    List<Style> styles =
        StrokeFile.read(
            "9.txt",
            List.of(
                "# Nine.",
                "style plain 2.5",
                "stroke 1,2 -3~4,5~6.5! 7,8",
                "stroke 0,0 1,1",
                "",
                "style other 1",
                "stroke 5,5 6,6 # a comment"));

    assertEquals(
        List.of(
            new Style(
                "plain",
                2.5,
                List.of(
                    List.of(
                        new Style.Knot(1, 1, 2, 2, false),
                        new Style.Knot(-3, 4, 5, 6.5, true),
                        new Style.Knot(7, 7, 8, 8, false)),
                    List.of(new Style.Knot(0, 0, 0, 0, false), new Style.Knot(1, 1, 1, 1, false)))),
            new Style(
                "other",
                1,
                List.of(
                    List.of(
                        new Style.Knot(5, 5, 5, 5, false), new Style.Knot(6, 6, 6, 6, false))))),
        styles);
  }

  private static void refused(String message, String... lines) {
    var bad =
        assertThrows(
            IllegalArgumentException.class, () -> StrokeFile.read("9.txt", List.of(lines)));
    assertEquals("9.txt, line " + message, bad.getMessage());
  }

  @Test
  void whatIsNotUnderstoodIsNamedWithItsLine() {
    String line = "'style NAME WEIGHT', or below one 'stroke x,y x,y …'";
    String point = "a point x,y or low~high,y with an optional ! at its end";
    refused("1: found 'stroke 1,2 3,4', expected " + line, "stroke 1,2 3,4");
    refused("2: found 'curve 1,2', expected " + line, "style a 1", "curve 1,2");
    refused("1: found 'style a', expected " + line, "style a");
    refused("2: found '3', expected " + point, "style a 1", "stroke 1,2 3");
    refused("2: found '4~3,1', expected a range that rises", "style a 1", "stroke 1,2 4~3,1");
    refused("2: found '1,2', expected two points or more", "style a 1", "stroke 1,2");
    refused("1: found 'no stroke', expected one or more in style a", "style a 1");
    refused("0: found 'the end', expected at least one style");
  }

  @Test
  void everyDigitIsWrittenInSeveralStyles() {
    List<List<Style>> digits = Made.styles();
    assertEquals(10, digits.size());
    digits.forEach(styles -> assertTrue(styles.size() >= 4, "only " + styles));
  }
}
