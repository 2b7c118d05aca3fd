package deltascope.web.worksheet;

import deltascope.algebra.Explanation;
import deltascope.algebra.Expr;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.network.EquationId;
import deltascope.network.Phase;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole pass: every matrix is printed once, and the same units are blank from the first step to
 * the last. Who solves it goes on with answers of their own.
 */
final class PassSheet {
  private final Trace trace;
  private final Sheet.Wish wish;
  private final Counting counting;
  private final List<Sheet.Table> givens = new ArrayList<>();
  private final List<Sheet.Part> parts = new ArrayList<>();

  /** What is known to who rounds every answer, to who rounds none, and to who has the key. */
  private final Map<Ref, Matrix> rounded = new HashMap<>();

  private final Map<Ref, Matrix> exact = new HashMap<>();
  private final Map<Ref, Matrix> key = new HashMap<>();
  private int number = 1;

  PassSheet(Trace trace, Sheet.Wish wish, Counting counting) {
    this.trace = trace;
    this.wish = wish;
    this.counting = counting;
  }

  Sheet sheet() {
    for (Step step : trace.steps()) {
      if (step.phase() == Phase.DATA) {
        give(step.target(), Objects.requireNonNull(step.result()));
      } else if (step.equation() != EquationId.RESET_WEIGHTS
          && step.equation() != EquationId.RESET_BIASES) {
        add(step);
      }
    }
    return new Sheet(Kind.PASS, givens, parts);
  }

  private void give(Ref ref, Matrix value) {
    Matrix printed = wish.rounding().printed(value);
    know(ref, printed, printed, printed);
    givens.add(new Sheet.Table(ref, printed, wish.rounding().places(value), false, List.of()));
  }

  private void know(Ref ref, Matrix byRounded, Matrix byExact, Matrix byKey) {
    rounded.put(ref, byRounded);
    exact.put(ref, byExact);
    key.put(ref, byKey);
  }

  private void add(Step step) {
    Expr line = Workings.written(step);
    Ref same = same(step);
    for (Ref ref : Workings.read(line)) {
      if (!rounded.containsKey(ref) && (same == null || !ref.equals(step.target()))) {
        give(ref, step.operand(ref));
      } else if (!rounded.containsKey(ref)) {
        know(ref, step.operand(ref), step.operand(ref), step.operand(ref));
      }
    }
    Memory memory = Workings.with(step, key);
    Matrix byKey = line.value(memory);
    Matrix byRounded = line.value(Workings.with(step, rounded));
    Matrix byExact = line.value(Workings.with(step, exact));
    Matrix result = Objects.requireNonNull(step.result());
    Rounding rounding = wish.rounding();
    int places = rounding.answered(result);
    List<Blank> blanks = new ArrayList<>();
    if (same == null) {
      for (Blanks.Cell cell : cells(step, result)) {
        int i = cell.row();
        int j = cell.col();
        Explanation sum = line.explain(memory, i, j);
        Accepted accepted =
            Accepted.around(
                places,
                Workings.slack(sum, places),
                result.at(i, j),
                byKey.at(i, j),
                byRounded.at(i, j),
                byExact.at(i, j));
        blanks.add(
            new Blank(
                number++,
                step.target(),
                i,
                j,
                places,
                result.at(i, j),
                byKey.at(i, j),
                accepted,
                sum,
                null));
      }
    }
    Matrix printed = rounding.printed(result);
    Sheet.Table table =
        same == null
            ? new Sheet.Table(step.target(), printed, rounding.places(result), false, blanks)
            : null;
    parts.add(new Sheet.Part(step, null, List.of(), table, same));
    know(
        step.target(),
        mixed(printed, byRounded, same, blanks, places),
        mixed(printed, byExact, same, blanks, 0),
        printed);
  }

  /**
   * What is printed; in blank cells the solver's own answer, rounded to that many places or not.
   */
  private static Matrix mixed(
      Matrix printed, Matrix own, @Nullable Ref same, List<Blank> blanks, int places) {
    Matrix known = same == null ? printed.copy() : own.copy();
    for (Blank blank : blanks) {
      double answer = own.at(blank.row(), blank.col());
      known.row(blank.row())[blank.col()] = places == 0 ? answer : Rounding.printed(answer, places);
    }
    return known;
  }

  /** Whose numbers the step's result has, where it is a copy, or a sum that began at zero. */
  private static @Nullable Ref same(Step step) {
    Statement statement = step.line().statement();
    boolean adds =
        statement.kind() == Statement.Kind.ADDS && step.operand(step.target()).maxAbs() == 0;
    boolean copies = statement.kind() == Statement.Kind.IS || adds;
    return copies && statement.value() instanceof Ref ref ? ref : null;
  }

  private List<Blanks.Cell> cells(Step step, Matrix result) {
    Blanks blanks = wish.blanks();
    if (blanks.named()) {
      return blanks.namedOf(step.target(), result, counting);
    }
    List<Blanks.Cell> cells = new ArrayList<>();
    if (blanks.all() || result.size() == 1) {
      for (int k = 0; k < result.size(); k++) {
        cells.add(new Blanks.Cell(k / result.cols(), k % result.cols()));
      }
      return cells;
    }
    for (int row : units(result.rows(), step.layer())) {
      cells.add(new Blanks.Cell(row, column(step, result, row)));
    }
    return cells;
  }

  /** The units of a layer that are followed, in their order. */
  private List<Integer> units(int count, int layer) {
    int[] order = Randomness.permutation(wish.blanks().chance("units", layer), count);
    List<Integer> units = new ArrayList<>();
    for (int k = 0; k < Math.min(wish.blanks().count(), count); k++) {
      units.add(order[k]);
    }
    return units.stream().sorted().toList();
  }

  /** The same in a gradient and in the weights that it moves. */
  private int column(Step step, Matrix result, int row) {
    Blanks.Triviality trivial = StepSheet.trivial(step);
    int[] order =
        Randomness.permutation(
            wish.blanks().chance("weights of unit " + row, step.layer()), result.cols());
    for (int col : order) {
      if (!trivial.of(row, col)) {
        return col;
      }
    }
    return order[0];
  }
}
