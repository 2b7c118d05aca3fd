package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltascope.math.Refused;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentredDigitTest {
  private static int grey(byte[] picture, int row, int column) {
    return picture[28 * row + column] & 0xff;
  }

  /** The centre of mass along one axis, by the book: Σ m·r / Σ m. */
  private static double centre(byte[] picture, boolean rows) {
    double mass = IntStream.range(0, 784).mapToDouble(p -> picture[p] & 0xff).sum();
    return IntStream.range(0, 784)
            .mapToDouble(p -> (picture[p] & 0xff) * (double) (rows ? p / 28 : p % 28))
            .sum()
        / mass;
  }

  @Test
  void aSquareFillsTheBoxInTheMiddle() {
    byte[] ink = new byte[100 * 60];
    for (int row = 5; row < 15; row++) {
      for (int column = 80; column < 90; column++) {
        ink[100 * row + column] = (byte) 255;
      }
    }
    byte[] picture = CentredDigit.of(100, ink);
    for (int row = 0; row < 28; row++) {
      for (int column = 0; column < 28; column++) {
        // a centre at 9.5 can go to 13.5 or 14.5: halves are rounded to the even side, to 4
        boolean inside = row >= 4 && row < 24 && column >= 4 && column < 24;
        assertEquals(inside ? 255 : 0, grey(picture, row, column), row + ", " + column);
      }
    }
  }

  @Test
  void proportionsAreKept() {
    byte[] bar = new byte[40 * 40];
    for (int row = 0; row < 40; row++) {
      for (int column = 10; column < 14; column++) {
        bar[40 * row + column] = (byte) 255;
      }
    }
    byte[] picture = CentredDigit.of(40, bar);
    long columns =
        IntStream.range(0, 28)
            .filter(c -> IntStream.range(0, 28).anyMatch(r -> grey(picture, r, c) > 0))
            .count();
    long rows =
        IntStream.range(0, 28)
            .filter(r -> IntStream.range(0, 28).anyMatch(c -> grey(picture, r, c) > 0))
            .count();
    assertEquals(20, rows);
    assertEquals(2, columns);
  }

  @Test
  void halfACoveredPixelIsHalfGrey() {
    byte[] ink = new byte[40]; // 40 wide and 1 high: two pixels of the drawing share one of the box
    ink[0] = (byte) 255;
    ink[39] = (byte) 255;
    byte[] picture = CentredDigit.of(40, ink);
    long quarters = IntStream.range(0, 784).filter(p -> (picture[p] & 0xff) == 64).count();
    assertEquals(2, quarters); // half along the row, and half along the column
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theCentreOfMassIsWithinHalfAPixelOfTheMiddle(long seed) {
    Random random = new Random(seed);
    int width = 20 + random.nextInt(300);
    int height = 20 + random.nextInt(300);
    byte[] ink = new byte[width * height];
    for (int patch = 0; patch < 5; patch++) {
      int row = random.nextInt(height * 4 / 5);
      int column = random.nextInt(width * 4 / 5);
      byte grey = (byte) (50 + random.nextInt(206));
      for (int p = 0; p < (height / 5) * (width / 5); p++) {
        ink[(row + p / (width / 5)) * width + column + p % (width / 5)] = grey;
      }
    }
    byte[] picture = CentredDigit.of(width, ink);
    assertEquals(14, centre(picture, false), 0.51);
    assertEquals(14, centre(picture, true), 0.51);
  }

  @Test
  void aDigitLaidOutOnceStaysAsItIs() {
    byte[] digit = Made.dataset().train().pixels(3);
    byte[] wide = new byte[60 * 40];
    for (int p = 0; p < 784; p++) {
      wide[60 * (7 + p / 28) + 11 + p % 28] = digit[p];
    }
    assertArrayEquals(digit, CentredDigit.of(60, wide));
  }

  @Test
  void blankPaperIsRefused() {
    Refused refused = assertThrows(Refused.class, () -> CentredDigit.of(10, new byte[100]));
    assertEquals("pixels is blank, expected some ink", refused.getMessage());
  }

  @Test
  void pixelsThatMakeNoRowsAreRefused() {
    for (int width : new int[] {0, -1, 7}) {
      Refused refused = assertThrows(Refused.class, () -> CentredDigit.of(width, new byte[100]));
      assertEquals("pixels", refused.parameter());
    }
    assertThrows(Refused.class, () -> CentredDigit.of(7, new byte[0]));
  }
}
