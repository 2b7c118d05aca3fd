package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the program: a name, what happens to it, and the expression.
 *
 * @param target the name on the left
 * @param kind what happens to it
 * @param value the expression on the right
 * @param before what the line does first, in place; empty in the textbook
 */
public record Statement(Ref target, Kind kind, Expr value, List<Rescaling> before) {
  /** What a statement does with its value. */
  public enum Kind {
    /** z = …: the name stands for the value. */
    IS,
    /** W ← …: the name's old value gives way to the new one. */
    BECOMES,
    /** U ← U + …, in place: whoever shares the object sees it. */
    ADDS,
    /** W ∼ …: the value is drawn at random. */
    DRAWN
  }

  /** U ← c U, in place: something done to an accumulator before the line itself. */
  public record Rescaling(Ref target, Expr factor) {}

  public Statement {
    before = List.copyOf(before);
  }

  /** Runs the line; the result is the target's value afterwards. */
  public Matrix run(Memory memory) {
    for (Rescaling rescaling : before) {
      memory.get(rescaling.target()).scaleBy(rescaling.factor().value(memory).at(0, 0));
    }
    Matrix result = value.value(memory);
    if (kind == Kind.ADDS) {
      Matrix object = memory.get(target);
      object.add(result);
      return object;
    }
    memory.set(target, result);
    return result;
  }

  /** The names that are read, in the order in which they are written. */
  public List<Ref> operands() {
    List<Ref> operands = new ArrayList<>(written().operands());
    for (Rescaling rescaling : before) {
      if (!operands.contains(rescaling.target())) {
        operands.add(rescaling.target());
      }
    }
    return List.copyOf(operands);
  }

  /** The objects that the line changes in place. */
  public List<Ref> changedInPlace() {
    List<Ref> changed = new ArrayList<>();
    before.forEach(rescaling -> changed.add(rescaling.target()));
    if (kind == Kind.ADDS) {
      changed.add(target);
    }
    return changed;
  }

  /** The parts that get a name and a value of their own while the line runs, such as the slope. */
  public List<Ref> partsNamed() {
    List<Ref> names = new ArrayList<>();
    collectNames(value, names);
    return names;
  }

  private static void collectNames(Expr expr, List<Ref> names) {
    if (expr instanceof Named named) {
      names.add(named.name());
    }
    expr.parts().forEach(part -> collectNames(part, names));
  }

  /** The whole right side as a textbook writes it: for a sum in place, the old value as well. */
  public Expr written() {
    return kind == Kind.ADDS ? target.plus(value) : value;
  }

  /** The same line with its expression rewritten. */
  public Statement with(Expr other) {
    return new Statement(target, kind, other, before);
  }

  /** The same line after an accumulator has been rescaled in place. */
  public Statement afterRescaling(Ref accumulator, Expr factor) {
    List<Rescaling> longer = new ArrayList<>(before);
    longer.add(new Rescaling(accumulator, factor));
    return new Statement(target, kind, value, longer);
  }

  /** The line with {@code from} replaced by {@code to} wherever it stands on the right. */
  public Statement replacing(Expr from, Expr to) {
    return with(value.replacing(from, to));
  }

  /**
   * The line without {@code factor}: right in a product cell by cell, or a number before a part.
   */
  public Statement without(Expr factor) {
    return with(without(value, factor));
  }

  private static Expr without(Expr expr, Expr factor) {
    if (expr instanceof Hadamard product && product.right().equals(factor)) {
      return product.left();
    }
    if (expr instanceof Scaled scaled && scaled.factor().equals(factor)) {
      return without(scaled.matrix(), factor);
    }
    List<Expr> parts = expr.parts().stream().map(part -> without(part, factor)).toList();
    return parts.equals(expr.parts()) ? expr : expr.withParts(parts);
  }

  /**
   * How the target's cell comes about.
   *
   * @param memory the operands as they were when the line ran
   */
  public Explanation explain(Memory memory, int row, int col) {
    return written().explain(memory, row, col);
  }
}
