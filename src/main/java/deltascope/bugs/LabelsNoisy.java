package deltascope.bugs;

import static deltascope.algebra.Quantity.INDEX;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Three training labels in ten are whatever chance says. */
@AutoService(Bug.class)
public final class LabelsNoisy implements Bug {
  @Override
  public Card card() {
    return Card.of("labels-noisy", Family.DATA, "Noisy labels")
        .says("With probability 0.3 a training label is replaced by a digit drawn at random.")
        .symptom(
            "The training cost stops far above nothing, yet on rightly labelled test digits"
                + " the network does only a little worse.")
        .reason(
            "Wrong labels pull in ten directions and cancel; right ones all pull in one. The"
                + " majority wins in every class, and the cost keeps count of the rest.")
        .cure(
            "Look at the samples with the greatest cost after training: the wrong labels are there.")
        .seen("Humbatova et al. 2020, “low quality dataset”")
        .actsOn("label")
        .firstBroken("target")
        .severity(Severity.LEARNS_WORSE);
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr label(Split split) {
        Expr label = right.label(split);
        return split == Split.TRAIN ? new Applied(Noise.NOISY, label, INDEX.of(0)) : label;
      }
    };
  }

  /** A label as it is, or any digit, decided once and for all by the number of the sample. */
  private enum Noise implements Function {
    NOISY;

    private static final double SHARE = 0.3;

    @Override
    public String title() {
      return "noisy";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      Matrix noisy = arguments.get(0).copy();
      Matrix index = arguments.get(1);
      for (int j = 0; j < noisy.cols(); j++) {
        Random chance = Randomness.stream(0, "labels-noisy", (int) index.at(0, j));
        if (chance.nextDouble() < SHARE) {
          noisy.row(0)[j] = chance.nextInt(10);
        }
      }
      return noisy;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      Maths both = Maths.row(arguments.get(0), Maths.operator(",", ","), arguments.get(1));
      return Maths.row(Maths.identifier("\\operatorname{noisy}", "noisy"), Maths.fenced(both));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      Code label = arguments.get(0);
      return Code.join("np.where(rng.random(m) < 0.3, rng.integers(0, 10, m), ", label, ")");
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.join("noisy(", arguments.get(0), ", random)");
    }

    @Override
    public Optional<Definition> definition() {
      Maths label = Maths.identifier("\\mathrm{label}", "label");
      Maths i = Maths.identifier("i", "i");
      Maths digit = Maths.words("any digit");
      return Optional.of(
          new Definition(
              Maths.row(
                  maths(List.of(label, i)),
                  Maths.operator("=", "="),
                  new Maths.Cases(
                      List.of(digit, label),
                      List.of(Maths.words("for three i in ten"), Maths.words("otherwise")))),
              "rng = np.random.default_rng()",
              """
              static Matrix noisy(Matrix label, java.util.Random random) {
                return label.map(x -> random.nextDouble() < 0.3 ? random.nextInt(10) : x);
              }"""));
    }
  }
}
