package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/**
 * A part with a name of its own: φ′(z²) is kept as the quantity slope², and is written as what it
 * is. Its value is stored under the name, so that the page can show it as an operand.
 */
public record Named(Ref name, Expr definition) implements Expr {
  @Override
  public List<Expr> parts() {
    return List.of(definition);
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return new Named(name, parts.get(0));
  }

  @Override
  public List<Ref> operands() {
    return List.of(name);
  }

  @Override
  public Matrix value(Memory memory) {
    Matrix value = definition.value(memory);
    memory.set(name, value);
    return value;
  }

  /** Its parts are those of what it is; its value is what was kept under the name, if it was. */
  @Override
  public Explanation explain(Memory memory, int row, int col) {
    Explanation defined = definition.explain(memory, row, col);
    double value = memory.has(name) ? memory.get(name).at(row, col) : defined.value();
    return Explanation.named(name, row, col, value, defined);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.named(this);
  }
}
