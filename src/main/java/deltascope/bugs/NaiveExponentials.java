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
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import java.util.List;
import java.util.Optional;

/** tanh and softmax as quotients of plain exponentials: ∞/∞ is NaN. */
@AutoService(Bug.class)
public final class NaiveExponentials implements Bug {
  @Override
  public Card card() {
    return Card.of("naive-exponentials", Family.FORWARD, "Naive exponentials")
        .says("tanh and softmax are computed as quotients of e^z just as the formula reads.")
        .symptom(
            "All is well until some z passes 709; then one NaN appears, and one update later"
                + " there is nothing but NaN. A NaN network answers 0 to every picture.")
        .reason(
            "e^710 is more than a double can hold: it becomes ∞, and ∞/∞ is not a number. Every"
                + " sum that a NaN enters becomes NaN.")
        .cure("Use the library's tanh; take the largest z off all of them before a softmax.")
        .seen("CS231n's notes on numeric stability")
        .actsOn("activation")
        .home("init=normal&bugs=pixels-unscaled")
        .firstBroken("activation")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy(
            "error-norms",
            "input-range",
            "tiny-step",
            "gradient-check",
            "gradient-slope",
            "initial-cost",
            "one-class-fingerprint",
            "overfit-a-few",
            "plateau-fingerprint",
            "saturation",
            "update-ratio");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement activation(Layer l) {
        Statement activation = right.activation(l);
        return activation.with(naive(activation.value()));
      }
    };
  }

  private static Expr naive(Expr expr) {
    List<Expr> parts = expr.parts().stream().map(NaiveExponentials::naive).toList();
    if (expr instanceof Applied applied) {
      if (applied.function().equals(Activation.TANH.value())) {
        return new Applied(Quotient.TANH, parts);
      }
      if (applied.function().equals(Activation.SOFTMAX.value())) {
        return new Applied(Quotient.SOFTMAX, parts);
      }
    }
    return parts.equals(expr.parts()) ? expr : expr.withParts(parts);
  }

  /** Exponentials above and below a line. */
  private enum Quotient implements Function {
    TANH {
      @Override
      public Matrix apply(List<Matrix> arguments) {
        return arguments.get(0).map(Quotient::tanh);
      }

      @Override
      public Maths maths(List<Maths> arguments) {
        Maths minus = Maths.operator("-", "−");
        Maths up = power(arguments.get(0));
        Maths down = power(Maths.row(minus, arguments.get(0)));
        return Maths.fraction(
            Maths.row(up, minus, down), Maths.row(up, Maths.operator("+", "+"), down));
      }

      @Override
      public Code numpy(List<Code> arguments) {
        Code z = arguments.get(0);
        return Code.join(
                "(np.exp(", z, ") - np.exp(-", z, ")) / (np.exp(", z, ") + np.exp(-", z, "))")
            .binding(Code.PRODUCT);
      }
    },
    SOFTMAX {
      @Override
      public Matrix apply(List<Matrix> arguments) {
        Matrix e = arguments.get(0).map(StrictMath::exp);
        Matrix sums = e.sumOfRows();
        Matrix quotients = e.copy();
        for (int i = 0; i < e.rows(); i++) {
          for (int j = 0; j < e.cols(); j++) {
            quotients.row(i)[j] /= sums.at(0, j);
          }
        }
        return quotients;
      }

      @Override
      public boolean elementwise() {
        return false;
      }

      @Override
      public Maths maths(List<Maths> arguments) {
        Maths k = Maths.identifier("k", "k");
        Maths sum = Maths.subscript(Maths.operator("\\sum", "∑"), k);
        Maths each = power(Maths.subscript(arguments.get(0), k));
        return Maths.fraction(power(arguments.get(0)), Maths.row(sum, each));
      }

      @Override
      public Code numpy(List<Code> arguments) {
        Code z = arguments.get(0);
        return Code.join("np.exp(", z, ") / np.exp(", z, ").sum(axis=0)").binding(Code.PRODUCT);
      }
    };

    private static double tanh(double z) {
      double up = StrictMath.exp(z);
      double down = StrictMath.exp(-z);
      return (up - down) / (up + down);
    }

    static Maths power(Maths exponent) {
      return Maths.superscript(Maths.identifier("e", "e"), exponent);
    }

    @Override
    public String title() {
      return this == TANH ? "tanh from exponentials" : "softmax from exponentials";
    }

    @Override
    public boolean bracketsArguments() {
      return false;
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.call(this == TANH ? "naiveTanh" : "naiveSoftmax", arguments);
    }

    @Override
    public Optional<Helper> helper() {
      String tanh =
          """
          static Matrix naiveTanh(Matrix z) {
            return z.map(x -> (StrictMath.exp(x) - StrictMath.exp(-x))
                / (StrictMath.exp(x) + StrictMath.exp(-x)));
          }""";
      String softmax =
          """
          static Matrix naiveSoftmax(Matrix z) {
            Matrix e = z.map(StrictMath::exp);
            return e.hadamard(e.sumOfRows().map(sum -> 1 / sum));
          }""";
      return Optional.of(new Helper("", this == TANH ? tanh : softmax));
    }
  }
}
