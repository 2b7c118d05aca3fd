package deltascope.network;

import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Softmax down each column: positive outputs that add up to 1. The largest z is taken from all
 * before the exponential, which changes nothing in the quotient and cannot overflow.
 */
enum Softmax implements Function {
  OVER_UNITS;

  @Override
  public String title() {
    return "softmax";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Matrix z = arguments.get(0);
    Matrix result = Matrix.zeros(z.rows(), z.cols());
    for (int j = 0; j < z.cols(); j++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < z.rows(); k++) {
        largest = Math.max(largest, z.at(k, j));
      }
      double sum = 0;
      for (int k = 0; k < z.rows(); k++) {
        double e = StrictMath.exp(z.at(k, j) - largest);
        result.row(k)[j] = e;
        sum += e;
      }
      for (int k = 0; k < z.rows(); k++) {
        result.row(k)[j] /= sum;
      }
    }
    return result;
  }

  @Override
  public boolean elementwise() {
    return false;
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    return Maths.row(head(), Maths.fenced(arguments.get(0)));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return Code.call("softmax", arguments);
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.call("softmax", arguments);
  }

  @Override
  public Optional<Definition> definition() {
    Maths k = Maths.identifier("k", "k");
    Maths j = Maths.identifier("j", "j");
    Maths z = Maths.identifier("z", "z");
    Maths e = Maths.identifier("e", "e");
    Maths sum = Maths.subscript(Maths.operator("\\sum", "∑"), j);
    Maths quotient =
        Maths.fraction(
            Maths.superscript(e, Maths.subscript(z, k)),
            Maths.row(sum, Maths.superscript(e, Maths.subscript(z, j))));
    return Optional.of(
        new Definition(
            Maths.row(
                Maths.subscript(Maths.row(head(), Maths.fenced(z)), k),
                Maths.operator("=", "="),
                quotient),
            "def softmax(z): e = np.exp(z - z.max(axis=0)); return e / e.sum(axis=0)",
            """
            static Matrix softmax(Matrix z) {
              Matrix e = z.minus(Matrix.scalar(z.max())).map(StrictMath::exp);
              return e.hadamard(e.sumOfRows().map(sum -> 1 / sum));
            }"""));
  }

  private static Maths head() {
    return Maths.identifier("\\operatorname{softmax}", "softmax");
  }
}
