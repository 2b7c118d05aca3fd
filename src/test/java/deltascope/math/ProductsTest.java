package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

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
          products.run(c, 0, a, b);
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
    Products.fastest().run(c, 0, a, b);
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
      products.run(c, 4, a, b);
      double[][] expected = new double[11][m + 9];
      double[][] product = naive(a, b, m);
      for (int i = 0; i < 11; i++) {
        System.arraycopy(product[i], 0, expected[i], 4, m);
      }
      same(expected, c, products.title() + ", " + m + " columns");
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void productsThatAreSharedOutBetweenThreadsHaveTheSameBits(Products products) {
    Random random = new Random(4);
    // Once with the larger operand on the left, once on the right, and rows that go into no blocks.
    for (int[] shape : new int[][] {{203, 40, 61}, {32, 201, 103}, {7, 31, 2003}}) {
      double[][] a = random(random, shape[0], shape[1]);
      double[][] b = random(random, shape[1], shape[2]);
      double[][] c = random(random, shape[0], shape[2]);
      products.run(c, 0, a, b);
      same(naive(a, b, shape[2]), c, products.title() + ", " + shape[0] + " rows");
    }
  }

  /** As pixels are: in four of five places zero, of either sign, with whole rows of zeros. */
  private static double[][] mostlyZero(Random random, int rows, int cols) {
    double[][] matrix = random(random, rows, cols);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        if (i % 9 < 6 && i < 12 || random.nextInt(5) > 0) {
          matrix[i][j] = random.nextBoolean() ? 0.0 : -0.0;
        }
      }
    }
    return matrix;
  }

  private static void productOfManyZeros(Products products, double strange) {
    Random random = new Random(7);
    for (int m : new int[] {7, 16, 21, 37}) {
      double[][] a = mostlyZero(random, 503, 110);
      double[][] b = random(random, 110, m);
      b[3][m / 2] = strange;
      b[104][m - 1] = strange;
      double[][] c = random(random, 503, m);
      products.run(c, 0, a, b);
      same(naive(a, b, m), c, products.title() + ", " + strange + ", " + m + " columns");
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void termsThatAreZeroChangeNoBit(Products products) {
    productOfManyZeros(products, 1);
    productOfManyZeros(products, -0.0);
    productOfManyZeros(products, Double.MIN_VALUE);
  }

  @ParameterizedTest
  @MethodSource("both")
  void zeroTimesInfinityIsNotLeftOut(Products products) {
    productOfManyZeros(products, Double.POSITIVE_INFINITY);
    productOfManyZeros(products, Double.NEGATIVE_INFINITY);
    productOfManyZeros(products, Double.NaN);
  }

  @Test
  void onlyTermsThatAreZeroInAllFiveRowsAreLeftOut() {
    double[][] a = new double[400][100];
    double[][] b = random(new Random(8), 100, 30);
    a[7][60] = 1e-300;
    a[9][2] = -1;
    a[398][99] = Double.NaN;
    int[][] terms = Terms.ofFives(a, b);
    assertEquals(80, terms.length);
    assertArrayEquals(new int[0], terms[0]);
    assertArrayEquals(new int[] {2, 60}, terms[1]);
    assertArrayEquals(new int[] {99}, terms[79]);
    b[50][29] = Double.NaN;
    assertSame(Terms.ALL, Terms.ofFives(a, b)[0], "nothing is zero times what is not a number");
    assertNotSame(Terms.ALL, terms[0]);
  }

  @Test
  void aSmallProductIsOnePieceAndALargeOneMany() {
    assertEquals(100, Products.piece(100, 1_000));
    assertEquals(6, Products.piece(1_000, 10_000));
    assertEquals(1, Products.piece(10, 1_000_000));
  }
}
