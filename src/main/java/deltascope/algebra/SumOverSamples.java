package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Σ over the columns, the samples that go through together: n × m gives n × 1. For one sample it is
 * that sample's own column, and is written so.
 */
public record SumOverSamples(Expr summand) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(summand);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new SumOverSamples(parts.get(0));
  }

  @Override
  public Matrix value(Memory memory) {
    return summand.value(memory).sumOfColumns();
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    List<Explanation> terms = new ArrayList<>();
    int samples = summand.value(memory).cols();
    for (int s = 0; s < samples; s++) {
      terms.add(summand.explain(memory, row, s));
    }
    return samples == 1 ? terms.get(0) : Explanation.of(Explanation.Kind.SUM, terms);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sumOverSamples(this);
  }
}
