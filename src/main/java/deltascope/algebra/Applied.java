package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** A function of matrices, such as tanh(z). */
public record Applied(Function function, List<Expr> parts) implements Expr {
  public Applied {
    parts = List.copyOf(parts);
  }

  public Applied(Function function, Expr... arguments) {
    this(function, List.of(arguments));
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Applied(function, parts);
  }

  @Override
  public Matrix value(Memory memory) {
    return function.apply(values(memory));
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    List<Matrix> values = values(memory);
    List<Explanation> arguments = new ArrayList<>();
    for (int n = 0; n < parts.size(); n++) {
      Matrix argument = values.get(n);
      if (function.elementwise()) {
        arguments.add(parts.get(n).explain(memory, row, col));
      } else {
        for (int k = 0; k < argument.rows(); k++) {
          arguments.add(parts.get(n).explain(memory, k, Math.min(col, argument.cols() - 1)));
        }
      }
    }
    return Explanation.function(function.title(), function.apply(values).at(row, col), arguments);
  }

  private List<Matrix> values(Memory memory) {
    List<Matrix> values = new ArrayList<>(parts.size());
    for (Expr part : parts) {
      values.add(part.value(memory));
    }
    return values;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.applied(this);
  }
}
