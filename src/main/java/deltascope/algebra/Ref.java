package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A quantity of a layer, by name: the operand W² or the target y. */
public record Ref(Quantity quantity, int layer) implements Expr {
  private static final String[] DIGITS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

  /** As in JSON: "W2", "delta3", "y". */
  public String name() {
    return quantity.layered() ? quantity.id() + layer : quantity.id();
  }

  /** In plain Unicode: "W²", "δ³", "y". */
  public String symbol() {
    if (!quantity.layered()) {
      return quantity.symbol();
    }
    return quantity == Quantity.SLOPE
        ? "φ′(z" + DIGITS[layer] + ")"
        : quantity.symbol() + DIGITS[layer];
  }

  /** As in the listings: "W[2]", "delta[3]", "y". */
  public String code() {
    return quantity.layered() ? quantity.code() + "[" + layer + "]" : quantity.code();
  }

  /** This name stands for {@code value} from here on. */
  public Statement is(Expr value) {
    return new Statement(this, Statement.Kind.IS, value, List.of());
  }

  /** This name's value gives way to {@code value}. */
  public Statement becomes(Expr value) {
    return new Statement(this, Statement.Kind.BECOMES, value, List.of());
  }

  /** {@code value} is added into this name's object, in place. */
  public Statement adds(Expr value) {
    return new Statement(this, Statement.Kind.ADDS, value, List.of());
  }

  /** This name's value is drawn at random. */
  public Statement drawn(Expr value) {
    return new Statement(this, Statement.Kind.DRAWN, value, List.of());
  }

  @Override
  public List<Expr> parts() {
    return List.of();
  }

  @Override
  public Expr withParts(List<Expr> parts) {
    return this;
  }

  @Override
  public List<Ref> operands() {
    return List.of(this);
  }

  @Override
  public Matrix value(Memory memory) {
    return memory.get(this);
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    Matrix matrix = memory.get(this);
    int i = matrix.rows() == 1 ? 0 : row;
    int j = matrix.cols() == 1 ? 0 : col;
    return Explanation.cell(this, i, j, matrix.at(i, j));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.ref(this);
  }
}
