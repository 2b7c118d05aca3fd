package deltascope.web;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.Held;
import deltascope.network.Lanes;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One matrix of one step, whole.
 *
 * @param ref its name
 * @param matrix its values
 * @param step the step, from 0
 */
record Tensor(Ref ref, Matrix matrix, int step) {
  /** What an address says beside the scenario to choose one. */
  static final Set<String> NAMES =
      Parameters.names(Cases.NAMES, "step", "name", "which", "against");

  /**
   * Finds the tensor that an address names.
   *
   * @throws Refused where the step has none such
   */
  static Tensor find(Cases cases, Cases.Seen seen, Parameters parameters) {
    Trace trace = seen.trace();
    int index = parameters.whole("step", 0, 0, trace.steps().size() - 1);
    Step step = trace.steps().get(index);
    String name = parameters.text("name", step.target().name());
    String which =
        parameters.oneOf(
            "which", "any", "any", "operand", "result", "expected", "difference", "held", "apart");
    if (which.equals("held")) {
      return held(step, name);
    }
    if (step.target().name().equals(name) && !which.equals("operand")) {
      Matrix made =
          switch (which) {
            case "expected" -> step.expected();
            case "difference" -> difference(step.result(), step.expected());
            case "apart" -> {
              Lanes lanes = Lanes.of(cases.against(seen, parameters), trace);
              Step twin = lanes.pairs().get(lanes.ofRightStep(index)).left();
              yield difference(step.result(), twin == null ? null : twin.result());
            }
            default -> step.result();
          };
      return new Tensor(step.target(), present(made, which, step), index);
    }
    for (Ref ref : step.operands()) {
      boolean asked = which.equals("any") || which.equals("operand");
      if (asked && ref.name().equals(name) && step.memory().has(ref)) {
        return new Tensor(ref, step.operand(ref), index);
      }
    }
    throw new Refused("name", name, "one of " + String.join(", ", names(step)));
  }

  /** What an accumulator held after the step. */
  private static Tensor held(Step step, String name) {
    for (Held held : step.accumulators()) {
      if (held.name().name().equals(name)) {
        return new Tensor(held.name(), held.value(), step.index());
      }
    }
    throw new Refused("name", name, "an accumulator of step " + step.index());
  }

  /** How far one is from the other; null where they cannot be compared. */
  private static @Nullable Matrix difference(@Nullable Matrix one, @Nullable Matrix other) {
    if (one == null || other == null) {
      return null;
    }
    boolean alike = one.rows() == other.rows() && one.cols() == other.cols();
    return alike ? one.minus(other) : null;
  }

  private static Matrix present(@Nullable Matrix matrix, String which, Step step) {
    if (matrix == null) {
      throw new Refused(
          "which", which, "operand or result, as step " + step.index() + " gives nothing else");
    }
    return matrix;
  }

  private static Set<String> names(Step step) {
    Set<String> names = new LinkedHashSet<>();
    step.operands().forEach(ref -> names.add(ref.name()));
    names.add(step.target().name());
    return names;
  }
}
