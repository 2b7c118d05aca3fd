package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever loops compute a product, each sum is taken term after term, to the bit. */
class ProductsTest {
  private static final Products PLAIN = new PlainProducts();

  private static double[][] random(Random random, int rows, int cols) {
    double[][] matrix = new double[rows][cols];
    for (double[] row : matrix) {
      for (int j = 0; j < cols; j++) {
        // Of many sizes, so that every other order of adding would round differently.
        row[j] = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3);
      }
    }
    return matrix;
  }

  /** As it is written in a textbook: one cell, one sum, one term after the other. */
  private static double[][] naive(double[][] a, double[][] b, int cols) {
    double[][] c = new double[a.length][cols];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < cols; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  private static void same(double[][] expected, double[][] found, String what) {
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], found[i], what + ", row " + i);
    }
  }

  private static void run(Products products) {
    Random random = new Random(1);
    for (int n = 1; n <= 13; n++) {
      for (int k = 1; k <= 9; k += 2) {
        for (int m = 1; m <= 40; m++) {
          double[][] a = random(random, n, k);
          double[][] b = random(random, k, m);
          double[][] c = new double[n][m];
          products.run(c, 0, a, b, 0, n);
          same(naive(a, b, m), c, products.title() + " " + n + " × " + k + " × " + m);
        }
      }
    }
  }

  @Test
  void plainLoopsGiveTheTextbooksSum() {
    run(PLAIN);
  }

  @Test
  void theFastestLoopsGiveTheVerySameBits() {
    run(Products.fastest());
  }

  @Test
  void theTestsRunWithVectorsAsTheProgramDoes() {
    assertNotEquals(PLAIN.title(), Products.fastest().title());
  }

  @Test
  void infinitiesAndNotANumberComeThrough() {
    double inf = Double.POSITIVE_INFINITY;
    double[][] a = random(new Random(2), 5, 3);
    double[][] b = random(new Random(3), 3, 20);
    b[1][7] = inf;
    b[2][9] = Double.NaN;
    a[3][1] = 0;
    double[][] c = new double[5][20];
    Products.fastest().run(c, 0, a, b, 0, 5);
    same(naive(a, b, 20), c, "with infinities");
    assertEquals(Double.NaN, c[3][7]);
  }

  static Stream<Products> both() {
    return Stream.of(PLAIN, Products.fastest());
  }

  @ParameterizedTest
  @MethodSource("both")
  void aProductGoesToTheColumnsItIsToldAndLeavesTheOthersAlone(Products products) {
    Random random = new Random(6);
    for (int m = 1; m <= 40; m++) {
      double[][] a = random(random, 11, 7);
      double[][] b = random(random, 7, m);
      double[][] c = new double[11][m + 9];
      products.run(c, 4, a, b, 0, 11);
      double[][] expected = new double[11][m + 9];
      double[][] product = naive(a, b, m);
      for (int i = 0; i < 11; i++) {
        System.arraycopy(product[i], 0, expected[i], 4, m);
      }
      same(expected, c, products.title() + ", " + m + " columns");
    }
  }

  @Test
  void aPartOfTheRowsLeavesTheOthersAlone() {
    double[][] a = random(new Random(4), 12, 6);
    double[][] b = random(new Random(5), 6, 24);
    double[][] c = new double[12][24];
    Products.fastest().run(c, 0, a, b, 3, 9);
    double[][] all = naive(a, b, 24);
    for (int i = 0; i < 12; i++) {
      assertArrayEquals(i < 3 || i >= 9 ? new double[24] : all[i], c[i]);
    }
  }
}
