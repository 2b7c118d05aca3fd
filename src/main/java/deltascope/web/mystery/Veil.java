package deltascope.web.mystery;

import deltascope.algebra.Expr;
import deltascope.algebra.Memory;
import deltascope.algebra.Named;
import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hides which bug is on: what is left of a trace are the numbers that the program made, beside the
 * textbook's lines. Nothing behind the veil is needed to show it, so nothing can show through.
 */
public final class Veil {
  private Veil() {}

  /**
   * The trace as a student sees it.
   *
   * @param batch m as it was asked for: where a batch ends is the program's to get wrong
   * @param size how many samples there are
   */
  public static Trace over(Trace trace, int batch, int size) {
    List<Step> steps = trace.steps().stream().map(Veil::over).toList();
    Memory after = new Memory();
    Ref outputs = trace.net().output().a();
    if (trace.after().has(outputs)) {
      after.set(outputs, trace.after().get(outputs));
    }
    int number = trace.position() / batch;
    return new Trace(
        trace.position(),
        trace.net(),
        trace.samples(),
        trace.column(),
        number,
        trace.position() % batch,
        Math.min(batch, size - number * batch),
        steps,
        after);
  }

  private static Step over(Step step) {
    Statement textbook = step.line().textbook();
    Memory memory = new Memory();
    for (Parameter parameter : Parameter.values()) {
      memory.set(parameter, step.memory().parameter(parameter));
    }
    List<Ref> operands = new ArrayList<>();
    for (Ref operand : textbook.operands()) {
      Matrix value = value(operand, step, textbook);
      if (value != null) {
        memory.set(operand, value);
        operands.add(operand);
      }
    }
    return new Step(
        step.index(),
        step.call(),
        step.line().asTextbook(),
        List.copyOf(operands),
        memory,
        step.result(),
        null,
        List.of(),
        List.of(),
        step.failure());
  }

  /** What the program had; of a part that it left out, such as a slope, what it would have had. */
  private static @Nullable Matrix value(Ref operand, Step step, Statement textbook) {
    Named part = part(textbook.value(), operand);
    boolean leftOut = part != null && !step.line().statement().partsNamed().contains(operand);
    if (part != null && leftOut) {
      return part.definition().value(step.memory().sharing());
    }
    return step.memory().has(operand) ? step.memory().get(operand) : null;
  }

  private static @Nullable Named part(Expr expr, Ref name) {
    if (expr instanceof Named named && named.name().equals(name)) {
      return named;
    }
    for (Expr inside : expr.parts()) {
      Named found = part(inside, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
