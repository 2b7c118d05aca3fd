package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A part that one of two compared lines lacks; only ever written, never computed. */
public record Marked(Mark mark, Expr part) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(part);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Marked(mark, parts.get(0));
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
    return visitor.marked(this);
  }
}
