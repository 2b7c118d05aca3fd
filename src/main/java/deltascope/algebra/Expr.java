package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression of a textbook line: a tree of operations over {@link Ref quantities} and numbers.
 *
 * <p>Expressions are values: two that are built alike are equal, and that is how the page knows
 * where a line differs from the textbook's.
 */
public interface Expr {
  /** The operands, in the order in which they are written. */
  List<Expr> parts();

  /** The same operation on other operands. */
  Expr withParts(List<Expr> parts);

  /** The value over the quantities in {@code memory}. */
  Matrix value(Memory memory);

  /** How the value's cell (row, col) comes about, from the same numbers. */
  Explanation explain(Memory memory, int row, int col);

  <R> R accept(Visitor<R> visitor);

  default Expr plus(Expr right) {
    return new Sum(this, right);
  }

  default Expr minus(Expr right) {
    return new Difference(this, right);
  }

  /** The matrix product. */
  default Expr times(Expr right) {
    return new Product(this, right);
  }

  /** The product cell by cell. */
  default Expr hadamard(Expr right) {
    return new Hadamard(this, right);
  }

  /** This number times a matrix. */
  default Expr scaling(Expr matrix) {
    return new Scaled(this, matrix);
  }

  /** This, divided by a number. */
  default Expr over(Expr divisor) {
    return new Quotient(this, divisor);
  }

  default Expr transposed() {
    return new Transposed(this);
  }

  default Expr squared() {
    return new Applied(Square.SQUARE, this);
  }

  /** Σₖ over the units of a layer: n × m gives 1 × m. */
  default Expr summedOverUnits() {
    return new SumOverUnits(this);
  }

  /** Σ over the samples that go through together: n × m gives n × 1. */
  default Expr summedOverSamples() {
    return new SumOverSamples(this);
  }

  /** This expression with every part equal to {@code from} replaced by {@code to}. */
  default Expr replacing(Expr from, Expr to) {
    if (equals(from)) {
      return to;
    }
    List<Expr> replaced = new ArrayList<>(parts().size());
    for (Expr part : parts()) {
      replaced.add(part.replacing(from, to));
    }
    return replaced.equals(parts()) ? this : withParts(replaced);
  }

  /** The quantities that are read, each once, in the order in which they are written. */
  default List<Ref> operands() {
    List<Ref> found = new ArrayList<>();
    for (Expr part : parts()) {
      for (Ref ref : part.operands()) {
        if (!found.contains(ref)) {
          found.add(ref);
        }
      }
    }
    return found;
  }

  /** One method per kind of expression. */
  interface Visitor<R> {
    R ref(Ref ref);

    R numeral(Numeral numeral);

    R parameter(Parameter parameter);

    R sum(Sum sum);

    R difference(Difference difference);

    R product(Product product);

    R hadamard(Hadamard hadamard);

    R scaled(Scaled scaled);

    R quotient(Quotient quotient);

    R transposed(Transposed transposed);

    R applied(Applied applied);

    R sumOverUnits(SumOverUnits sum);

    R sumOverSamples(SumOverSamples sum);

    R copied(Copied copied);

    R named(Named named);

    R marked(Marked marked);

    R replaced(Replaced replaced);
  }
}
