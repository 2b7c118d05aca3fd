package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import java.util.List;
import java.util.Optional;

/** ∇b summed over the units too: every bias of a layer gets the same. */
@AutoService(Bug.class)
public final class BiasGradientSummed implements Bug {
  @Override
  public Card card() {
    return Card.of("bias-gradient-summed", Family.BACKWARD, "Bias gradient summed over units")
        .says("Every bias of a layer gets the sum of all its units' errors.")
        .symptom(
            "The biases of a layer stay equal for ever. The network learns all the same, as the"
                + " weights make up for it.")
        .reason(
            "A sum without an axis adds up everything, and numpy spreads the one number over the"
                + " whole bias vector without a word.")
        .cure("Sum over the samples only: delta.sum(axis=1, keepdims=True).")
        .seen("Data Science Stack Exchange 20139")
        .actsOn("bias-gradient")
        .firstBroken("bias-gradient")
        .severity(Severity.HARMLESS)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement biasGradient(Layer l) {
        return right.biasGradient(l).replacing(l.delta(), new Applied(Total.OF_UNITS, l.delta()));
      }
    };
  }

  /** The sum down each column, in every row of it. */
  private enum Total implements Function {
    OF_UNITS;

    @Override
    public String title() {
      return "sum of all units";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      Matrix each = arguments.get(0);
      return Matrix.zeros(each.rows(), each.cols()).plus(each.sumOfRows());
    }

    @Override
    public boolean elementwise() {
      return false;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      return Maths.row(
          Maths.identifier("\\operatorname{total}", "total"), Maths.fenced(arguments.get(0)));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.call("total", arguments);
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.call("total", arguments);
    }

    @Override
    public Optional<Definition> definition() {
      Maths z = Maths.identifier("z", "z");
      Maths j = Maths.identifier("j", "j");
      Maths sum = Maths.subscript(Maths.operator("\\sum", "∑"), j);
      return Optional.of(
          new Definition(
              Maths.row(
                  Maths.subscript(maths(List.of(z)), Maths.identifier("k", "k")),
                  Maths.operator("=", "="),
                  sum,
                  Maths.subscript(z, j)),
              "def total(z): return np.ones_like(z) * z.sum(axis=0)",
              """
              static Matrix total(Matrix z) {
                return Matrix.zeros(z.rows(), z.cols()).plus(z.sumOfRows());
              }"""));
    }
  }
}
