package deltascope.algebra;

import java.util.List;

/** Writes expressions as Java on {@link deltascope.math.Matrix}, in arrays by layer. */
final class JavaPrinter extends CodePrinter {
  private static final JavaPrinter PRINTER = new JavaPrinter();

  private JavaPrinter() {}

  /** The whole line, its right side given apart so that it can carry marks. */
  static Code print(Statement statement, Statement textbook, Expr right) {
    Code line = Code.of("");
    for (Statement.Rescaling rescaling : statement.before()) {
      Code factor = rescaling.factor().accept(PRINTER);
      line = Code.join(line, rescaling.target().accept(PRINTER), ".scaleBy(", factor, "); ");
    }
    Code head =
        Code.join(freshUnless(statement, textbook, line), statement.target().accept(PRINTER));
    Code sign = sign(statement, textbook, Code.of(".add("), Code.of(" = "));
    Code end = sign(statement, textbook, Code.of(")"), Code.of(""));
    return Code.join(head, sign, right.accept(PRINTER), end, ";");
  }

  @Override
  Code apply(Function function, List<Code> arguments) {
    return function.java(arguments);
  }

  @Override
  public Code sum(Sum sum) {
    return isNumber(sum)
        ? infix(sum.left(), " + ", sum.right(), Code.SUM, Code.SUM)
        : call(sum.left(), "plus", sum.right());
  }

  @Override
  public Code difference(Difference difference) {
    return isNumber(difference)
        ? infix(difference.left(), " - ", difference.right(), Code.SUM, Code.PRODUCT)
        : call(difference.left(), "minus", difference.right());
  }

  @Override
  public Code product(Product product) {
    return call(product.left(), "times", product.right());
  }

  @Override
  public Code hadamard(Hadamard hadamard) {
    return call(hadamard.left(), "hadamard", hadamard.right());
  }

  @Override
  public Code scaled(Scaled scaled) {
    if (isNumber(scaled)) {
      return infix(scaled.factor(), " * ", scaled.matrix(), Code.PRODUCT, Code.ATOM);
    }
    return call(scaled.matrix(), "scaled", scaled.factor(), scaled.factor().accept(this));
  }

  /** A whole number above is written as a double, for 1 / 2 is 0. */
  @Override
  public Code quotient(Quotient quotient) {
    Code divisor = quotient.divisor().accept(this).atLeast(Code.ATOM);
    if (!isNumber(quotient)) {
      Code before = marked(Code.of(".map(x -> x / "), quotient.dividend(), quotient.divisor());
      Code after = marked(Code.of(")"), quotient.dividend(), quotient.divisor());
      return Code.join(object(quotient.dividend()), before, divisor, after);
    }
    Code dividend = dividend(quotient.dividend()).atLeast(Code.PRODUCT);
    Code sign = marked(Code.of(" / "), quotient.dividend(), quotient.divisor());
    return Code.join(dividend, sign, divisor).binding(Code.PRODUCT);
  }

  private Code dividend(Expr expr) {
    if (expr instanceof Replaced replaced) {
      return Code.join(
          dividend(replaced.textbook()).atLeast(Code.ATOM).marked(Mark.STRUCK),
          dividend(replaced.asRun()).atLeast(Code.ATOM).marked(Mark.FRESH));
    }
    return expr instanceof Numeral number
        ? Code.of(Double.toString(number.value()))
        : expr.accept(this);
  }

  @Override
  public Code transposed(Transposed transposed) {
    return Code.join(transposed.matrix().accept(this), ".transposed()");
  }

  @Override
  public Code sumOverUnits(SumOverUnits sum) {
    return Code.join(sum.summand().accept(this), ".sumOfRows()");
  }

  @Override
  public Code sumOverSamples(SumOverSamples sum) {
    return Code.join(sum.summand().accept(this), ".sumOfColumns()");
  }

  @Override
  public Code copied(Copied copied) {
    return Code.join(copied.matrix().accept(this), ".copy()");
  }

  private Code call(Expr receiver, String method, Expr argument) {
    return call(receiver, method, argument, object(argument));
  }

  /** The call comes or goes with a marked side. */
  private Code call(Expr receiver, String method, Expr argument, Code written) {
    Code before = marked(Code.of("." + method + "("), receiver, argument);
    Code after = marked(Code.of(")"), receiver, argument);
    return Code.join(object(receiver), before, written, after);
  }

  private Code infix(Expr left, String sign, Expr right, int binding, int rightBinding) {
    Code head = left.accept(this).atLeast(binding);
    Code tail = right.accept(this).atLeast(rightBinding);
    return Code.join(head, marked(Code.of(sign), left, right), tail).binding(binding);
  }

  private static Code marked(Code sign, Expr left, Expr right) {
    if (right instanceof Marked marked) {
      return sign.marked(marked.mark());
    }
    return left instanceof Marked marked ? sign.marked(marked.mark()) : sign;
  }

  /** A number as the matrix that it is among matrices. */
  private Code object(Expr expr) {
    Code code = expr.accept(this);
    return isNumber(expr) ? Code.join("Matrix.scalar(", code, ")") : code.atLeast(Code.ATOM);
  }

  /** Whether it is a Java double, being made of numbers alone. */
  private static boolean isNumber(Expr expr) {
    boolean arithmetic =
        expr instanceof Sum
            || expr instanceof Difference
            || expr instanceof Scaled
            || expr instanceof Quotient
            || expr instanceof Marked
            || expr instanceof Replaced;
    return expr instanceof Numeral
        || expr instanceof Parameter
        || (arithmetic && expr.parts().stream().allMatch(JavaPrinter::isNumber));
  }
}
