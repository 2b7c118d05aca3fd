package deltascope.algebra;

import java.util.List;

/** Writes expressions as a student's numpy program has them; matrices in lists by layer. */
final class NumpyPrinter extends CodePrinter {
  private static final NumpyPrinter PRINTER = new NumpyPrinter();

  private NumpyPrinter() {}

  /** The whole line, its right side given apart so that it can carry marks. */
  static Code print(Statement statement, Statement textbook, Expr right) {
    Code line = Code.of("");
    for (Statement.Rescaling rescaling : statement.before()) {
      line =
          Code.join(
              line,
              rescaling.target().accept(PRINTER),
              " *= ",
              rescaling.factor().accept(PRINTER),
              "; ");
    }
    Code sign = sign(statement, textbook, Code.of(" += "), Code.of(" = "));
    line = freshUnless(statement, textbook, line);
    return Code.join(line, statement.target().accept(PRINTER), sign, right.accept(PRINTER));
  }

  @Override
  Code apply(Function function, List<Code> arguments) {
    return function.numpy(arguments);
  }

  @Override
  public Code sum(Sum sum) {
    return infix(" + ", Code.SUM, sum.left(), sum.right(), Code.SUM);
  }

  @Override
  public Code difference(Difference difference) {
    return infix(" - ", Code.SUM, difference.left(), difference.right(), Code.PRODUCT);
  }

  @Override
  public Code product(Product product) {
    return infix(" @ ", Code.PRODUCT, product.left(), product.right(), Code.ATOM);
  }

  @Override
  public Code hadamard(Hadamard hadamard) {
    boolean matrixProduct = hadamard.left() instanceof Product;
    int left = matrixProduct ? Code.ATOM : Code.PRODUCT;
    return infix(" * ", Code.PRODUCT, hadamard.left(), hadamard.right(), left, Code.ATOM);
  }

  @Override
  public Code scaled(Scaled scaled) {
    if (scaled.factor().equals(new Numeral(-1))) {
      return Code.join("-", scaled.matrix().accept(this).atLeast(Code.ATOM)).binding(Code.PRODUCT);
    }
    return infix(" * ", Code.PRODUCT, scaled.factor(), scaled.matrix(), Code.ATOM);
  }

  @Override
  public Code quotient(Quotient quotient) {
    return infix(" / ", Code.PRODUCT, quotient.dividend(), quotient.divisor(), Code.ATOM);
  }

  @Override
  public Code transposed(Transposed transposed) {
    return Code.join(transposed.matrix().accept(this).atLeast(Code.ATOM), ".T");
  }

  @Override
  public Code sumOverUnits(SumOverUnits sum) {
    return Code.join(sum.summand().accept(this).atLeast(Code.ATOM), ".sum(axis=0)");
  }

  @Override
  public Code sumOverSamples(SumOverSamples sum) {
    return Code.join(sum.summand().accept(this).atLeast(Code.ATOM), ".sum(axis=1, keepdims=True)");
  }

  @Override
  public Code copied(Copied copied) {
    return Code.join(copied.matrix().accept(this).atLeast(Code.ATOM), ".copy()");
  }

  private Code infix(String sign, int binding, Expr left, Expr right, int rightBinding) {
    return infix(sign, binding, left, right, binding, rightBinding);
  }

  /** The sign goes with a marked side, because it comes or goes with it. */
  private Code infix(
      String sign, int binding, Expr left, Expr right, int leftBinding, int rightBinding) {
    Code head = left.accept(this).atLeast(leftBinding);
    Code tail = right.accept(this).atLeast(rightBinding);
    Code middle = Code.of(sign);
    if (right instanceof Marked marked) {
      middle = middle.marked(marked.mark());
    } else if (left instanceof Marked marked) {
      middle = middle.marked(marked.mark());
    }
    return Code.join(head, middle, tail).binding(binding);
  }
}
