package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The mean cost of 1,000 test samples against what outputs cost that say nothing: all at an end of
 * the range, all 0 or all where z = 0 puts them, always one class, the mean of all targets. None of
 * these costs is typed: the degenerate outputs go through the program's own cost on the same
 * samples (for tanh and squared error about 4, 36, 10, 7.2 and 3.6). A match within a thousandth
 * fails and is named, if the outputs, too, are within 0.05 (root mean square) of the degenerate
 * ones, since a cost may pass by chance; so does a cost that is no number. The finding's number is
 * the cost.
 *
 * <p>A scenario without training is trained first for one short epoch, and two or more sigmoid
 * layers may need longer, both as in {@link OneClassFingerprint}.
 */
@AutoService(Check.class)
public final class PlateauFingerprint implements Check {
  @Override
  public String id() {
    return "plateau-fingerprint";
  }

  @Override
  public String title() {
    return "Plateau of the cost";
  }

  @Override
  public String says() {
    return "Compares the cost after training with the exact costs of outputs that say nothing, and"
        + " names the one it sits on. It sees a network that has given up, and none that learns a"
        + " little.";
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
    Probe probe = subject.probe(Split.TEST);
    Memory exam = subject.exam();
    Matrix outputs = exam.get(subject.setup().net().output().a());
    int size = outputs.cols();
    double cost = Arrays.stream(exam.get(Quantity.COST.of(0)).row(0)).sum() / size;
    if (!Double.isFinite(cost)) {
      return Finding.of(
          Verdict.FAIL,
          cost,
          Plateaus.MATCH,
          "The mean cost of %d test samples is %s.".formatted(size, Said.number(cost)));
    }
    String nearest = "";
    double distance = Double.POSITIVE_INFINITY;
    double there = 0;
    List<Finding.Part> parts = new ArrayList<>();
    Verdict verdict = Verdict.PASS;
    Matrix meanTarget = exam.get(Quantity.Y.of(0)).sumOfColumns().scaled(1.0 / size);
    Matrix zeros = Matrix.zeros(outputs.rows(), size);
    for (Map.Entry<String, Matrix> outcome :
        Plateaus.outputs(subject.setup().net().output(), meanTarget).entrySet()) {
      Matrix constantly = zeros.plus(outcome.getValue());
      double constant = probe.costOf(exam, constantly) / size;
      if (!Double.isFinite(constant)) {
        continue;
      }
      double off = Math.abs(cost - constant);
      double apart = outputs.minus(constantly).norm() / Math.sqrt(outputs.size());
      Verdict here = Plateaus.met(off, apart) ? matched(subject) : Verdict.PASS;
      parts.add(new Finding.Part(outcome.getKey(), constant, here));
      boolean closer = here == verdict ? off < distance : here != Verdict.PASS;
      if (closer) {
        nearest = outcome.getKey();
        distance = off;
        there = constant;
        verdict = here;
      }
    }
    String detail =
        "The mean cost of %d test samples is %s, %s from the %s of outputs that are %s."
            .formatted(size, Said.number(cost), Said.number(distance), Said.number(there), nearest);
    return new Finding(verdict, cost, Plateaus.MATCH, detail, parts);
  }

  private static Verdict matched(Subject subject) {
    return subject.needsLonger() ? Verdict.INCONCLUSIVE : Verdict.FAIL;
  }
}
