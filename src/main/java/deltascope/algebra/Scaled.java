package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A number times a matrix. */
public record Scaled(Expr factor, Expr matrix) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(factor, matrix);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Scaled(parts.get(0), parts.get(1));
  }

  @Override
  public Matrix value(Memory memory) {
    return matrix.value(memory).scaled(factor.value(memory).at(0, 0));
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return Explanation.of(
        Explanation.Kind.PRODUCT, factor.explain(memory, 0, 0), matrix.explain(memory, row, col));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.scaled(this);
  }
}
