package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeDigitsTest {
  private static Digits fresh(Split split) {
    return Made.dataset().split(split);
  }

  @Test
  void theyAreTheSameOnEveryMachine() {
    Digits digits = fresh(Split.TRAIN);
    CRC32 sum = new CRC32();
    for (int i = 0; i < 1000; i++) {
      sum.update(digits.label(i));
      sum.update(digits.pixels(i));
    }
    assertEquals("bccd792d", Long.toHexString(sum.getValue()));
  }

  @Test
  void aSampleIsTheSameMadeAloneOrAfterOthersOrByManyThreads() {
    Digits alone = fresh(Split.TRAIN);
    byte[] late = alone.pixels(59_999);
    Digits inOrder = fresh(Split.TRAIN);
    byte[][] many =
        IntStream.range(59_900, 60_000).parallel().mapToObj(inOrder::pixels).toArray(byte[][]::new);
    assertArrayEquals(late, many[99]);
    assertArrayEquals(alone.pixels(59_900), many[0]);
  }

  @Test
  void moreOfThemBeginWithTheSame() {
    Digits more = Library.made(70_000);
    Digits train = fresh(Split.TRAIN);
    assertEquals(70_000, more.size());
    for (int i : new int[] {0, 7, 59_999}) {
      assertEquals(train.label(i), more.label(i));
      assertArrayEquals(train.pixels(i), more.pixels(i));
    }
    assertEquals(7000, more.countsPerDigit()[3]);
  }

  @ParameterizedTest
  @EnumSource
  void everyTenSamplesShowEachDigitOnce(Split split) {
    Digits digits = fresh(split);
    for (int ten = 0; ten < digits.size(); ten += 10) {
      int from = ten;
      assertEquals(10, IntStream.range(from, from + 10).map(digits::label).distinct().count());
    }
    int[] even = new int[10];
    Arrays.fill(even, digits.size() / 10);
    assertArrayEquals(even, digits.countsPerDigit());
    assertFalse(Arrays.equals(first(digits, 0), first(digits, 10)), "always in one order");
  }

  private static int[] first(Digits digits, int from) {
    return IntStream.range(from, from + 10).map(digits::label).toArray();
  }

  @Test
  void theTestDigitsAreNotTheTrainingDigits() {
    Digits train = fresh(Split.TRAIN);
    Digits test = fresh(Split.TEST);
    for (int i = 0; i < 200; i++) {
      for (int k = 0; k < 200; k++) {
        assertFalse(Arrays.equals(train.pixels(i), test.pixels(k)), i + " is " + k);
      }
    }
  }

  /** As MNIST's own: the longer side of the ink is 20 pixels, and its mass is in the middle. */
  @ParameterizedTest
  @EnumSource
  void inkFillsTheBoxAndBalancesInTheMiddle(Split split) {
    Digits digits = fresh(split);
    for (int i = 0; i < 1000; i++) {
      int top = 28;
      int bottom = -1;
      int left = 28;
      int right = -1;
      double mass = 0;
      double x = 0;
      double y = 0;
      for (int row = 0; row < 28; row++) {
        for (int column = 0; column < 28; column++) {
          int grey = digits.pixel(i, 28 * row + column);
          if (grey > 0) {
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            left = Math.min(left, column);
            right = Math.max(right, column);
          }
          mass += grey;
          x += grey * column;
          y += grey * row;
        }
      }
      int longer = Math.max(right - left, bottom - top) + 1;
      assertTrue(longer >= 18 && longer <= 21, "sample " + i + " is " + longer + " long");
      assertEquals(14, x / mass, 0.52, "sample " + i);
      assertEquals(14, y / mass, 0.52, "sample " + i);
    }
  }

  /** Weighed against MNIST's training digits: 102.6 covered pixels each, of 150 touched. */
  @Test
  void theyWeighAsMuchAsRealOnes() {
    Digits digits = fresh(Split.TRAIN);
    double mass = 0;
    double touched = 0;
    for (int i = 0; i < 2000; i++) {
      for (int p = 0; p < 784; p++) {
        mass += digits.pixel(i, p) / 255.0;
        touched += digits.pixel(i, p) > 0 ? 1 : 0;
      }
    }
    assertEquals(102.6, mass / 2000, 5);
    assertEquals(150, touched / 2000, 8);
  }
}
