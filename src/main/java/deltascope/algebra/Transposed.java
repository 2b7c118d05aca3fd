package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** Rows for columns. */
public record Transposed(Expr matrix) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(matrix);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Transposed(parts.get(0));
  }

  @Override
  public Matrix value(Memory memory) {
    return matrix.value(memory).transposed();
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return matrix.explain(memory, col, row);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.transposed(this);
  }
}
