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

  private static Factor rows(double[][] b) {
    return new InRows(b, b[0].length);
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
          products.run(c, a, rows(b));
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
    Products.fastest().run(c, a, rows(b));
    same(naive(a, b, 20), c, "with infinities");
    assertEquals(Double.NaN, c[3][7]);
  }

  static Stream<Products> both() {
    return Stream.of(PLAIN, Products.fastest());
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
      products.run(c, a, rows(b));
      same(naive(a, b, shape[2]), c, products.title() + ", " + shape[0] + " rows");
    }
  }

  /** As pixels are: in four of five places zero, of either sign, with whole columns of zeros. */
  private static double[][] mostlyZero(Random random, int rows, int cols) {
    double[][] matrix = random(random, rows, cols);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        if (j % 9 < 6 && j < 12 || random.nextInt(5) > 0) {
          matrix[i][j] = random.nextBoolean() ? 0.0 : -0.0;
        }
      }
    }
    return matrix;
  }

  private static void productOfManyZeros(Products products, double strange) {
    Random random = new Random(7);
    for (int m : new int[] {7, 16, 21, 37}) {
      double[][] a = random(random, 53, 110);
      double[][] b = mostlyZero(random, 110, m);
      a[13][3] = strange;
      a[52][104] = strange;
      double[][] c = random(random, 53, m);
      products.run(c, a, rows(b));
      same(naive(a, b, m), c, products.title() + ", " + strange + ", " + m + " columns");
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void termsThatAreZeroChangeNoBit(Products products) {
    productOfManyZeros(products, 1);
    productOfManyZeros(products, -0.0);
    productOfManyZeros(products, Double.MIN_VALUE);
    productOfManyZeros(products, Double.MAX_VALUE);
  }

  @ParameterizedTest
  @MethodSource("both")
  void zeroTimesInfinityIsNotLeftOut(Products products) {
    productOfManyZeros(products, Double.POSITIVE_INFINITY);
    productOfManyZeros(products, Double.NEGATIVE_INFINITY);
    productOfManyZeros(products, Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("both")
  void aTransposeNeedNotBeMadeBeforeItIsAFactor(Products products) {
    Random random = new Random(9);
    for (int m = 1; m <= 40; m++) {
      double[][] a = random(random, 6, 11);
      double[][] turned = random(random, m, 11);
      double[][] b = Kernels.transpose(turned, 11);
      double[][] c = random(random, 6, m);
      products.run(c, a, new Turned(turned, 11));
      same(naive(a, b, m), c, products.title() + ", transposed, " + m + " columns");
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void bytesAreFactorsAsTheNumbersTheyStandFor(Products products) {
    Random random = new Random(10);
    for (double ofZero : new double[] {0, -0.0, 0.25}) {
      for (int m = 2; m <= 40; m++) {
        Codes codes = codes(random, 13, m, ofZero);
        double[][] numbers = new double[13][m];
        for (int i = 0; i < 13; i++) {
          for (int j = 0; j < m; j++) {
            numbers[i][j] = codes.meaning()[codes.bytes()[13 * j + i] & 0xff];
          }
        }
        same(numbers, codes.all(), "numbers");
        double[][] a = random(random, 6, 13);
        double[][] c = random(random, 6, m);
        products.run(c, a, codes.factor());
        same(naive(a, numbers, m), c, products.title() + ", bytes, " + m + " columns");
        double[][] a2 = random(random, 9, m);
        double[][] c2 = random(random, 9, 13);
        products.run(c2, a2, codes.turned());
        same(
            naive(a2, Kernels.transpose(numbers, m), 13),
            c2,
            products.title() + ", bytes transposed, " + m + " rows");
      }
    }
  }

  /** Mostly byte 0, and not all of what bytes stand for is rounded alike. */
  private static Codes codes(Random random, int rows, int cols, double ofZero) {
    byte[][] stores = new byte[cols][rows + 5];
    int[] offsets = new int[cols];
    for (int j = 0; j < cols; j++) {
      offsets[j] = j % 6;
      for (int i = 0; i < rows + 5; i++) {
        stores[j][i] = (byte) (random.nextInt(9) > 0 ? 0 : random.nextInt(256));
      }
    }
    double[] meaning = random(random, 1, 256)[0];
    meaning[0] = ofZero;
    return Codes.gathered(rows, stores, offsets).map(code -> meaning[(int) code]);
  }

  @Test
  void aSmallProductIsOnePieceAndALargeOneMany() {
    assertEquals(100, Products.piece(100, 1_000));
    assertEquals(6, Products.piece(1_000, 10_000));
    assertEquals(1, Products.piece(10, 1_000_000));
  }
}
