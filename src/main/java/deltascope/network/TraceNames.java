package deltascope.network;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The matrices of a pass by the names that a program of one's own would give them: "W1" is what the
 * pass ran with, "W1_new" what its update made of it, "sumW1" what was accumulated and not yet
 * reset, and anything else what the first step made that makes it.
 */
public final class TraceNames {
  private static final Set<Quantity> ACCUMULATORS = EnumSet.of(Quantity.SUM_W, Quantity.SUM_B);

  private TraceNames() {}

  /**
   * A matrix and where it is met.
   *
   * @param step the step that made it, or the first that read it
   */
  public record Met(Step step, Matrix value) {}

  /** All of them, in the order in which the pass meets them. */
  public static Map<String, Met> of(Trace trace) {
    Map<String, Met> names = new LinkedHashMap<>();
    for (Step step : trace.steps()) {
      for (Ref operand : step.operands()) {
        // What an accumulator held before is the sample's before this one.
        if (step.memory().has(operand) && !ACCUMULATORS.contains(operand.quantity())) {
          names.putIfAbsent(operand.name(), new Met(step, step.operand(operand)));
        }
      }
      Matrix result = step.result();
      if (result != null && !step.equation().id().equals("reset")) {
        boolean update = step.phase() == Phase.UPDATE;
        names.putIfAbsent(step.target().name() + (update ? "_new" : ""), new Met(step, result));
      }
    }
    return Collections.unmodifiableMap(names);
  }
}
