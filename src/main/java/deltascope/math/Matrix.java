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
  private final Rows rows;
  private final int height;
  private final int cols;
  private @Nullable Image image;

  /** What a function makes of a matrix. */
  private record Image(DoubleUnaryOperator function, Matrix matrix) {}

  private Matrix(Rows rows) {
    this.rows = rows;
    this.height = rows.height();
    this.cols = rows.cols();
  }

  private Matrix(double[][] rows, int cols) {
    this(Rows.own(rows, cols));
  }

  /** A matrix of zeros, each row an object of its own. */
  public static Matrix zeros(int rows, int cols) {
    return new Matrix(Kernels.zeros(rows, cols), cols);
  }

  /** A matrix whose every entry the caller is about to set; until then it may hold anything. */
  public static Matrix blank(int rows, int cols) {
    return new Matrix(Kernels.blank(rows, cols), cols);
  }

  /**
   * A matrix of bytes, 0…255, for pixels: a training never needs all of their numbers at once.
   *
   * @param stores for each column, the array that it is in, one byte after the other
   * @param offsets for each column, where in that array it begins
   */
  public static Matrix ofBytes(int rows, byte[][] stores, int[] offsets) {
    return new Matrix(Rows.of(Codes.gathered(rows, stores, offsets)));
  }

  /** A matrix on the very arrays given, which may be one array several times. */
  public static Matrix onRows(double[]... rows) {
    return new Matrix(Rows.shared(rows));
  }

  /** One column with these values, top to bottom. */
  public static Matrix column(double... values) {
    Matrix column = zeros(values.length, 1);
    for (int i = 0; i < values.length; i++) {
      column.all()[i][0] = values[i];
    }
    return column;
  }

  /** The 1 × 1 matrix of one number. */
  public static Matrix scalar(double value) {
    return new Matrix(new double[][] {{value}}, 1);
  }

  public int rows() {
    return height;
  }

  public int cols() {
    return cols;
  }

  public int size() {
    return height * cols;
  }

  public double at(int row, int col) {
    return all()[row][col];
  }

  /** The row itself, not a copy: a kernel's way in, and the way to see that two rows are one. */
  public double[] row(int row) {
    return all()[row];
  }

  /** "16 × 784". */
  public String shape() {
    return height + " × " + cols;
  }

  /** The same numbers in rows of their own. */
  public Matrix copy() {
    return made((row, i) -> System.arraycopy(all()[i], 0, row, 0, cols));
  }

  /** Column {@code col} alone, n × 1. */
  public Matrix columnAt(int col) {
    return column(Arrays.stream(all()).mapToDouble(row -> row[col]).toArray());
  }

  /** Row by row, for export. */
  public double[] rowMajor() {
    double[] values = new double[size()];
    for (int i = 0; i < height; i++) {
      System.arraycopy(all()[i], 0, values, i * cols, cols);
    }
    return values;
  }

  /** A B; shapes n × k and k × m give n × m. */
  public Matrix times(Matrix right) {
    if (cols != right.height) {
      throw new ShapeMismatch(
          "·", this, right, "the columns of the first must equal the rows of the second");
    }
    return new Matrix(Kernels.product(all(), right.rows.factor()), right.cols);
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
    return new Matrix(Kernels.product(all(), right.rows.turned()), right.height);
  }

  public Matrix transposed() {
    return new Matrix(Kernels.transpose(all(), cols), height);
  }

  public Matrix plus(Matrix right) {
    if (right.cols == 1 && cols > 1 && height == right.height) {
      return made((row, i) -> Kernels.shift(row, all()[i], right.all()[i][0]));
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
    Codes codes = rows.codes();
    return codes != null
        ? new Matrix(Rows.of(codes.map(x -> x * factor)))
        : made((row, i) -> Kernels.scale(row, all()[i], factor));
  }

  public Matrix dividedBy(double divisor) {
    Codes codes = rows.codes();
    return codes != null
        ? new Matrix(Rows.of(codes.map(x -> x / divisor)))
        : made((row, i) -> Kernels.divide(row, all()[i], divisor));
  }

  /** The function of each cell; it may be asked for several cells at once. */
  public Matrix map(DoubleUnaryOperator function) {
    return new Matrix(Kernels.map(all(), cols, function), cols);
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
    for (double[] row : all()) {
      Kernels.sum(sum, sum, row);
    }
    return new Matrix(new double[][] {sum}, cols);
  }

  /** Each row added up: n × m gives n × 1. */
  public Matrix sumOfColumns() {
    Matrix sum = zeros(height, 1);
    for (int i = 0; i < height; i++) {
      sum.all()[i][0] = Arrays.stream(all()[i]).reduce(0, Double::sum);
    }
    return sum;
  }

  /** Adds {@code other} into this object, in place. */
  public void add(Matrix other) {
    if (!sameShape(other)) {
      throw new ShapeMismatch("+=", this, other, "both must have one shape");
    }
    image = null;
    double[][] mine = all();
    double[][] theirs = other.all();
    if (rows.own() && other.rows.own()) {
      Kernels.eachRow(height, cols, i -> Kernels.sum(mine[i], mine[i], theirs[i]));
      return;
    }
    for (int i = 0; i < height; i++) {
      Kernels.sum(mine[i], mine[i], theirs[i]);
    }
  }

  /** Multiplies this object by {@code factor}, in place. */
  public void scaleBy(double factor) {
    image = null;
    for (int i = 0; i < height; i++) {
      Kernels.scale(all()[i], all()[i], factor);
    }
  }

  private double[][] all() {
    return rows.all();
  }

  /** The Frobenius norm, √Σx². */
  public double norm() {
    return Measures.norm(all());
  }

  /** The smallest entry; NaN if one is NaN. */
  public double min() {
    return Measures.min(all());
  }

  /** The largest entry; NaN if one is NaN. */
  public double max() {
    return Measures.max(all());
  }

  /** The largest distance of any entry from zero; NaN if one is NaN. */
  public double maxAbs() {
    return Math.max(Math.abs(min()), Math.abs(max()));
  }

  /** Whether all entries are the same to the bit, NaN equal to NaN and 0 to −0. */
  public boolean sameValues(Matrix other) {
    return sameShape(other) && Measures.same(all(), other.all());
  }

  /** Says which rows this matrix needs: its own, and its image's. */
  void noteRows(Workspace.Needed needed) {
    rows.note(needed);
    if (image != null) {
      image.matrix.noteRows(needed);
    }
  }

  private boolean sameShape(Matrix other) {
    return height == other.height && cols == other.cols;
  }

  private Matrix made(Kernels.Filling filling) {
    return new Matrix(Kernels.made(height, cols, filling), cols);
  }

  private Matrix rowByRow(Matrix right, Kernels.OfTwoRows kernel) {
    return made((row, i) -> kernel.run(row, all()[i], right.all()[i]));
  }

  @Override
  public String toString() {
    return size() <= 64 ? Arrays.deepToString(all()) : "Matrix " + shape();
  }
}
