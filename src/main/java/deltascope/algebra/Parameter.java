package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A number that the scenario sets: the learning rate η, or m, how many samples the batch has. */
public enum Parameter implements Expr {
  ETA("eta", "\\eta", "η"),
  BATCH("m", "m", "m");

  private final String code;
  private final String latex;
  private final String symbol;

  Parameter(String code, String latex, String symbol) {
    this.code = code;
    this.latex = latex;
    this.symbol = symbol;
  }

  String code() {
    return code;
  }

  String latex() {
    return latex;
  }

  public String symbol() {
    return symbol;
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
    return Matrix.scalar(memory.parameter(this));
  }

  @Override
  public Explanation explain(Memory memory, int row, int col) {
    return Explanation.number(symbol, memory.parameter(this));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.parameter(this);
  }
}
