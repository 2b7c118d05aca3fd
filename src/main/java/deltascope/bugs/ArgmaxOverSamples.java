package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.ArgMax;
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

/** The largest output is looked for along the samples: ten answers, each a sample's number. */
@AutoService(Bug.class)
public final class ArgmaxOverSamples implements Bug {
  @Override
  public Card card() {
    return Card.of("argmax-over-samples", Family.EVALUATION, "Argmax over the samples")
        .says(
            "For each class the sample with the largest output is taken, not the other way round.")
        .symptom("The cost falls as it should, and the accuracy printed beside it is 0.")
        .reason(
            "There are ten answers, one a class, and each is the number of a sample. Compared"
                + " with all the labels they have the wrong shape, and nothing is equal.")
        .cure("argmax over the axis of the classes, and check that there is one answer a sample.")
        .seen("Stack Overflow 76450489")
        .actsOn("predicted-class")
        .firstBroken("predicted-class")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("one-class-fingerprint", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement predictedClass(Layer output) {
        return right
            .predictedClass(output)
            .replacing(
                new Applied(ArgMax.OVER_UNITS, output.a()),
                new Applied(Winners.OVER_SAMPLES, output.a()));
      }
    };
  }

  /** The column of each row's largest entry: n × m gives 1 × n. */
  private enum Winners implements Function {
    OVER_SAMPLES;

    @Override
    public String title() {
      return "argmax over the samples";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      return ArgMax.OVER_UNITS.apply(List.of(arguments.get(0).transposed()));
    }

    @Override
    public boolean elementwise() {
      return false;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      Maths s = Maths.identifier("s", "s");
      Maths sign = Maths.operator("\\operatorname{arg\\,max}", "arg max");
      return Maths.row(Maths.subscript(sign, s), Maths.subscript(arguments.get(0), s));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.join(arguments.get(0), ".argmax(axis=1)");
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.join("argMax(", arguments.get(0), ".transposed())");
    }

    @Override
    public Optional<Helper> helper() {
      return ArgMax.OVER_UNITS.helper();
    }
  }
}
