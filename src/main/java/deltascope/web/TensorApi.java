package deltascope.web;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import deltascope.network.Trace;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** {@code /api/tensor.*}: one matrix of one step, whole. */
final class TensorApi {
  private static final Set<String> NAMES =
      Parameters.names(ScenarioReader.NAMES, "step", "name", "which");

  private final Walks walks;
  private final TraceApi traces;

  TensorApi(Walks walks, TraceApi traces) {
    this.walks = walks;
    this.traces = traces;
  }

  /** NumPy's own format, for {@code np.load}. */
  void npy(Context ctx) {
    Tensor tensor = find(ctx);
    ctx.header("Content-Disposition", "inline; filename=\"" + tensor.name() + ".npy\"");
    ctx.contentType("application/octet-stream").result(Npy.bytes(tensor.matrix()));
  }

  /** A line per row, commas between. */
  void csv(Context ctx) {
    Matrix matrix = find(ctx).matrix();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < matrix.rows(); i++) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      for (double x : matrix.row(i)) {
        line.add(Double.toString(x));
      }
      lines.append(line);
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    ctx.contentType("text/csv; charset=utf-8").result(bytes);
  }

  void json(Context ctx) {
    Tensor tensor = find(ctx);
    Json.write(ctx, TraceDocument.Tensor.of(tensor.ref(), tensor.matrix(), Integer.MAX_VALUE));
  }

  /** A picture, a dot per cell, in the colours of the pages. */
  void png(Context ctx) {
    Matrix matrix = find(ctx).matrix();
    ctx.contentType("image/png").result(HeatPicture.png(matrix));
  }

  private record Tensor(Ref ref, Matrix matrix) {
    String name() {
      return ref.name();
    }
  }

  private Tensor find(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    Trace trace = walks.trace(traces.scenario(parameters));
    int index = parameters.whole("step", 0, 0, trace.steps().size() - 1);
    Step step = trace.steps().get(index);
    String name = parameters.text("name", step.target().name());
    String which =
        parameters.oneOf("which", "any", "any", "operand", "result", "expected", "difference");
    boolean target = step.target().name().equals(name);
    if (target && !which.equals("operand")) {
      Matrix made =
          switch (which) {
            case "expected" -> step.expected();
            case "difference" -> difference(step);
            default -> step.result();
          };
      return new Tensor(step.target(), present(made, which, step));
    }
    for (Ref ref : step.operands()) {
      if (ref.name().equals(name) && step.memory().has(ref) && !which.equals("result")) {
        return new Tensor(ref, step.operand(ref));
      }
    }
    throw new Refused("name", name, "one of " + String.join(", ", names(step)));
  }

  /** How far what ran is from the textbook. */
  private static @Nullable Matrix difference(Step step) {
    Matrix result = step.result();
    Matrix expected = step.expected();
    return result == null || expected == null ? null : result.minus(expected);
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
