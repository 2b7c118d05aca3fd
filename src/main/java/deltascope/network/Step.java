package deltascope.network;

import deltascope.algebra.Explanation;
import deltascope.algebra.Line;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a trace: a line, and the very matrices it read and made.
 *
 * @param index from 0
 * @param call which equation, for which layer
 * @param line the statement that ran, beside the textbook's
 * @param operands the names that the line read, in the order of the formula
 * @param memory the operands as they were when the line ran
 * @param result the target's value afterwards; absent where the line failed
 * @param expected what the textbook's line gives for the same operands, only where it differs
 * @param acting the variations that changed this line
 * @param accumulators which objects the layer's accumulators stand for afterwards, and what these
 *     hold; empty outside of accumulation and update
 * @param failure why the line failed, in words; absent where it did not
 */
public record Step(
    int index,
    Call call,
    Line line,
    List<Ref> operands,
    Memory memory,
    @Nullable Matrix result,
    @Nullable Matrix expected,
    List<String> acting,
    List<Held> accumulators,
    @Nullable String failure) {
  public EquationId equation() {
    return call.equation();
  }

  public Phase phase() {
    return call.equation().phase();
  }

  /** The layer, 0 where the equation belongs to none. */
  public int layer() {
    return equation().layered() ? call.layer().index() : 0;
  }

  /** What an operand was when the line ran. */
  public Matrix operand(Ref ref) {
    return memory.get(ref);
  }

  /** The name that the line gives a value. */
  public Ref target() {
    return line.statement().target();
  }

  /** Where the result's cell (row, col), from 0, comes from. */
  public Explanation explain(int row, int col) {
    return line.statement().explain(memory, row, col);
  }

  /** The same step with another comparison with the textbook. */
  Step withComparison(@Nullable Matrix otherExpected, List<String> others) {
    return new Step(
        index, call, line, operands, memory, result, otherExpected, others, accumulators, failure);
  }

  /** The same step where {@code past} stands for what {@code object} was then. */
  Step rebound(Matrix object, Matrix past) {
    for (Ref operand : operands) {
      if (memory.has(operand) && memory.get(operand) == object) {
        memory.set(operand, past);
      }
    }
    boolean held = accumulators.stream().anyMatch(name -> name.value() == object);
    return result == object || held
        ? new Step(
            index,
            call,
            line,
            operands,
            memory,
            result == object ? past : result,
            expected,
            acting,
            accumulators.stream().map(name -> name.rebound(object, past)).toList(),
            failure)
        : this;
  }
}
