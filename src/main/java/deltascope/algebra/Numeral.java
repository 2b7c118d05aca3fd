package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A number that the formula writes out, such as the 2 of 2(a − y). */
public record Numeral(double value) implements Expr {
  public static final Numeral ONE = new Numeral(1);
  public static final Numeral TWO = new Numeral(2);

  /** "2", "0.5", "1e-05": as a programmer and a textbook both write it. */
  String text() {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
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
  public Matrix value(Memory memory) {
    return Matrix.scalar(value);
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return Explanation.number(text(), value);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.numeral(this);
  }
}
