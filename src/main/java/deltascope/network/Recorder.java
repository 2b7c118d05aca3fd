package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.math.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a block as the pass does, and keeps what every line read and made. */
final class Recorder {
  /** Whether one sample goes through alone. */
  private final boolean alone;

  private final ObjectNumbers objects = new ObjectNumbers();
  private final List<Step> steps = new ArrayList<>();

  Recorder(boolean alone) {
    this.alone = alone;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Runs the instructions in order, to the first that fails. */
  void record(Memory memory, List<Instruction> instructions) {
    for (Instruction instruction : instructions) {
      if (!record(memory, instruction)) {
        return;
      }
    }
  }

  /** Whether the line ran. */
  private boolean record(Memory memory, Instruction instruction) {
    Statement statement = instruction.line().statement();
    Memory before = memory.sharing();
    for (Ref changed : instruction.changed()) {
      keepThePast(changed, memory.get(changed), before);
    }
    boolean mayDiffer = instruction.differs() || !instruction.changed().isEmpty();
    Matrix expected = mayDiffer ? expected(before, instruction.line().textbook()) : null;
    try {
      Matrix result = statement.run(memory);
      for (Ref part : instruction.parts()) {
        before.set(part, memory.get(part));
      }
      boolean same = expected == null || expected.sameValues(result);
      steps.add(step(instruction, memory, before, result, same ? null : expected, null));
      return true;
    } catch (ShapeMismatch misfit) {
      steps.add(step(instruction, memory, before, null, expected, misfit.getMessage()));
      return false;
    }
  }

  private Step step(
      Instruction instruction,
      Memory after,
      Memory before,
      @Nullable Matrix result,
      @Nullable Matrix expected,
      @Nullable String failure) {
    return new Step(
        steps.size(),
        instruction.call(),
        alone ? instruction.alone() : instruction.line(),
        instruction.operands(),
        before,
        result,
        expected,
        instruction.acting(),
        accumulators(instruction.call(), after),
        failure);
  }

  private List<Held> accumulators(Call call, Memory after) {
    Phase phase = call.equation().phase();
    return phase == Phase.ACCUMULATE || phase == Phase.UPDATE
        ? objects.of(after, call.layer())
        : List.of();
  }

  /** An object about to change in place stays what it was in this step and all before. */
  private void keepThePast(Ref changed, Matrix object, Memory before) {
    Matrix past = object.copy();
    before.set(changed, past);
    steps.replaceAll(step -> step.rebound(object, past));
  }

  /**
   * What the textbook's line gives for the operands of the line that runs. What it changes in place
   * is an object of its own here, so that a sum into rows that are one object shows itself.
   */
  private static @Nullable Matrix expected(Memory before, Statement textbook) {
    Memory twin = before.sharing();
    for (Ref changed : textbook.changedInPlace()) {
      twin.set(changed, before.get(changed).copy());
    }
    try {
      return textbook.run(twin);
    } catch (ShapeMismatch misfit) {
      return null; // the operands were broken before
    }
  }
}
