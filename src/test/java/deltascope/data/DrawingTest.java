package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits drawn by a user: as an address keeps them, and as pixels. */
class DrawingTest {
  private static final Drawing SEVEN =
      new Drawing(7, List.of(new int[] {20, 20, 90, 24, 50, 120}, new int[] {40, 70, 80, 66}));

  private static Drawing random(long seed) {
    Random random = new Random(seed);
    List<int[]> strokes = new ArrayList<>();
    for (int k = 0; k < 1 + random.nextInt(4); k++) {
      strokes.add(random.ints(2L * (2 + random.nextInt(30)), 0, Drawing.PAD).toArray());
    }
    return new Drawing(random.nextInt(10), strokes);
  }

  /** x with its highest bit and y, by hand: 20, 20 is 0x94 0x14. */
  @Test
  void aDrawingIsTwoBytesAPlace() {
    Drawing dash = new Drawing(1, List.of(new int[] {20, 20, 3, 127}));
    assertEquals("1.lBQDfw", dash.text());
    assertArrayEquals(
        new byte[] {(byte) 0x94, 0x14, 0x03, 0x7f}, Base64.getUrlDecoder().decode("lBQDfw"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatWasWrittenIsReadAgain(long seed) {
    Drawing drawing = random(seed);
    Drawing again = Drawing.read(drawing.text());
    assertEquals(drawing.label(), again.label());
    assertEquals(drawing.strokes().size(), again.strokes().size());
    for (int k = 0; k < drawing.strokes().size(); k++) {
      assertArrayEquals(drawing.strokes().get(k), again.strokes().get(k));
    }
    assertEquals(drawing.text(), again.text());
    assertArrayEquals(drawing.pixels(), again.pixels());
  }

  /** Σ m·r / Σ m, from the pixels alone. */
  private static double centre(byte[] picture, boolean rows) {
    double mass = IntStream.range(0, 784).mapToDouble(p -> picture[p] & 0xff).sum();
    return IntStream.range(0, 784)
            .mapToDouble(p -> (picture[p] & 0xff) * (double) (rows ? p / 28 : p % 28))
            .sum()
        / mass;
  }

  private static int extent(byte[] picture, boolean rows) {
    int[] inked =
        IntStream.range(0, 784)
            .filter(p -> picture[p] != 0)
            .map(p -> rows ? p / 28 : p % 28)
            .sorted()
            .toArray();
    return inked[inked.length - 1] - inked[0] + 1;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void itIsAsLargeAsMnistsAndItsMassIsInTheMiddle(long seed) {
    byte[] picture = random(seed).pixels();
    assertEquals(14, centre(picture, false), 0.51);
    assertEquals(14, centre(picture, true), 0.51);
    assertEquals(20, Math.max(extent(picture, true), extent(picture, false)), 1);
  }

  /** The same shape in a corner of the pad, half as large, is the same digit. */
  @Test
  void whereAndHowLargeItWasDrawnDoesNotMatter() {
    List<int[]> small = new ArrayList<>();
    for (int[] stroke : SEVEN.strokes()) {
      small.add(IntStream.of(stroke).map(place -> place / 2).toArray());
    }
    byte[] large = SEVEN.pixels();
    byte[] again = new Drawing(7, small).pixels();
    for (int p = 0; p < 784; p++) {
      assertEquals(large[p] & 0xff, again[p] & 0xff, 2, "pixel " + p);
    }
  }

  /** A straight line upright: as broad as a usual pen, 2 · 1.38 pixels, and 20 high. */
  @Test
  void aStrokeIsAsBroadAsAPen() {
    byte[] line = new Drawing(1, List.of(new int[] {64, 10, 64, 110})).pixels();
    double mass = IntStream.range(0, 784).mapToDouble(p -> (line[p] & 0xff) / 255.0).sum();
    assertEquals(2 * 1.38 * 20, mass, 4);
    assertEquals(20, extent(line, true), 1);
    assertTrue(extent(line, false) <= 5);
  }

  @Test
  void aDotIsADot() {
    byte[] dot = new Drawing(0, List.of(new int[] {5, 99})).pixels();
    double mass = IntStream.range(0, 784).mapToDouble(p -> (dot[p] & 0xff) / 255.0).sum();
    assertEquals(Math.PI * 1.38 * 1.38, mass, 1);
    assertEquals(14, centre(dot, true), 0.51);
    assertArrayEquals(dot, new Drawing(0, List.of(new int[] {5, 99, 5, 99})).pixels());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "7.",
        "7.A",
        "x.lBQ",
        "77.lBQ",
        "-7.lBQ",
        "7.lB Q",
        "7.lBQ=",
        "7.lB+Q",
        "7.FBQ",
        "7.lJQ",
        "7.lBQD",
        "7.lBQDfwA"
      })
  void whatNoPadWritesIsRefused(String text) {
    Refused refused = assertThrows(Refused.class, () -> Drawing.read(text));
    assertEquals("drawn", refused.parameter());
  }

  @Test
  void moreThanAPadWritesIsRefusedInOneSentence() {
    int[] most = IntStream.range(0, 2 * Drawing.MOST).map(k -> k % 100).toArray();
    assertEquals(
        Drawing.MOST,
        Drawing.read(new Drawing(3, List.of(most)).text()).strokes().get(0).length / 2);
    String more = new Drawing(3, List.of(most, new int[] {1, 1})).text();
    Refused refused = assertThrows(Refused.class, () -> Drawing.read(more));
    assertTrue(refused.getMessage().length() < 160, refused.getMessage());
    assertThrows(Refused.class, () -> Drawing.read("3." + "A".repeat(1_000_000)));
  }

  @Test
  void itTakesThePlaceOfOneSampleAndOfNoOther() {
    Digits made = Made.dataset().train();
    Digits with = made.with(5, SEVEN);
    assertEquals(7, with.label(5));
    assertArrayEquals(SEVEN.pixels(), with.pixels(5));
    assertEquals(made.size(), with.size());
    for (int other : new int[] {0, 4, 6, 59_999}) {
      assertEquals(made.label(other), with.label(other));
      assertArrayEquals(made.pixels(other), with.pixels(other));
      assertEquals(made.pixel(other, 300), with.pixel(other, 300));
    }
    assertThrows(Refused.class, () -> made.with(made.size(), SEVEN));
  }
}
