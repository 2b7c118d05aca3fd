package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** ⌊x⌋ of every cell: a division of whole numbers leaves no more. */
public enum Floor implements Function {
  FLOOR;

  @Override
  public String title() {
    return "floor";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    return arguments.get(0).map(Math::floor);
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    Maths below = Maths.operator("\\lfloor", "⌊");
    return Maths.row(below, arguments.get(0), Maths.operator("\\rfloor", "⌋"));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return Code.call("np.floor", arguments);
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.join(arguments.get(0), ".map(Math::floor)");
  }
}
