package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import java.util.Arrays;

/**
 * The mean cost of 1,000 training samples before training, whatever the scenario trains, against
 * what outputs must cost that know nothing of the label. Cross-entropy: ln 10 for softmax, 10 ln 2
 * for sigmoid. Squared error on outputs that begin at one place (sigmoid ½, softmax 1/10): 2.5 and
 * 0.9. Squared error on other outputs: from the outputs' own mean and mean square, as Σₖ(aₖ − yₖ)²
 * gives it for a label that is independent of a; for tanh and targets ±1 that is 10 (1 + Var a).
 * Half of it with ½ in the cost. Targets are those that suit the output's range, not those that the
 * program uses.
 *
 * <p>Linear and ReLU outputs have no bound of their own, so their mean square is counted as 1 at
 * most: a healthy start does not shout. Passes within a factor 2, warns within 4, then fails, as it
 * does for a cost that is no number.
 *
 * <p>Sees a wrong cost, wrong targets and weights too large for softmax; nothing of the backward
 * pass.
 */
@AutoService(Check.class)
public final class InitialCost implements Check {
  private static final double FACTOR = 2;
  private static final double CLASSES = 10;

  @Override
  public String id() {
    return "initial-cost";
  }

  @Override
  public String title() {
    return "Cost before training";
  }

  @Override
  public String says() {
    return "A network that knows nothing has a cost one can predict from its outputs' range. Another"
        + " cost tells of wrong targets, a wrong cost or too large weights; the backward pass has no"
        + " part in it.";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public EquationId where() {
    return EquationId.COST;
  }

  @Override
  public Finding run(Subject subject) {
    int[] samples = subject.many(Split.TRAIN);
    Memory memory =
        subject.scenario().untrained()
            ? subject.looked()
            : subject.probe(Split.TRAIN).forward(subject.setup().start(), samples);
    Layer output = subject.setup().net().output();
    double cost = Arrays.stream(memory.get(Quantity.COST.of(0)).row(0)).sum() / samples.length;
    double predicted = predicted(memory.get(output.a()), output, subject.scenario().cost());
    double ratio = cost / predicted;
    double off = Math.max(ratio, 1 / ratio);
    Verdict verdict =
        off <= FACTOR ? Verdict.PASS : off <= FACTOR * FACTOR ? Verdict.WARN : Verdict.FAIL;
    return Finding.of(
        verdict,
        ratio,
        FACTOR,
        ("Before training the mean cost of %d samples is %s, %s times the %s that %s outputs"
                + " give when they know nothing.")
            .formatted(
                samples.length,
                Said.number(cost),
                Said.number(ratio),
                Said.number(predicted),
                output.activation().id()));
  }

  private static double predicted(Matrix a, Layer output, Cost cost) {
    Activation range = output.activation();
    if (cost == Cost.CROSS_ENTROPY) {
      return range == Activation.SOFTMAX ? StrictMath.log(CLASSES) : CLASSES * StrictMath.log(2);
    }
    double mean = Arrays.stream(a.rowMajor()).sum() / a.size();
    double square = Math.min(1, a.norm() * a.norm() / a.size());
    if (range == Activation.SIGMOID || range == Activation.SOFTMAX) {
      mean = range == Activation.SIGMOID ? 0.5 : 1 / CLASSES;
      square = mean * mean;
    }
    double hot = range.hot();
    double cold = range.cold();
    double targets = hot * hot + (CLASSES - 1) * cold * cold;
    double meanTarget = (hot + (CLASSES - 1) * cold) / CLASSES;
    if (square == 1) {
      mean = Math.max(-1, Math.min(1, mean));
    }
    double squared = CLASSES * square - 2 * CLASSES * mean * meanTarget + targets;
    return cost == Cost.HALF_SQUARED_ERROR ? squared / 2 : squared;
  }
}
