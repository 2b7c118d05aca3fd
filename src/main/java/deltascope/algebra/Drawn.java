package deltascope.algebra;

import deltascope.math.Matrix;
import deltascope.math.Randomness;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A matrix drawn at random, row by row: normal with mean 0 and variance {@code spread}, or uniform
 * on −spread … spread.
 *
 * @param purpose what is drawn, so that weights and biases have streams of their own
 * @param number which one, a layer
 */
public record Drawn(
    int rows, int cols, Shape shape, double spread, long seed, String purpose, int number)
    implements Function {
  /** The distribution. */
  public enum Shape {
    NORMAL,
    UNIFORM
  }

  @Override
  public String title() {
    return "drawn";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Random random = Randomness.stream(seed, purpose, number);
    double deviation = Math.sqrt(spread);
    Matrix drawn = Matrix.zeros(rows, cols);
    for (int i = 0; i < rows; i++) {
      double[] row = drawn.row(i);
      for (int j = 0; j < cols; j++) {
        row[j] =
            shape == Shape.NORMAL
                ? deviation * random.nextGaussian()
                : spread * (2 * random.nextDouble() - 1);
      }
    }
    return drawn;
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    Maths second = Maths.number(new Numeral(spread).text());
    return shape == Shape.NORMAL
        ? distribution("\\mathcal{N}", "𝒩", Maths.number("0"), second)
        : distribution(
            "\\mathcal{U}", "𝒰", Maths.number("-" + new Numeral(spread).text()), second);
  }

  private static Maths distribution(String latex, String symbol, Maths first, Maths second) {
    Maths inner = Maths.row(first, Maths.operator(",", ","), second);
    return Maths.row(Maths.identifier(latex, symbol), Maths.fenced(inner));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    String size = ", (" + rows + ", " + cols + "))";
    return Code.of(
        shape == Shape.NORMAL
            ? "rng.normal(0, np.sqrt(" + spread + ")" + size
            : "rng.uniform(-" + spread + ", " + spread + size);
  }

  @Override
  public Code java(List<Code> arguments) {
    String kind = shape == Shape.NORMAL ? "normal" : "uniform";
    return Code.of(kind + "(" + rows + ", " + cols + ", " + spread + ", random)");
  }

  @Override
  public Optional<Helper> helper() {
    String normal =
        """
        static Matrix normal(int rows, int cols, double variance, java.util.Random random) {
          return Matrix.zeros(rows, cols).map(x -> Math.sqrt(variance) * random.nextGaussian());
        }""";
    String uniform =
        """
        static Matrix uniform(int rows, int cols, double most, java.util.Random random) {
          return Matrix.zeros(rows, cols).map(x -> most * (2 * random.nextDouble() - 1));
        }""";
    return Optional.of(
        new Helper("rng = np.random.default_rng()", shape == Shape.NORMAL ? normal : uniform));
  }
}
