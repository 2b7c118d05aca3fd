package deltascope.network;

import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;

/** How a softmax unit's output moves with its own z: a(1 − a). */
enum SoftmaxSlope implements Function {
  OF_OWN_UNIT;

  @Override
  public String title() {
    return "slope";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    return Softmax.OVER_UNITS.apply(arguments).map(a -> a * (1 - a));
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
    return Code.call("slope", arguments);
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.call("slope", arguments);
  }

  @Override
  public Optional<Definition> definition() {
    Maths z = Maths.fenced(Maths.identifier("z", "z"));
    Maths softmax = Maths.identifier("\\operatorname{softmax}", "softmax");
    Maths rest = Maths.row(Maths.number("1"), Maths.operator("-", "−"), softmax, z);
    return Optional.of(
        new Definition(
            Maths.row(
                head(),
                z,
                Maths.operator("=", "="),
                softmax,
                z,
                Maths.operator("\\odot", "⊙"),
                Maths.fenced(rest)),
            "def slope(z): e = np.exp(z - z.max(axis=0)); a = e / e.sum(axis=0); return a * (1 - a)",
            """
            static Matrix slope(Matrix z) {
              Matrix e = z.minus(Matrix.scalar(z.max())).map(StrictMath::exp);
              return e.hadamard(e.sumOfRows().map(s -> 1 / s)).map(a -> a * (1 - a));
            }"""));
  }

  private static Maths head() {
    return Maths.identifier("\\varphi'", "φ′");
  }
}
