package deltascope.algebra;

import java.util.List;

/** Writes expressions as Java on {@link deltascope.math.Matrix}, in arrays by layer. */
final class JavaPrinter extends CodePrinter {
  private static final JavaPrinter PRINTER = new JavaPrinter();

  private JavaPrinter() {}

  /** The whole line, its right side given apart so that it can carry marks. */
  static Code print(Statement statement, Expr right) {
    Code line = Code.of("");
    for (Statement.Rescaling rescaling : statement.before()) {
      Code factor = rescaling.factor().accept(PRINTER);
      line = Code.join(line, rescaling.target().accept(PRINTER), ".scaleBy(", factor, "); ");
    }
    Code target = statement.target().accept(PRINTER);
    return statement.kind() == Statement.Kind.ADDS
        ? Code.join(line, target, ".add(", right.accept(PRINTER), ");")
        : Code.join(line, target, " = ", right.accept(PRINTER), ";");
  }

  @Override
  Code apply(Function function, List<Code> arguments) {
    return function.java(arguments);
  }

  @Override
  public Code sum(Sum sum) {
    return call(sum.left(), "plus", sum.right());
  }

  @Override
  public Code difference(Difference difference) {
    return call(difference.left(), "minus", difference.right());
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
    return call(scaled.matrix(), "scaled", scaled.factor());
  }

  @Override
  public Code quotient(Quotient quotient) {
    Code dividend = quotient.dividend().accept(this);
    Code divisor = quotient.divisor().accept(this).atLeast(Code.ATOM);
    boolean numbers =
        quotient.dividend() instanceof Numeral || quotient.dividend() instanceof Parameter;
    return numbers
        ? Code.join(dividend, " / ", divisor).binding(Code.PRODUCT)
        : Code.join(dividend, ".map(x -> x / ", divisor, ")");
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

  /** A marked side takes the whole call's text with it. */
  private Code call(Expr receiver, String method, Expr argument) {
    Code object = receiver.accept(this);
    Code before = Code.of("." + method + "(");
    Code after = Code.of(")");
    if (argument instanceof Marked marked) {
      before = before.marked(marked.mark());
      after = after.marked(marked.mark());
    }
    return Code.join(object, before, argument.accept(this), after);
  }
}
