package deltascope.checks;

import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code [[0] * cols] * rows}. */
enum SharedRows implements Function {
  ONE_ROW;

  static final UnaryOperator<Equations> BUG =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement resetWeights(Layer l) {
              return l.weightSum().becomes(new Applied(ONE_ROW, l.weightZeros()));
            }
          };

  @Override
  public String title() {
    return "one row";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    double[][] rows = new double[arguments.get(0).rows()][];
    Arrays.fill(rows, new double[arguments.get(0).cols()]);
    return Matrix.onRows(rows);
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    return arguments.get(0);
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return arguments.get(0);
  }

  @Override
  public Code java(List<Code> arguments) {
    return arguments.get(0);
  }
}
