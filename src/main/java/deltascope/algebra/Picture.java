package deltascope.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * The formula made of its matrices: the right side of a line as a row of pieces, in the order in
 * which it is written.
 */
public record Picture(List<Piece> pieces) {
  /** A piece of the row. */
  public sealed interface Piece permits Operand, Sign, Factor {}

  /** An operand to be drawn as its matrix, turned on its side where the formula transposes it. */
  public record Operand(Ref ref, boolean transposed) implements Piece {}

  /** A sign between pieces: ·, +, −, ⊙, a parenthesis. */
  public record Sign(String symbol) implements Piece {}

  /** A number, a parameter or a function's name, set as mathematics. */
  public record Factor(Maths maths) implements Piece {}

  public Picture {
    pieces = List.copyOf(pieces);
  }

  /** The picture of a statement's right side. */
  static Picture of(Statement statement) {
    Painter painter = new Painter();
    statement.written().accept(painter);
    return new Picture(painter.pieces);
  }

  private static final class Painter implements Expr.Visitor<Painter> {
    private final List<Piece> pieces = new ArrayList<>();

    private Painter sign(String symbol) {
      pieces.add(new Sign(symbol));
      return this;
    }

    private Painter factor(Expr expr) {
      pieces.add(new Factor(MathsPrinter.print(expr)));
      return this;
    }

    private Painter infix(Expr left, String symbol, Expr right, int binding, int rightBinding) {
      fenced(left, MathsPrinter.reachesRight(left, binding));
      sign(symbol);
      return fenced(right, MathsPrinter.binding(right) < rightBinding);
    }

    private Painter fenced(Expr expr, boolean fence) {
      if (fence) {
        sign("(");
      }
      expr.accept(this);
      return fence ? sign(")") : this;
    }

    @Override
    public Painter ref(Ref ref) {
      pieces.add(new Operand(ref, false));
      return this;
    }

    @Override
    public Painter numeral(Numeral number) {
      return factor(number);
    }

    @Override
    public Painter parameter(Parameter parameter) {
      return factor(parameter);
    }

    @Override
    public Painter sum(Sum sum) {
      return infix(sum.left(), "+", sum.right(), MathsPrinter.SUM, MathsPrinter.SUM);
    }

    @Override
    public Painter difference(Difference difference) {
      Expr right = difference.right();
      return infix(difference.left(), "−", right, MathsPrinter.SUM, MathsPrinter.HADAMARD);
    }

    @Override
    public Painter product(Product product) {
      return product(product.left(), product.right());
    }

    private Painter product(Expr left, Expr right) {
      return infix(left, "·", right, MathsPrinter.PRODUCT, MathsPrinter.PRODUCT);
    }

    @Override
    public Painter hadamard(Hadamard hadamard) {
      int binding = MathsPrinter.HADAMARD;
      return infix(hadamard.left(), "⊙", hadamard.right(), binding, binding);
    }

    @Override
    public Painter scaled(Scaled scaled) {
      if (MathsPrinter.isNegation(scaled)) {
        sign("−");
        return fenced(
            scaled.matrix(), MathsPrinter.binding(scaled.matrix()) < MathsPrinter.PRODUCT);
      }
      return product(scaled.factor(), scaled.matrix());
    }

    /** A fraction of numbers is set as one; a matrix is divided by a number in line. */
    @Override
    public Painter quotient(Quotient quotient) {
      if (quotient.operands().isEmpty()) {
        return factor(quotient);
      }
      return infix(
          quotient.dividend(),
          "/",
          quotient.divisor(),
          MathsPrinter.PRODUCT,
          quotient.divisor() instanceof Quotient ? MathsPrinter.NEVER : MathsPrinter.ATOM);
    }

    @Override
    public Painter transposed(Transposed transposed) {
      if (transposed.matrix() instanceof Ref ref) {
        pieces.add(new Operand(ref, true));
        return this;
      }
      sign("(");
      transposed.matrix().accept(this);
      return sign(")ᵀ");
    }

    @Override
    public Painter applied(Applied applied) {
      sign(applied.function().title() + "(");
      String gap = "";
      for (Expr part : applied.parts()) {
        if (!gap.isEmpty()) {
          sign(gap);
        }
        part.accept(this);
        gap = ",";
      }
      return sign(")");
    }

    @Override
    public Painter sumOverUnits(SumOverUnits sum) {
      sign("Σₖ");
      boolean fence = MathsPrinter.binding(sum.summand()) <= MathsPrinter.SUM;
      return fenced(sum.summand(), fence);
    }

    @Override
    public Painter sumOverSamples(SumOverSamples sum) {
      sign("Σₛ");
      return fenced(sum.summand(), MathsPrinter.binding(sum.summand()) < MathsPrinter.PRODUCT);
    }

    @Override
    public Painter copied(Copied copied) {
      sign("copy(");
      copied.matrix().accept(this);
      return sign(")");
    }

    @Override
    public Painter named(Named named) {
      return ref(named.name());
    }

    @Override
    public Painter marked(Marked marked) {
      return marked.part().accept(this);
    }

    @Override
    public Painter replaced(Replaced replaced) {
      return replaced.asRun().accept(this);
    }
  }
}
