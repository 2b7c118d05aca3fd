package deltascope.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Held;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trace as JSON.
 *
 * @param scenario every parameter, resolved
 * @param sample what went through
 * @param steps in order
 * @param network the layers afterwards, where the caller brought them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TraceDocument(
    Object scenario, Object sample, List<StepDocument> steps, @Nullable Object network) {

  /**
   * One step; {@code layer}, {@code expected}, {@code objects}, {@code held} and {@code error} only
   * where there is one.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepDocument(
      int step,
      String phase,
      @Nullable Integer layer,
      String equation,
      String textbook,
      String formula,
      List<String> bugs,
      List<Tensor> operands,
      @Nullable Tensor result,
      @Nullable Tensor expected,
      @Nullable Map<String, Integer> objects,
      @Nullable List<HeldDocument> held,
      @Nullable String error) {}

  /**
   * What an accumulator, or the zeros it is copied from, stands for after the step.
   *
   * @param name the accumulator's
   * @param object the object's number within the trace: two names with one number are one object
   * @param oneRow whether all its rows are one row object
   */
  record HeldDocument(
      String name,
      int object,
      boolean oneRow,
      int rows,
      int cols,
      double min,
      double max,
      double norm) {
    static HeldDocument of(Held held) {
      Matrix value = held.value();
      return new HeldDocument(
          held.name().name(),
          held.object(),
          held.oneRow(),
          value.rows(),
          value.cols(),
          value.min(),
          value.max(),
          value.norm());
    }
  }

  /** A matrix; {@code values} row by row, left out where there are too many. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tensor(
      String name,
      int rows,
      int cols,
      double min,
      double max,
      double norm,
      double @Nullable [] values) {
    static Tensor of(Ref ref, Matrix matrix, int mostValues) {
      return new Tensor(
          ref.name(),
          matrix.rows(),
          matrix.cols(),
          matrix.min(),
          matrix.max(),
          matrix.norm(),
          matrix.size() <= mostValues ? matrix.rowMajor() : null);
    }
  }

  static List<StepDocument> steps(Trace trace, int mostValues) {
    List<StepDocument> documents = new ArrayList<>();
    trace.steps().forEach(step -> documents.add(document(step, mostValues)));
    return documents;
  }

  private static StepDocument document(Step step, int mostValues) {
    List<Tensor> operands = new ArrayList<>();
    for (Ref ref : step.operands()) {
      if (step.memory().has(ref)) {
        operands.add(Tensor.of(ref, step.operand(ref), mostValues));
      }
    }
    return new StepDocument(
        step.index(),
        step.phase().id(),
        step.layer() == 0 ? null : step.layer(),
        step.equation().id(),
        step.line().textbookFormula().latex(),
        step.line().formula().latex(),
        step.acting(),
        operands,
        tensor(step.target(), step.result(), mostValues),
        tensor(step.target(), step.expected(), mostValues),
        step.accumulators().isEmpty() ? null : objects(step),
        step.accumulators().isEmpty()
            ? null
            : step.accumulators().stream().map(HeldDocument::of).toList(),
        step.failure());
  }

  /** The number of the object that each accumulator stands for afterwards. */
  private static Map<String, Integer> objects(Step step) {
    Map<String, Integer> objects = new LinkedHashMap<>();
    step.accumulators().forEach(held -> objects.put(held.name().name(), held.object()));
    return objects;
  }

  private static @Nullable Tensor tensor(Ref ref, @Nullable Matrix matrix, int mostValues) {
    return matrix == null ? null : Tensor.of(ref, matrix, mostValues);
  }
}
