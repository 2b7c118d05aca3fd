package deltascope.web.mystery;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace as if its sample had gone through alone: where a rule holds a batch together, each matrix
 * with a column per sample is cut down to this sample's, so that it can be laid beside another's.
 */
final class OwnColumn {
  private OwnColumn() {}

  static Trace of(Trace trace) {
    if (trace.samples().size() == 1) {
      return trace;
    }
    List<Step> steps = new ArrayList<>();
    for (Step step : trace.steps()) {
      steps.add(own(step, trace.column()));
    }
    return new Trace(
        trace.position(),
        trace.net(),
        List.of(trace.samples().get(trace.column())),
        0,
        trace.batch(),
        trace.place(),
        trace.batchSize(),
        steps,
        trace.after());
  }

  private static Step own(Step step, int column) {
    Memory memory = step.memory().sharing();
    for (Ref operand : step.operands()) {
      if (memory.has(operand)) {
        memory.set(operand, own(operand, memory.get(operand), column));
      }
    }
    return new Step(
        step.index(),
        step.call(),
        step.line(),
        step.operands(),
        memory,
        orNull(step.target(), step.result(), column),
        orNull(step.target(), step.expected(), column),
        step.acting(),
        step.accumulators(),
        step.failure());
  }

  private static @Nullable Matrix orNull(Ref name, @Nullable Matrix matrix, int column) {
    return matrix == null ? null : own(name, matrix, column);
  }

  private static Matrix own(Ref name, Matrix matrix, int column) {
    return perSample(name.quantity()) && matrix.cols() > column ? matrix.columnAt(column) : matrix;
  }

  private static boolean perSample(Quantity quantity) {
    return switch (quantity) {
      case W, B, DW, DB, SUM_W, SUM_B, ZERO_W, ZERO_B -> false;
      default -> true;
    };
  }
}
