package deltascope.algebra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement as it is read: formula, listings and picture, alone or compared with the textbook's.
 *
 * @param statement the line that runs
 * @param textbook the line as the textbook has it, the same where nothing differs
 */
public record Line(Statement statement, Statement textbook) {
  /** The same line as it reads when one sample goes through alone: no sum over the samples. */
  public Line forOneSample() {
    return new Line(
        statement.with(alone(statement.value())), textbook.with(alone(textbook.value())));
  }

  private static Expr alone(Expr expr) {
    if (expr instanceof SumOverSamples sum) {
      return alone(sum.summand());
    }
    List<Expr> parts = expr.parts().stream().map(Line::alone).toList();
    return parts.equals(expr.parts()) ? expr : expr.withParts(parts);
  }

  /** The textbook's line, compared with nothing. */
  public Line asTextbook() {
    return new Line(textbook, textbook);
  }

  /** The line as it runs. */
  public Maths formula() {
    return MathsPrinter.print(statement, statement, statement.written());
  }

  /** The line as the textbook has it. */
  public Maths textbookFormula() {
    return MathsPrinter.print(textbook, textbook, textbook.written());
  }

  /** Both at once: what the textbook has and this lacks is struck, what is new is fresh. */
  public Maths comparedFormula() {
    return MathsPrinter.print(
        statement, textbook, Comparison.of(textbook.written(), statement.written()));
  }

  /** The numpy line, compared with the textbook's. */
  public Code numpy() {
    return NumpyPrinter.print(
        statement, textbook, Comparison.of(textbook.value(), statement.value()));
  }

  /** The numpy line as it runs, without marks. */
  public Code plainNumpy() {
    return NumpyPrinter.print(statement, statement, statement.value());
  }

  /** The Java line, compared with the textbook's. */
  public Code java() {
    return JavaPrinter.print(
        statement, textbook, Comparison.of(textbook.value(), statement.value()));
  }

  /** The Java line as it runs, without marks. */
  public Code plainJava() {
    return JavaPrinter.print(statement, statement, statement.value());
  }

  /** The line's right side as a row of matrices and signs. */
  public Picture picture() {
    return Picture.of(statement);
  }

  /** What the names of functions in the line mean, each once. */
  public List<Function.Definition> definitions() {
    Set<Function.Definition> found = new LinkedHashSet<>();
    collect(statement.value(), found);
    return List.copyOf(new ArrayList<>(found));
  }

  private static void collect(Expr expr, Set<Function.Definition> found) {
    if (expr instanceof Applied applied) {
      applied.function().definition().ifPresent(found::add);
    }
    expr.parts().forEach(part -> collect(part, found));
  }

  /** What the listings call beside numpy and {@link deltascope.math.Matrix}, each once. */
  public List<Function.Helper> helpers() {
    Set<Function.Helper> found = new LinkedHashSet<>();
    collectHelpers(statement.value(), found);
    return List.copyOf(found);
  }

  private static void collectHelpers(Expr expr, Set<Function.Helper> found) {
    if (expr instanceof Applied applied) {
      applied.function().helper().ifPresent(found::add);
    }
    expr.parts().forEach(part -> collectHelpers(part, found));
  }
}
