package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** A matrix of one value everywhere, each row an object of its own. */
public record Filled(int rows, int cols, double value) implements Function {
  @Override
  public String title() {
    return "filled";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Matrix zeros = Matrix.zeros(rows, cols);
    return value == 0 ? zeros : zeros.map(x -> value);
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    return Maths.number(new Numeral(value).text());
  }

  @Override
  public Code numpy(List<Code> arguments) {
    String shape = "((" + rows + ", " + cols + ")";
    return Code.of(value == 0 ? "np.zeros" + shape + ")" : "np.full" + shape + ", " + value + ")");
  }

  @Override
  public Code java(List<Code> arguments) {
    String zeros = "Matrix.zeros(" + rows + ", " + cols + ")";
    return Code.of(value == 0 ? zeros : zeros + ".map(x -> " + value + ")");
  }
}
