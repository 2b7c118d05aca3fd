package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.Blocks;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import java.util.List;
import java.util.Optional;

/** Softmax along the samples: the batch shares out each class, and no sample its classes. */
@AutoService(Bug.class)
public final class SoftmaxWrongAxis implements Bug {
  @Override
  public Card card() {
    return Card.of("softmax-wrong-axis", Family.FORWARD, "Softmax over the wrong axis")
        .says("Softmax divides by the sum over the samples of the batch, not over the classes.")
        .symptom(
            "One sample's outputs do not add up to 1, and they change when another sample of the"
                + " batch does. A batch of one always gives ten times 1.")
        .reason(
            "For each class the samples compete for a sum of 1. A class that a tenth of the batch"
                + " belongs to cannot give each of them its 1, so that a − y never settles.")
        .cure("Sum over the axis of the classes: axis=0 with a column per sample.")
        .seen("Stack Overflow 76450489")
        .actsOn("activation")
        .home("output=softmax&cost=cross-entropy")
        .firstBroken("activation")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy(
            "batch-algebra", "tiny-step", "gradient-check", "gradient-slope", "initial-cost");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement activation(Layer l) {
        Statement activation = right.activation(l);
        return activation.with(overSamples(activation.value()));
      }

      @Override
      public List<Integer> blocks(List<Integer> wanted) {
        return Blocks.together(right.blocks(wanted));
      }
    };
  }

  private static Expr overSamples(Expr expr) {
    List<Expr> parts = expr.parts().stream().map(SoftmaxWrongAxis::overSamples).toList();
    boolean softmax =
        expr instanceof Applied applied && applied.function().equals(Activation.SOFTMAX.value());
    return softmax ? new Applied(Softmax.OVER_SAMPLES, parts) : expr.withParts(parts);
  }

  /** Softmax along each row. */
  private enum Softmax implements Function {
    OVER_SAMPLES;

    @Override
    public String title() {
      return "softmax over the samples";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      Matrix turned = arguments.get(0).transposed();
      return Activation.SOFTMAX.value().apply(List.of(turned)).transposed();
    }

    @Override
    public boolean elementwise() {
      return false;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      Maths name = Maths.identifier("\\operatorname{softmax}", "softmax");
      return Maths.row(Maths.subscript(name, s()), Maths.fenced(arguments.get(0)));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.call("softmax_over_samples", arguments);
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.call("softmaxOverSamples", arguments);
    }

    @Override
    public Optional<Definition> definition() {
      Maths z = Maths.identifier("z", "z");
      Maths power = Maths.superscript(Maths.identifier("e", "e"), z);
      Maths sum = Maths.row(Maths.subscript(Maths.operator("\\sum", "∑"), s()), power);
      return Optional.of(
          new Definition(
              Maths.row(maths(List.of(z)), Maths.operator("=", "="), Maths.fraction(power, sum)),
              """
              def softmax_over_samples(z):
                  e = np.exp(z - z.max(axis=1, keepdims=True))
                  return e / e.sum(axis=1, keepdims=True)""",
              """
              static Matrix softmaxOverSamples(Matrix z) {
                Matrix e = z.minus(Matrix.scalar(z.max())).map(StrictMath::exp);
                return e.hadamard(e.sumOfColumns().map(sum -> 1 / sum));
              }"""));
    }

    private static Maths s() {
      return Maths.identifier("s", "s");
    }
  }
}
