package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** left − right; a single row or column is taken from all. */
public record Difference(Expr left, Expr right) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(left, right);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Difference(parts.get(0), parts.get(1));
  }

  @Override
  public Matrix value(Memory memory) {
    return left.value(memory).minus(right.value(memory));
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return Explanation.of(
        Explanation.Kind.DIFFERENCE,
        left.explain(memory, row, col),
        right.explain(memory, row, col));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.difference(this);
  }
}
