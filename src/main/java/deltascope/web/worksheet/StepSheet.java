package deltascope.web.worksheet;

import deltascope.algebra.Explanation;
import deltascope.algebra.Expr;
import deltascope.algebra.Memory;
import deltascope.algebra.Picture;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One step: its operands are printed, and cells of its result are blank. */
final class StepSheet {
  private final Step step;
  private final Sheet.Wish wish;
  private final Counting counting;

  StepSheet(Trace trace, Sheet.Wish wish, Counting counting) {
    this.step = trace.steps().get(wish.step());
    this.wish = wish;
    this.counting = counting;
  }

  Sheet sheet() {
    Rounding rounding = wish.rounding();
    Map<Ref, Matrix> printed = new HashMap<>();
    List<Sheet.Table> operands = new ArrayList<>();
    Set<Ref> turned = turned(step);
    for (Ref ref : step.operands()) {
      Matrix value = step.operand(ref);
      printed.put(ref, rounding.printed(value));
      operands.add(
          new Sheet.Table(
              ref,
              rounding.printed(value),
              rounding.places(value),
              turned.contains(ref),
              List.of()));
    }
    Memory memory = Workings.with(step, printed);
    Expr line = Workings.named(Workings.written(step));
    Matrix solved = line.value(memory);
    Matrix result = Objects.requireNonNull(step.result());
    List<Blank> blanks = new ArrayList<>();
    for (Blanks.Cell cell : cells(result)) {
      int i = cell.row();
      int j = cell.col();
      int places = rounding.answered(result);
      Explanation sum = line.explain(memory, i, j);
      double slack = Workings.slack(sum, places);
      blanks.add(
          new Blank(
              blanks.size() + 1,
              step.target(),
              i,
              j,
              places,
              result.at(i, j),
              solved.at(i, j),
              Accepted.around(places, slack, result.at(i, j), solved.at(i, j)),
              sum,
              null));
    }
    Sheet.Table made =
        new Sheet.Table(
            step.target(), rounding.printed(result), rounding.places(result), false, blanks);
    return new Sheet(
        Kind.STEP, List.of(), List.of(new Sheet.Part(step, null, operands, made, null)));
  }

  private List<Blanks.Cell> cells(Matrix result) {
    Blanks blanks = wish.blanks();
    return blanks.named()
        ? blanks.namedOf(step.target(), result, counting)
        : blanks.chosen(step.target(), result, trivial(step), step.index());
  }

  /** A cell that is zero, or as it was before, asks for nothing. */
  static Blanks.Triviality trivial(Step step) {
    Matrix result = Objects.requireNonNull(step.result());
    boolean changes = step.operands().contains(step.target());
    return (row, col) ->
        result.at(row, col) == 0
            || (changes && step.operand(step.target()).at(row, col) == result.at(row, col));
  }

  /** What the formula has transposed. */
  static Set<Ref> turned(Step step) {
    Set<Ref> turned = new HashSet<>();
    for (Picture.Piece piece : step.line().picture().pieces()) {
      if (piece instanceof Picture.Operand operand && operand.transposed()) {
        turned.add(operand.ref());
      }
    }
    return turned;
  }
}
