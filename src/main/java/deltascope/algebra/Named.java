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

  /** The cell that was kept under the name; what it is made of, where none was. */
  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return memory.has(name)
        ? name.explain(memory, row, col)
        : Explanation.named(name, row, col, definition.explain(memory, row, col));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.named(this);
  }
}
