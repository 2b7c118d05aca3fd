package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Σₖ over the rows: n × m gives 1 × m. */
public record SumOverUnits(Expr summand) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(summand);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new SumOverUnits(parts.get(0));
  }

  @Override
  public Matrix value(Memory memory) {
    return summand.value(memory).sumOfRows();
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    List<Explanation> terms = new ArrayList<>();
    int units = summand.value(memory).rows();
    for (int k = 0; k < units; k++) {
      terms.add(summand.explain(memory, k, col));
    }
    return Explanation.of(Explanation.Kind.SUM, terms);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sumOverUnits(this);
  }
}
