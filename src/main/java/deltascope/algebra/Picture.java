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

    private Painter infix(Expr left, String symbol, Expr right) {
      left.accept(this);
      sign(symbol);
      return right.accept(this);
    }

    private Painter fencedIfSum(Expr expr) {
      boolean sum = expr instanceof Sum || expr instanceof Difference;
      if (sum) {
        sign("(");
      }
      expr.accept(this);
      return sum ? sign(")") : this;
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
      return infix(sum.left(), "+", sum.right());
    }

    @Override
    public Painter difference(Difference difference) {
      return infix(difference.left(), "−", difference.right());
    }

    @Override
    public Painter product(Product product) {
      fencedIfSum(product.left());
      sign("·");
      return fencedIfSum(product.right());
    }

    @Override
    public Painter hadamard(Hadamard hadamard) {
      fencedIfSum(hadamard.left());
      sign("⊙");
      return fencedIfSum(hadamard.right());
    }

    @Override
    public Painter scaled(Scaled scaled) {
      factor(scaled.factor());
      sign("·");
      return fencedIfSum(scaled.matrix());
    }

    @Override
    public Painter quotient(Quotient quotient) {
      fencedIfSum(quotient.dividend());
      sign("/");
      return factor(quotient.divisor());
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
      return fencedIfSum(sum.summand());
    }

    @Override
    public Painter sumOverSamples(SumOverSamples sum) {
      return sum.summand().accept(this);
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
