package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** The matrix product: n × k times k × m. */
public record Product(Expr left, Expr right) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(left, right);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Product(parts.get(0), parts.get(1));
  }

  @Override
  public Matrix value(Memory memory) {
    return right instanceof Transposed turned
        ? left.value(memory).timesTransposed(turned.matrix().value(memory))
        : left.value(memory).times(right.value(memory));
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    int inner = left.value(memory).cols();
    List<Explanation> terms = new ArrayList<>(inner);
    for (int k = 0; k < inner; k++) {
      terms.add(
          Explanation.of(
              Explanation.Kind.PRODUCT,
              left.explain(memory, row, k),
              right.explain(memory, k, col)));
    }
    return Explanation.of(Explanation.Kind.SUM, terms);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.product(this);
  }
}
