package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** What the textbook has, and what runs in its place; only ever written, never computed. */
public record Replaced(Expr textbook, Expr asRun) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(textbook, asRun);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Replaced(parts.get(0), parts.get(1));
  }

  @Override
  public Matrix value(Memory memory) {
    throw new UnsupportedOperationException("a comparison of two lines is read, not run");
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    throw new UnsupportedOperationException("a comparison of two lines is read, not run");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.replaced(this);
  }
}
