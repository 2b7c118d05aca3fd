package deltascope.web;

import deltascope.math.Matrix;
import deltascope.picture.HeatPicture;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** {@code /api/tensor.*}: one matrix of one step, whole. */
final class TensorApi {
  private final Cases cases;

  TensorApi(Cases cases) {
    this.cases = cases;
  }

  /** NumPy's own format, for {@code np.load}. */
  void npy(Context ctx) {
    Tensor tensor = find(ctx);
    ctx.header("Content-Disposition", "inline; filename=\"" + tensor.ref().name() + ".npy\"");
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

  private Tensor find(Context ctx) {
    Parameters parameters = new Parameters(ctx, Tensor.NAMES);
    return Tensor.find(cases, cases.of(parameters), parameters);
  }
}
