package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many rows of W¹, and of every other hidden layer's weights, differ from one another, to the
 * bit. Units with equal rows get equal activations and equal errors, and stay equal for good; fewer
 * rows than units fail. Output units have targets of their own, which part them, so a network
 * without a hidden layer gives nothing to say.
 */
@AutoService(Check.class)
public final class SymmetricUnits implements Check {
  @Override
  public String id() {
    return "symmetric-units";
  }

  @Override
  public String title() {
    return "Units that are twins";
  }

  @Override
  public String says() {
    return "Counts how many units of a hidden layer have weights of their own; twins learn the same"
        + " for ever. It sees a constant start, and nothing that comes after a good one.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.WEIGHTED_SUM;
  }

  @Override
  public Finding run(Subject subject) {
    Memory memory = subject.memory();
    List<Finding.Part> parts = new ArrayList<>();
    String detail = "There are 0 hidden units, and output units are told apart by their targets.";
    double worst = Double.NaN;
    Verdict verdict = Verdict.INCONCLUSIVE;
    for (Layer l : subject.setup().net().layers()) {
      if (!l.last()) {
        int distinct = distinctRows(memory.get(l.weights()));
        double share = (double) distinct / l.units();
        Verdict here = distinct < l.units() ? Verdict.FAIL : Verdict.PASS;
        parts.add(new Finding.Part(l.weights().name(), distinct, here));
        if (!(share >= worst)) {
          worst = share;
          verdict = here;
          detail =
              "%s has %d different rows for %d units."
                  .formatted(l.weights().symbol(), distinct, l.units());
        }
      }
    }
    return new Finding(verdict, worst, 1, detail, parts);
  }

  private static int distinctRows(Matrix weights) {
    Set<List<Double>> rows = new HashSet<>();
    for (int i = 0; i < weights.rows(); i++) {
      rows.add(Arrays.stream(weights.row(i)).map(x -> x + 0.0).boxed().toList());
    }
    return rows.size();
  }
}
