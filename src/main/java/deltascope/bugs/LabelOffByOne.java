package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Numeral;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import java.util.List;

/** Training labels count from 1 where the program counts from 0: a 3 is learned as a 4. */
@AutoService(Bug.class)
public final class LabelOffByOne implements Bug {
  @Override
  public Card card() {
    return Card.of("label-off-by-one", Family.DATA, "Labels off by one")
        .says("Every training label is read as the next digit, and 9 as 0.")
        .symptom(
            "Training goes as well as ever, cost and all; in the examination nearly every answer"
                + " is wrong, and wrong by exactly one.")
        .reason(
            "Names do not matter to a network. It learns the ten shapes well, under shifted"
                + " names, and only somebody with the right names can tell.")
        .cure("Count labels from 0 everywhere, and look at ten pictures beside their labels.")
        .seen("mlverse/torchvision, issue 107")
        .actsOn("label")
        .firstBroken("target")
        .severity(Severity.BREAKS_LEARNING);
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr label(Split split) {
        Expr label = right.label(split);
        return split == Split.TRAIN ? new Applied(Modulo.TEN, label.plus(Numeral.ONE)) : label;
      }
    };
  }

  /** What is left when tens are taken off. */
  private enum Modulo implements Function {
    TEN;

    @Override
    public String title() {
      return "mod 10";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      return arguments.get(0).map(x -> x % 10);
    }

    @Override
    public boolean bracketsArguments() {
      return false;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      return Maths.row(arguments.get(0), Maths.operator("\\bmod", "mod"), Maths.number("10"));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.join(arguments.get(0).atLeast(Code.ATOM), " % 10").binding(Code.PRODUCT);
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.join(arguments.get(0), ".map(x -> x % 10)");
    }
  }
}
