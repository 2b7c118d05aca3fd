package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.oracle.Naive;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTest {
  static Stream<Integer> seeds() {
    return IntStream.range(0, 40).boxed();
  }

  private static double[][] numbers(Random random, int rows, int cols) {
    double[][] numbers = new double[rows][cols];
    for (double[] row : numbers) {
      for (int j = 0; j < cols; j++) {
        row[j] = random.nextInt(6) == 0 ? 0 : random.nextGaussian() * Math.exp(random.nextInt(9));
      }
    }
    return numbers;
  }

  private static void sameBits(double[][] expected, Matrix actual) {
    assertEquals(Naive.shape(expected), Naive.shape(rows(actual)));
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertEquals(expected[i][j], actual.at(i, j), 0.0, "row " + i + ", column " + j);
      }
    }
  }

  private static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.row(i).clone();
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aProductIsTheNaiveOneToTheBit(int seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(20);
    int k = 1 + random.nextInt(40);
    int m = seed % 3 == 0 ? 1 : 1 + random.nextInt(20);
    double[][] a = numbers(random, n, k);
    double[][] b = numbers(random, k, m);
    sameBits(Naive.times(a, b), Matrix.onRows(a).times(Matrix.onRows(b)));
  }

  @Test
  void aProductLargeEnoughToBeSharedOutIsTheNaiveOneToTheBit() {
    Random random = new Random(7);
    double[][] a = numbers(random, 101, 70);
    double[][] b = numbers(random, 70, 90);
    sameBits(Naive.times(a, b), Matrix.onRows(a).times(Matrix.onRows(b)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aProductWithATransposeIsTheNaiveOneToTheBit(int seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(20);
    int k = seed % 4 == 0 ? 1 : 1 + random.nextInt(110);
    int m = 1 + random.nextInt(seed % 5 == 0 ? 800 : 70);
    double[][] a = numbers(random, n, k);
    double[][] b = numbers(random, m, k);
    double[][] turned = new double[k][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < k; j++) {
        turned[j][i] = b[i][j];
      }
    }
    sameBits(Naive.times(a, turned), Matrix.onRows(a).timesTransposed(Matrix.onRows(b)));
  }

  @Test
  void anImageIsRememberedUntilTheObjectChanges() {
    DoubleUnaryOperator square = x -> x * x;
    Matrix x = Matrix.column(2, 3);
    Matrix image = x.image(square);
    sameBits(new double[][] {{4}, {9}}, image);
    assertSame(image, x.image(square));
    sameBits(new double[][] {{-2}, {-3}}, x.image(z -> -z));
    x.add(Matrix.column(1, 1));
    sameBits(new double[][] {{9}, {16}}, x.image(square));
    x.scaleBy(2);
    sameBits(new double[][] {{36}, {64}}, x.image(square));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aColumnOfAProductIsTheProductOfTheColumnToTheBit(int seed) {
    Random random = new Random(seed);
    Matrix a = Matrix.onRows(numbers(random, 7, 30));
    Matrix b = Matrix.onRows(numbers(random, 30, 5));
    Matrix product = a.times(b);
    for (int j = 0; j < 5; j++) {
      assertTrue(a.times(b.columnAt(j)).sameValues(product.columnAt(j)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumDifferenceAndProductByCellsStretchRowsColumnsAndNumbers(int seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(6);
    int m = 2 + random.nextInt(6);
    double[][] whole = numbers(random, n, m);
    for (int[] shape : new int[][] {{n, m}, {n, 1}, {1, m}, {1, 1}}) {
      double[][] other = numbers(random, shape[0], shape[1]);
      cells(whole, other);
      cells(other, whole);
    }
    cells(numbers(random, n, 1), numbers(random, 1, m));
  }

  private static void cells(double[][] a, double[][] b) {
    cells(a, b, Matrix::plus, (x, y) -> x + y);
    cells(a, b, Matrix::minus, (x, y) -> x - y);
    cells(a, b, Matrix::hadamard, (x, y) -> x * y);
  }

  private static void cells(
      double[][] a, double[][] b, BinaryOperator<Matrix> operation, DoubleBinaryOperator rule) {
    sameBits(Naive.cells(a, b, rule), operation.apply(Matrix.onRows(a), Matrix.onRows(b)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOtherOperationsAreTheNaiveOnes(int seed) {
    Random random = new Random(seed);
    double[][] a = numbers(random, 1 + random.nextInt(9), 1 + random.nextInt(9));
    Matrix matrix = Matrix.onRows(a);
    sameBits(Naive.transposed(a), matrix.transposed());
    sameBits(Naive.map(a, x -> x * -0.7), matrix.scaled(-0.7));
    sameBits(Naive.map(a, x -> x * x), matrix.map(x -> x * x));
    sameBits(Naive.sumDown(a), matrix.sumOfRows());
    sameBits(Naive.transposed(Naive.sumDown(Naive.transposed(a))), matrix.sumOfColumns());
    double squares = 0;
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (double[] row : a) {
      for (double x : row) {
        squares += x * x;
        most = Math.max(most, x);
        least = Math.min(least, x);
      }
    }
    assertEquals(Math.sqrt(squares), matrix.norm());
    assertEquals(most, matrix.max());
    assertEquals(least, matrix.min());
    assertEquals(Math.max(Math.abs(most), Math.abs(least)), matrix.maxAbs());
    double[] rowMajor = Stream.of(a).flatMapToDouble(java.util.Arrays::stream).toArray();
    assertArrayEquals(rowMajor, matrix.rowMajor());
  }

  @Test
  void noOperationButAddAndScaleByChangesItsOperands() {
    double[][] a = {{1, 2}, {3, 4}};
    Matrix one = Matrix.onRows(a);
    Matrix two = Matrix.onRows(new double[] {5, 6}, new double[] {7, 8});
    one.times(two);
    one.plus(two);
    one.minus(two);
    one.hadamard(two);
    one.scaled(3);
    one.map(x -> 0);
    one.transposed();
    one.copy().add(two);
    one.copy().scaleBy(9);
    one.sumOfRows();
    one.sumOfColumns();
    assertArrayEquals(new double[] {1, 2, 3, 4}, one.rowMajor());
    assertArrayEquals(new double[] {5, 6, 7, 8}, two.rowMajor());
  }

  @Test
  void aSumInPlaceIsSeenUnderASecondName() {
    Matrix one = Matrix.column(1, 2);
    Matrix two = one;
    one.add(Matrix.column(10, 20));
    assertSame(one, two);
    assertArrayEquals(new double[] {11, 22}, two.rowMajor());
    two.scaleBy(2);
    assertArrayEquals(new double[] {22, 44}, one.rowMajor());
  }

  @Test
  void aSumInPlaceIsNotSeenInACopy() {
    Matrix one = Matrix.column(1, 2);
    Matrix copy = one.copy();
    assertNotSame(one.row(0), copy.row(0));
    one.add(Matrix.column(10, 20));
    assertArrayEquals(new double[] {1, 2}, copy.rowMajor());
  }

  @Test
  void rowsThatAreOneArrayAllGetEverySum() {
    double[] row = new double[2];
    Matrix shared = Matrix.onRows(row, row, row);
    assertSame(shared.row(0), shared.row(2));
    shared.add(Matrix.onRows(new double[] {1, 2}, new double[] {10, 20}, new double[] {100, 200}));
    assertArrayEquals(new double[] {111, 222, 111, 222, 111, 222}, shared.rowMajor());
    assertNotSame(shared.copy().row(0), shared.copy().row(2), "a copy has rows of its own");
  }

  @Test
  void aMatrixAddedToItselfIsDoubled() {
    Matrix matrix = Matrix.column(1, -2);
    matrix.add(matrix);
    assertArrayEquals(new double[] {2, -4}, matrix.rowMajor());
  }

  @Test
  void shapesThatDoNotFitAreSaidInWords() {
    Matrix a = Matrix.zeros(2, 3);
    Matrix b = Matrix.zeros(4, 5);
    String sameOrSingle = "both must have one shape, or one of them a single row or column";
    says(
        "shapes (2 × 3) · (4 × 5) do not fit: the columns of the first must equal the rows of the"
            + " second",
        () -> a.times(b));
    says(
        "shapes (2 × 3) · (5 × 4) do not fit: the columns of the first must equal the rows of the"
            + " second",
        () -> a.timesTransposed(b));
    says("shapes (2 × 3) + (4 × 5) do not fit: " + sameOrSingle, () -> a.plus(b));
    says("shapes (4 × 5) − (2 × 3) do not fit: " + sameOrSingle, () -> b.minus(a));
    says("shapes (2 × 3) ⊙ (4 × 5) do not fit: " + sameOrSingle, () -> a.hadamard(b));
    says("shapes (2 × 3) += (4 × 5) do not fit: both must have one shape", () -> a.add(b));
    says(
        "shapes (2 × 3) += (2 × 1) do not fit: both must have one shape",
        () -> a.add(Matrix.zeros(2, 1)));
  }

  private static void says(String message, org.junit.jupiter.api.function.Executable operation) {
    assertEquals(message, assertThrows(ShapeMismatch.class, operation).getMessage());
  }

  @Test
  void raggedRowsAreNoMatrix() {
    assertEquals(
        "row 2 has 1 entries, the first has 2",
        assertThrows(
                IllegalArgumentException.class, () -> Matrix.onRows(new double[2], new double[1]))
            .getMessage());
    assertThrows(IllegalArgumentException.class, Matrix::onRows);
  }

  @Test
  void nanIsNeitherLostNorUnequalToItself() {
    Matrix nan = Matrix.column(1, Double.NaN, -3);
    assertTrue(Double.isNaN(nan.min()) && Double.isNaN(nan.max()) && Double.isNaN(nan.maxAbs()));
    assertTrue(Double.isNaN(nan.norm()));
    assertTrue(nan.sameValues(Matrix.column(1, Double.NaN, -3)));
    assertFalse(nan.sameValues(Matrix.column(1, 2, -3)));
    assertFalse(nan.sameValues(nan.transposed()));
    assertTrue(Matrix.column(0.0).sameValues(Matrix.column(-0.0)));
  }

  @Test
  void aColumnAloneHasTheEntriesOfTheColumn() {
    Matrix matrix = Matrix.onRows(new double[] {1, 2}, new double[] {3, 4});
    sameBits(new double[][] {{2}, {4}}, matrix.columnAt(1));
  }

  @Test
  void aScalarIsOneByOne() {
    assertEquals("1 × 1", Matrix.scalar(3).shape());
    assertEquals(List.of(3.0), List.of(Matrix.scalar(3).at(0, 0)));
    assertEquals("3 × 2", Matrix.zeros(3, 2).shape());
    assertEquals(6, Matrix.zeros(3, 2).size());
  }

  @Test
  void aSmallMatrixIsWrittenOutAndALargerOneByItsShape() {
    assertEquals("[[1.0], [2.5]]", Matrix.column(1, 2.5).toString());
    assertEquals("[[" + "0.0, ".repeat(63) + "0.0]]", Matrix.zeros(1, 64).toString());
    assertEquals("Matrix 5 × 13", Matrix.zeros(5, 13).toString());
  }

  /** Columns 0, 10, 200 and 1, 255, 2, the second from the middle of a store. */
  private static Matrix bytes() {
    byte[] one = {0, 10, (byte) 200};
    byte[] other = {9, 1, (byte) 255, 2, 9};
    return Matrix.ofBytes(3, new byte[][] {one, other}, new int[] {0, 1});
  }

  @Test
  void bytesAreNumbersFrom0To255HoweverTheyAreAskedFor() {
    assertEquals("3 × 2", bytes().shape());
    sameBits(new double[][] {{0, 1}, {10, 255}, {200, 2}}, bytes());
    sameBits(
        new double[][] {{0, 1 / 255.0}, {10 / 255.0, 1}, {200 / 255.0, 2 / 255.0}},
        bytes().dividedBy(255));
    sameBits(new double[][] {{0, 0.5}, {5, 127.5}, {100, 1}}, bytes().scaled(0.5));
    sameBits(new double[][] {{0, 0.25}, {2.5, 63.75}, {50, 0.5}}, bytes().dividedBy(2).scaled(0.5));
    sameBits(new double[][] {{0, -1}, {-10, -255}, {-200, -2}}, bytes().map(x -> -x + 0.0));
  }

  @Test
  void aProductOfBytesIsThatOfTheirNumbers() {
    Matrix ones = Matrix.onRows(new double[] {1, 1, 1});
    sameBits(new double[][] {{210, 258}}, ones.times(bytes()));
    Matrix pair = Matrix.onRows(new double[] {1, 100});
    sameBits(new double[][] {{100, 25_510, 400}}, pair.timesTransposed(bytes()));
    assertThrows(ShapeMismatch.class, () -> pair.times(bytes()));
  }

  @Test
  void bytesThatWereChangedAsNumbersAreThoseNumbersEverywhere() {
    Matrix changed = bytes();
    changed.add(Matrix.onRows(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1}));
    double[][] more = {{1, 2}, {11, 256}, {201, 3}};
    sameBits(more, changed);
    sameBits(new double[][] {{2, 4}, {22, 512}, {402, 6}}, changed.scaled(2));
    sameBits(new double[][] {{213, 261}}, Matrix.onRows(new double[] {1, 1, 1}).times(changed));
    sameBits(new double[][] {{0, 1}, {10, 255}, {200, 2}}, bytes());
  }

  @Test
  void rowsThatAreOneArrayAreAddedToInOrder() {
    double[] one = {1};
    Matrix twice = Matrix.onRows(one, one);
    twice.add(Matrix.onRows(new double[] {10}, new double[] {100}));
    assertEquals(111, one[0]);
    twice.add(twice);
    assertEquals(444, one[0], "the second row finds what the first has done");
  }
}
