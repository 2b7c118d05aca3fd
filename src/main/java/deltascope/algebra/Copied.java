package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/**
 * The same values in an object of their own, as numpy's {@code .copy()} gives. Without it, two
 * names share one object.
 */
public record Copied(Expr matrix) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(matrix);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Copied(parts.get(0));
  }

  @Override
  public Matrix value(Memory memory) {
    return matrix.value(memory).copy();
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return matrix.explain(memory, row, col);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.copied(this);
  }
}
