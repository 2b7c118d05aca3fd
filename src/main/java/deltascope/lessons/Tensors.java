package deltascope.lessons;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds a tensor in a trace. */
final class Tensors {
  private Tensors() {}

  /**
   * A tensor's value: that of the last step which makes it, or of the last that reads it if none
   * makes it; of several samples that went through together, the walk's own.
   *
   * @param step which step, −1 for the last that has it
   * @param textbook what the textbook's line would have made instead
   * @param bad says what is wrong
   */
  static Matrix of(
      Trace trace, Ref ref, int step, boolean textbook, Function<String, BadLesson> bad) {
    Step found = at(trace, ref, step, textbook, bad);
    boolean made = found.target().equals(ref);
    Matrix matrix = made ? made(found, textbook) : found.operand(ref);
    if (matrix == null) {
      throw bad.apply("it has no value: " + found.failure());
    }
    int samples = trace.samples().size();
    boolean together = samples > 1 && matrix.cols() == samples;
    return together ? matrix.columnAt(trace.column()) : matrix;
  }

  /** The step whose tensor that is. */
  static Step at(
      Trace trace, Ref ref, int step, boolean textbook, Function<String, BadLesson> bad) {
    if (step >= trace.steps().size()) {
      throw bad.apply("the walk has steps 0…" + (trace.steps().size() - 1));
    }
    Step found = step < 0 ? last(trace, ref, textbook) : trace.steps().get(step);
    boolean has = found != null && (found.target().equals(ref) || (!textbook && reads(found, ref)));
    if (found == null || !has) {
      throw bad.apply(
          (step < 0 ? "no step" : "step " + step)
              + (textbook ? " makes " : " makes or reads ")
              + ref.name());
    }
    return found;
  }

  private static @Nullable Step last(Trace trace, Ref ref, boolean textbook) {
    Step maker = null;
    Step reader = null;
    for (Step step : trace.steps()) {
      maker = step.target().equals(ref) ? step : maker;
      reader = reads(step, ref) ? step : reader;
    }
    return maker != null || textbook ? maker : reader;
  }

  private static @Nullable Matrix made(Step step, boolean textbook) {
    return textbook && step.expected() != null ? step.expected() : step.result();
  }

  private static boolean reads(Step step, Ref ref) {
    return step.operands().contains(ref) && step.memory().has(ref);
  }
}
