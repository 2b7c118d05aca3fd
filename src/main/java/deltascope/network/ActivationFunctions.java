package deltascope.network;

import deltascope.algebra.Elementwise;
import deltascope.algebra.Function.Definition;
import deltascope.algebra.Maths;
import deltascope.math.Tanh;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The activations and their slopes, each rule beside its formula and listings.
 *
 * <p>StrictMath, because Math may round tanh and exp differently from one JVM to the next.
 */
final class ActivationFunctions {
  private static final Maths Z = Maths.identifier("z", "z");
  private static final Maths ONE = Maths.number("1");
  private static final Maths MINUS = Maths.operator("-", "−");
  private static final Maths EQUALS = Maths.operator("=", "=");
  private static final Maths TANH_HEAD = Maths.identifier("\\tanh", "tanh");
  private static final Maths SIGMA = Maths.identifier("\\sigma", "σ");
  private static final Maths RELU_HEAD = Maths.identifier("\\operatorname{ReLU}", "ReLU");
  private static final Maths PHI = Maths.identifier("\\varphi", "φ");
  private static final Maths PHI_PRIME = Maths.identifier("\\varphi'", "φ′");

  /**
   * One object, as {@link Tanh#TANH} is, so that a slope finds what its activation has computed.
   */
  private static final DoubleUnaryOperator SIGMOID_OF = ActivationFunctions::sigmoid;

  static final Elementwise TANH =
      new Elementwise(
          "tanh",
          TANH_HEAD,
          "np.tanh",
          Tanh.TANH,
          new Definition(
              means(
                  TANH_HEAD,
                  Maths.fraction(
                      Maths.row(power(Z), MINUS, power(negative(Z))),
                      Maths.row(power(Z), Maths.operator("+", "+"), power(negative(Z))))),
              "",
              "static Matrix tanh(Matrix z) { return z.map(StrictMath::tanh); }"));

  static final Elementwise TANH_SLOPE =
      slope(
          Tanh.TANH,
          a -> 1 - a * a,
          Maths.row(ONE, MINUS, Maths.superscript(TANH_HEAD, Maths.number("2")), Maths.fenced(Z)),
          "1 - np.tanh(z) ** 2",
          "1 - StrictMath.tanh(x) * StrictMath.tanh(x)");

  static final Elementwise SIGMOID =
      new Elementwise(
          "sigmoid",
          SIGMA,
          "sigmoid",
          SIGMOID_OF,
          new Definition(
              means(
                  SIGMA,
                  Maths.fraction(
                      ONE, Maths.row(ONE, Maths.operator("+", "+"), power(negative(Z))))),
              "def sigmoid(z): return 1 / (1 + np.exp(-z))",
              "static Matrix sigmoid(Matrix z) { return z.map(x -> 1 / (1 + StrictMath.exp(-x))); }"));

  static final Elementwise SIGMOID_SLOPE =
      slope(
          SIGMOID_OF,
          a -> a * (1 - a),
          Maths.row(
              SIGMA, Maths.fenced(Z), Maths.fenced(Maths.row(ONE, MINUS, SIGMA, Maths.fenced(Z)))),
          "1 / (1 + np.exp(-z)) * (1 - 1 / (1 + np.exp(-z)))",
          "1 / (1 + StrictMath.exp(-x)) * (1 - 1 / (1 + StrictMath.exp(-x)))");

  static final Elementwise RELU =
      new Elementwise(
          "relu",
          RELU_HEAD,
          "relu",
          z -> z > 0 || Double.isNaN(z) ? z : 0,
          new Definition(
              means(RELU_HEAD, stepwise(Z)),
              "def relu(z): return np.maximum(z, 0)",
              "static Matrix relu(Matrix z) { return z.map(x -> Math.max(x, 0)); }"));

  static final Elementwise RELU_SLOPE =
      slope(
          null,
          z -> z > 0 ? 1 : Double.isNaN(z) ? z : 0,
          stepwise(ONE),
          "np.where(z > 0, 1.0, 0.0)",
          "x > 0 ? 1 : 0");

  static final Elementwise IDENTITY =
      new Elementwise(
          "identity",
          PHI,
          "identity",
          z -> z,
          new Definition(
              means(PHI, Z),
              "def identity(z): return z",
              "static Matrix identity(Matrix z) { return z; }"));

  static final Elementwise IDENTITY_SLOPE = slope(null, z -> 1, ONE, "np.ones_like(z)", "1");

  /** A softmax unit's slope by its own z, a(1 − a), needs all of z and is not taken alone. */
  static final SoftmaxSlope SOFTMAX_SLOPE = SoftmaxSlope.OF_OWN_UNIT;

  private ActivationFunctions() {}

  /** Both forms are one function; each is used where its exponential cannot overflow. */
  static double sigmoid(double z) {
    if (z >= 0) {
      return 1 / (1 + StrictMath.exp(-z));
    }
    double e = StrictMath.exp(z);
    return e / (1 + e);
  }

  private static Elementwise slope(
      @Nullable DoubleUnaryOperator inner,
      DoubleUnaryOperator rule,
      Maths formula,
      String numpy,
      String java) {
    return new Elementwise(
        "slope",
        PHI_PRIME,
        "slope",
        inner,
        rule,
        new Definition(
            means(PHI_PRIME, formula),
            "def slope(z): return " + numpy,
            "static Matrix slope(Matrix z) { return z.map(x -> " + java + "); }"));
  }

  private static Maths means(Maths head, Maths formula) {
    return Maths.row(head, Maths.fenced(Z), EQUALS, formula);
  }

  private static Maths power(Maths exponent) {
    return Maths.superscript(Maths.identifier("e", "e"), exponent);
  }

  private static Maths negative(Maths inner) {
    return Maths.row(MINUS, inner);
  }

  private static Maths stepwise(Maths whenPositive) {
    Maths positive = Maths.row(Z, Maths.operator(">", ">"), Maths.number("0"));
    return new Maths.Cases(
        List.of(whenPositive, Maths.number("0")), List.of(positive, Maths.words("otherwise")));
  }
}
