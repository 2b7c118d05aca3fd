package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A number or a matrix, divided by a number. */
public record Quotient(Expr dividend, Expr divisor) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(dividend, divisor);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Quotient(parts.get(0), parts.get(1));
  }

  @Override
  public Matrix value(Memory memory) {
    return dividend.value(memory).dividedBy(divisor.value(memory).at(0, 0));
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return Explanation.of(
        Explanation.Kind.QUOTIENT,
        dividend.explain(memory, row, col),
        divisor.explain(memory, 0, 0));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.quotient(this);
  }
}
