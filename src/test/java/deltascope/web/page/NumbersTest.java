package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltascope.math.Matrix;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void aMinusIsAMinusAndZeroHasNone() {
    assertEquals("−0.41", Numbers.fixed(-0.411, 2));
    assertEquals("0.00", Numbers.fixed(-0.001, 2));
    assertEquals("−∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
    assertEquals("NaN", Numbers.significant(Double.NaN, 3));
  }

  @Test
  void figuresThatMatterAreKept() {
    assertEquals("0.0123", Numbers.significant(0.01234, 3));
    assertEquals("123", Numbers.significant(123.4, 3));
    assertEquals("−1.23 · 10⁻⁵", Numbers.significant(-1.234e-5, 3));
    assertEquals("1.00 · 10¹²", Numbers.significant(1e12, 3));
    assertEquals("0", Numbers.significant(-0.0, 3));
  }

  @Test
  void aRowOfTermsHasAsManyDecimalsAsItsLargestNeeds() {
    assertEquals(3, Numbers.decimals(DoubleStream.of(0.05, -0.9)));
    assertEquals(1, Numbers.decimals(DoubleStream.of(0.05, 250.5)));
    assertEquals(5, Numbers.decimals(DoubleStream.of(0.00012)));
    assertEquals(0, Numbers.decimals(DoubleStream.of(-1, 1, 0)));
  }

  @Test
  void aMatrixOfSmallNumbersIsWrittenInAPowerOfTen() {
    CellScale scale = CellScale.of(Matrix.column(0.00012, -0.00034));
    assertEquals("×10⁻⁴", scale.unit());
    assertEquals("1.20", scale.written(0.00012));
    assertEquals("−3.40", scale.written(-0.00034));
  }

  @Test
  void theDeepestColourIsTheLargestAndTheSignShowsHoweverSmall() {
    CellScale scale = CellScale.of(Matrix.column(2, -4, Double.NaN));
    assertEquals("v-20", scale.styleClass(-4));
    assertEquals("v10", scale.styleClass(2));
    assertEquals("v1", scale.styleClass(1e-9));
    assertEquals("v-1", scale.styleClass(-1e-9));
    assertEquals("v0", scale.styleClass(0));
    assertEquals("vx", scale.styleClass(Double.NaN));
  }

  @Test
  void fixedNumbersAreTheJdksOwn() {
    Random random = new Random(7);
    for (int n = 0; n < 200_000; n++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(24) - 12);
      int decimals = random.nextInt(10);
      double near = n % 3 == 0 ? Math.rint(value * 1e4) / 1e4 + 5e-5 : value;
      String text = String.format(Locale.ROOT, "%." + decimals + "f", near);
      boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
      String expected = zero ? text.replace("-", "") : text.replace('-', '−');
      assertEquals(expected, Numbers.fixed(near, decimals), near + " to " + decimals);
    }
  }
}
