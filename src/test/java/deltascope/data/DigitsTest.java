package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltascope.math.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  private static Digits four() {
    byte[] pixels = new byte[4 * 784];
    pixels[2 * 784 + 5] = (byte) 200;
    return Digits.of(pixels, Bytes.of(3, 1, 3, 0));
  }

  @Test
  void samplesAreFoundByTheirDigit() {
    assertArrayEquals(new int[] {1, 1, 0, 2, 0, 0, 0, 0, 0, 0}, four().countsPerDigit());
    assertArrayEquals(new int[] {0, 2}, four().indicesOf(3));
    assertArrayEquals(new int[0], four().indicesOf(9));
  }

  @Test
  void pixelsAreUnsigned() {
    assertEquals((byte) 200, four().pixels(2)[5]);
    assertEquals(200, four().pixel(2, 5));
    assertEquals(0, four().pixel(2, 6));
  }

  @Test
  void aSamplePastTheEndIsRefusedWithTheRange() {
    for (int i : new int[] {-1, 4, Integer.MAX_VALUE}) {
      Refused refused = assertThrows(Refused.class, () -> four().label(i));
      assertEquals("sample is " + i + ", expected 0…3", refused.getMessage());
      assertThrows(Refused.class, () -> four().pixels(i));
    }
    Refused refused = assertThrows(Refused.class, () -> four().indicesOf(10));
    assertEquals("digit is 10, expected 0…9", refused.getMessage());
  }

  @Test
  void picturesAndLabelsMustBeAsMany() {
    assertThrows(IllegalArgumentException.class, () -> Digits.of(new byte[784], new byte[2]));
  }

  @ParameterizedTest
  @CsvSource({"train, TRAIN", "test, TEST"})
  void splitsGoByTheirNames(String id, Split split) {
    assertEquals(split, Split.of(id));
    assertEquals(id, split.id());
  }

  @Test
  void anUnknownSplitIsRefused() {
    Refused refused = assertThrows(Refused.class, () -> Split.of("TRAIN"));
    assertEquals("split is TRAIN, expected train or test", refused.getMessage());
  }
}
