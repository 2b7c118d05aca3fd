package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Operands, functions and short ways of writing, for tests of what is written. */
final class Written {
  static final Ref W = Quantity.W.of(2);
  static final Ref D = Quantity.DELTA.of(2);
  static final Ref A = Quantity.A.of(3);
  static final Ref Y = Quantity.Y.of(0);
  static final Ref Z = Quantity.Z.of(1);
  static final Ref SUM_W = Quantity.SUM_W.of(2);
  static final Ref DW = Quantity.DW.of(2);
  static final Expr MINUS_ONE = new Numeral(-1);
  static final Expr THREE = new Numeral(3);

  /** What tanh means, as short as it can be told apart from others. */
  static final Function.Definition MEANING =
      new Function.Definition(Maths.number("0"), "def tanh(z): ...", "static Matrix tanh() {}");

  static final Function TANH =
      new Elementwise(
          "tanh", Maths.identifier("\\tanh", "tanh"), "np.tanh", StrictMath::tanh, MEANING);

  private Written() {}

  /** A function that puts nothing in parentheses, and gives its first argument's first row. */
  enum Bare implements Function {
    BARE;

    @Override
    public String title() {
      return "bare";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      return Matrix.onRows(arguments.get(0).row(0).clone());
    }

    @Override
    public boolean elementwise() {
      return false;
    }

    @Override
    public boolean bracketsArguments() {
      return false;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      List<Maths> parts = new ArrayList<>(List.of(Maths.identifier("f", "f")));
      parts.addAll(arguments);
      return new Maths.Row(parts);
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.call("bare", arguments);
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.call("bare", arguments);
    }
  }

  static Expr tanh(Expr argument) {
    return new Applied(TANH, argument);
  }

  static Expr bare(Expr... arguments) {
    return new Applied(Bare.BARE, arguments);
  }

  /** z¹ = the expression, compared with nothing. */
  static Line line(Expr expr) {
    return new Line(Z.is(expr), Z.is(expr));
  }

  /** z¹ = what runs, compared with what the textbook has. */
  static Line line(Expr textbook, Expr asRun) {
    return new Line(Z.is(asRun), Z.is(textbook));
  }

  /** Code with what is struck as [-...-] and what is fresh as {+...+}. */
  static String marked(Code code) {
    StringBuilder text = new StringBuilder();
    for (Code.Segment segment : code.segments()) {
      if (segment.mark() == null) {
        text.append(segment.text());
      } else if (!segment.text().isEmpty()) {
        boolean struck = segment.mark() == Mark.STRUCK;
        text.append(struck ? "[-" : "{+").append(segment.text()).append(struck ? "-]" : "+}");
      }
    }
    return text.toString().replace("-][-", "").replace("+}{+", "");
  }
}
