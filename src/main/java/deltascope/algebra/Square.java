package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;

/** Every cell times itself. */
enum Square implements Function {
  SQUARE;

  @Override
  public String title() {
    return "square";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    return arguments.get(0).map(x -> x * x);
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    return Maths.superscript(Maths.fenced(arguments.get(0)), Maths.number("2"));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return Code.join(arguments.get(0).atLeast(Code.ATOM), " ** 2").binding(Code.PRODUCT);
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.join(arguments.get(0), ".map(x -> x * x)");
  }
}
