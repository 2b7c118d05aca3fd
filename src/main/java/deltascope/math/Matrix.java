package deltascope.math;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Doubles in rows and columns, with the operations a textbook line needs.
 *
 * <p>Every operation but {@link #add} and {@link #scaleBy} returns a new matrix. Those two change
 * the object in place, as {@code U += g} and {@code U *= c} do in numpy, because accumulators have
 * an identity: two names for one matrix see each other's sums.
 *
 * <p>{@code plus}, {@code minus} and {@code hadamard} stretch an operand of one row or one column
 * to the other's shape, so that a bias column can be added to a column per sample.
 */
public final class Matrix {
  private final double[][] rows;
  private final int cols;
  private @Nullable Image image;

  /** What a function makes of a matrix. */
  private record Image(DoubleUnaryOperator function, Matrix matrix) {}

  private Matrix(double[][] rows, int cols) {
    this.rows = rows;
    this.cols = cols;
  }

  /** A matrix of zeros, each row an object of its own. */
  public static Matrix zeros(int rows, int cols) {
    return new Matrix(Kernels.zeros(rows, cols), cols);
  }

  /** A matrix on the very arrays given, which may be one array several times. */
  public static Matrix onRows(double[]... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one row");
    }
    int cols = rows[0].length;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != cols) {
        throw new IllegalArgumentException(
            "row " + (i + 1) + " has " + rows[i].length + " entries, the first has " + cols);
      }
    }
    return new Matrix(rows, cols);
  }

  /** One column with these values, top to bottom. */
  public static Matrix column(double... values) {
    Matrix column = zeros(values.length, 1);
    for (int i = 0; i < values.length; i++) {
      column.rows[i][0] = values[i];
    }
    return column;
  }

  /** The 1 × 1 matrix of one number. */
  public static Matrix scalar(double value) {
    return new Matrix(new double[][] {{value}}, 1);
  }

  public int rows() {
    return rows.length;
  }

  public int cols() {
    return cols;
  }

  public int size() {
    return rows.length * cols;
  }

  public double at(int row, int col) {
    return rows[row][col];
  }

  /** The row itself, not a copy: a kernel's way in, and the way to see that two rows are one. */
  public double[] row(int row) {
    return rows[row];
  }

  /** "16 × 784". */
  public String shape() {
    return rows.length + " × " + cols;
  }

  /** The same numbers in rows of their own. */
  public Matrix copy() {
    double[][] copied = new double[rows.length][];
    Kernels.eachRow(rows.length, cols, i -> copied[i] = rows[i].clone());
    return new Matrix(copied, cols);
  }

  /** Column {@code col} alone, n × 1. */
  public Matrix columnAt(int col) {
    return column(Arrays.stream(rows).mapToDouble(row -> row[col]).toArray());
  }

  /** Row by row, for export. */
  public double[] rowMajor() {
    double[] values = new double[size()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * cols, cols);
    }
    return values;
  }

  /** A B; shapes n × k and k × m give n × m. */
  public Matrix times(Matrix right) {
    if (cols != right.rows.length) {
      throw new ShapeMismatch(
          "·", this, right, "the columns of the first must equal the rows of the second");
    }
    return new Matrix(Kernels.product(rows, right.rows, right.cols), right.cols);
  }

  /** A Bᵀ; shapes n × k and m × k give n × m. */
  public Matrix timesTransposed(Matrix right) {
    if (cols != right.cols) {
      throw new ShapeMismatch(
          "·",
          this,
          right.transposed(),
          "the columns of the first must equal the rows of the second");
    }
    return new Matrix(Kernels.productWithTransposed(rows, right.rows, cols), right.rows.length);
  }

  public Matrix transposed() {
    return new Matrix(Kernels.transpose(rows, cols), rows.length);
  }

  public Matrix plus(Matrix right) {
    if (right.cols == 1 && cols > 1 && rows.length == right.rows.length) {
      Matrix sum = copy();
      Kernels.eachRow(rows.length, cols, i -> Kernels.shift(sum.rows[i], right.rows[i][0]));
      return sum;
    }
    return sameShape(right)
        ? rowByRow(right, Kernels::sum)
        : new Stretching("+", this, right).apply((x, y) -> x + y);
  }

  public Matrix minus(Matrix right) {
    return sameShape(right)
        ? rowByRow(right, Kernels::difference)
        : new Stretching("−", this, right).apply((x, y) -> x - y);
  }

  /** The product cell by cell, ⊙. */
  public Matrix hadamard(Matrix right) {
    return sameShape(right)
        ? rowByRow(right, Kernels::products)
        : new Stretching("⊙", this, right).apply((x, y) -> x * y);
  }

  public Matrix scaled(double factor) {
    return made((row, i) -> Kernels.scale(row, rows[i], factor));
  }

  public Matrix dividedBy(double divisor) {
    return new Matrix(Kernels.quotients(rows, cols, divisor), cols);
  }

  /** The function of each cell; it may be asked for several cells at once. */
  public Matrix map(DoubleUnaryOperator function) {
    return new Matrix(Kernels.map(rows, cols, function), cols);
  }

  /**
   * As {@link #map}, and remembered: asked for the same function again, the same object is given,
   * unless {@link #add} or {@link #scaleBy} changed this one in between. It is for what is not
   * written to in any other way, nor shares its rows. The slope of tanh finds the tanh of before.
   */
  public Matrix image(DoubleUnaryOperator function) {
    Image last = image;
    if (last == null || last.function != function) {
      last = new Image(function, map(function));
      image = last;
    }
    return last.matrix;
  }

  /** Each column added up: n × m gives 1 × m. */
  public Matrix sumOfRows() {
    double[] sum = new double[cols];
    for (double[] row : rows) {
      Kernels.sum(sum, sum, row);
    }
    return new Matrix(new double[][] {sum}, cols);
  }

  /** Each row added up: n × m gives n × 1. */
  public Matrix sumOfColumns() {
    Matrix sum = zeros(rows.length, 1);
    for (int i = 0; i < rows.length; i++) {
      sum.rows[i][0] = Arrays.stream(rows[i]).reduce(0, Double::sum);
    }
    return sum;
  }

  /** Adds {@code other} into this object, in place. */
  public void add(Matrix other) {
    if (!sameShape(other)) {
      throw new ShapeMismatch("+=", this, other, "both must have one shape");
    }
    image = null;
    for (int i = 0; i < rows.length; i++) {
      Kernels.sum(rows[i], rows[i], other.rows[i]);
    }
  }

  /** Multiplies this object by {@code factor}, in place. */
  public void scaleBy(double factor) {
    image = null;
    for (int i = 0; i < rows.length; i++) {
      Kernels.scale(rows[i], rows[i], factor);
    }
  }

  /** The Frobenius norm, √Σx². */
  public double norm() {
    double sum = 0;
    for (double[] row : rows) {
      for (double x : row) {
        sum += x * x;
      }
    }
    return Math.sqrt(sum);
  }

  /** The smallest entry; NaN if one is NaN. */
  public double min() {
    double least = Double.POSITIVE_INFINITY;
    for (double[] row : rows) {
      for (double x : row) {
        least = Math.min(least, x);
      }
    }
    return least;
  }

  /** The largest entry; NaN if one is NaN. */
  public double max() {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      for (double x : row) {
        most = Math.max(most, x);
      }
    }
    return most;
  }

  /** The largest distance of any entry from zero; NaN if one is NaN. */
  public double maxAbs() {
    return Math.max(Math.abs(min()), Math.abs(max()));
  }

  /** Whether all entries are the same to the bit, NaN equal to NaN and 0 to −0. */
  public boolean sameValues(Matrix other) {
    if (!sameShape(other)) {
      return false;
    }
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < cols; j++) {
        double x = rows[i][j];
        double y = other.rows[i][j];
        if (x != y && !(Double.isNaN(x) && Double.isNaN(y))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean sameShape(Matrix other) {
    return rows.length == other.rows.length && cols == other.cols;
  }

  /** A kernel on one row of each operand. */
  private interface RowKernel {
    void run(double[] result, double[] x, double[] y);
  }

  private Matrix made(Kernels.Filling filling) {
    return new Matrix(Kernels.made(rows.length, cols, filling), cols);
  }

  private Matrix rowByRow(Matrix right, RowKernel kernel) {
    return made((row, i) -> kernel.run(row, rows[i], right.rows[i]));
  }

  @Override
  public String toString() {
    return size() <= 64 ? Arrays.deepToString(rows) : "Matrix " + shape();
  }
}
