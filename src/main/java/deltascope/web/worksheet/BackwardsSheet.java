package deltascope.web.worksheet;

import deltascope.algebra.Expr;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.math.Refused;
import deltascope.network.Activation;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Weights to be found from what their units summed up to, or, at the step of the activation, from
 * what they answered. The line is linear in each weight, so two runs of it tell the weight; and the
 * activation is turned round by halving. So there is no second equation to go wrong.
 */
final class BackwardsSheet {
  /** A last place of what is printed may move the weight by so many of its own. */
  private static final double WORST = 40;

  /** Few enough that a weight makes a good exercise. */
  private static final double GOOD = 5;

  private static final double FURTHEST = 60;

  private final Layer layer;
  private final Sheet.Wish wish;
  private final Counting counting;
  private final Step sums;
  private final @Nullable Step answers;
  private final Map<Ref, Matrix> printed = new HashMap<>();
  private final Expr line;

  BackwardsSheet(Trace trace, Sheet.Wish wish, Counting counting) {
    this.wish = wish;
    this.counting = counting;
    Step asked = trace.steps().get(wish.step());
    this.layer = trace.net().layer(Math.max(1, asked.layer()));
    this.sums = find(trace, EquationId.WEIGHTED_SUM);
    boolean further =
        asked.equation() == EquationId.ACTIVATION && layer.activation() != Activation.SOFTMAX;
    this.answers = further ? find(trace, EquationId.ACTIVATION) : null;
    for (Ref ref : sums.operands()) {
      printed.put(ref, wish.rounding().printed(sums.operand(ref)));
    }
    this.line = Workings.written(sums);
  }

  private Step find(Trace trace, EquationId equation) {
    return trace.steps().stream()
        .filter(step -> step.equation() == equation && step.layer() == layer.index())
        .findFirst()
        .orElseThrow();
  }

  Sheet sheet() {
    List<Blank> blanks = new ArrayList<>();
    for (Blanks.Cell cell : cells()) {
      blanks.add(blank(cell.row(), cell.col(), blanks.size() + 1));
    }
    List<Sheet.Table> operands = new ArrayList<>();
    operands.add(table(layer.weights(), sums.operand(layer.weights()), blanks));
    for (Ref ref : sums.operands()) {
      if (!ref.equals(layer.weights())) {
        operands.add(table(ref, sums.operand(ref), List.of()));
      }
    }
    Step told = answers == null ? sums : answers;
    Sheet.Table result = table(told.target(), Objects.requireNonNull(told.result()), List.of());
    return new Sheet(
        Kind.BACKWARDS, List.of(), List.of(new Sheet.Part(sums, answers, operands, result, null)));
  }

  private Sheet.Table table(Ref ref, Matrix matrix, List<Blank> blanks) {
    Rounding rounding = wish.rounding();
    return new Sheet.Table(ref, rounding.printed(matrix), rounding.places(matrix), false, blanks);
  }

  /** One cell of a unit at most: two unknown numbers cannot be told from one. */
  private List<Blanks.Cell> cells() {
    Matrix weights = sums.operand(layer.weights());
    Blanks blanks = wish.blanks();
    List<Blanks.Cell> cells = new ArrayList<>();
    if (blanks.named()) {
      for (Blanks.Cell cell : blanks.namedOf(layer.weights(), weights, counting)) {
        if (cells.stream().anyMatch(other -> other.row() == cell.row())) {
          throw unsolvable("one weight of each unit");
        }
        if (!(amplified(cell.row(), cell.col()) <= WORST)) {
          throw unsolvable("weights that the printed numbers tell: not at an input of 0");
        }
        cells.add(cell);
      }
      return cells;
    }
    int[] rows = Randomness.permutation(blanks.chance("rows", layer.index()), weights.rows());
    for (int row : rows) {
      int col = column(row, weights.cols());
      if (cells.size() < blanks.count() && amplified(row, col) <= WORST) {
        cells.add(new Blanks.Cell(row, col));
      }
    }
    if (cells.isEmpty()) {
      throw new Refused(
          "step", wish.step(), "a layer whose weights follow from the numbers as they are printed");
    }
    cells.sort((a, b) -> a.row() - b.row());
    return cells;
  }

  private Refused unsolvable(String range) {
    return new Refused("blanks", String.join(",", wish.blanks().names()), range);
  }

  private int column(int row, int cols) {
    int[] order = Randomness.permutation(wish.blanks().chance("columns", row), cols);
    int best = order[0];
    for (int col : order) {
      if (amplified(row, col) <= GOOD) {
        return col;
      }
      if (amplified(row, col) < amplified(row, best)) {
        best = col;
      }
    }
    return best;
  }

  /**
   * How much further a weight moves than the number it is found from; NaN where it is not found.
   */
  private double amplified(int row, int col) {
    double z = sum(row);
    double slope = answers == null ? 1 : (answered(z + 1e-6) - answered(z - 1e-6)) / 2e-6;
    return 1 / (slope * Math.abs(printedOf(layer.aBelow()).at(col, 0)));
  }

  private Matrix printedOf(Ref ref) {
    return Objects.requireNonNull(printed.get(ref));
  }

  private Blank blank(int row, int col, int number) {
    double z = sum(row);
    double without = sumWith(row, col, 0);
    double factor = sumWith(row, col, 1) - without;
    double solved = (z - without) / factor;
    Matrix weights = sums.operand(layer.weights());
    double weight = weights.at(row, col);
    int places = wish.rounding().answered(weights);
    int placesOfSum = wish.rounding().answered(Objects.requireNonNull(sums.result()));
    double slack = 0.5 * Math.pow(10, -places) + Math.pow(10, -placesOfSum) / Math.abs(factor);
    return new Blank(
        number,
        layer.weights(),
        row,
        col,
        places,
        weight,
        solved,
        Accepted.around(places, slack, weight, solved),
        null,
        new Blank.Backwards(answers == null ? Double.NaN : told(answers, row), z, without, factor));
  }

  /** The unit's weighted sum, were one of its weights that. */
  private double sumWith(int row, int col, double weight) {
    Matrix weights = printedOf(layer.weights()).copy();
    weights.row(row)[col] = weight;
    Memory memory = Workings.with(sums, printed);
    memory.set(layer.weights(), weights);
    return line.value(memory).at(row, 0);
  }

  /** z of a unit, as it follows from what is printed of it; NaN where nothing does. */
  private double sum(int row) {
    return answers == null ? told(sums, row) : inverse(this::answered, told(answers, row));
  }

  private double told(Step step, int row) {
    return wish.rounding().printed(Objects.requireNonNull(step.result())).at(row, 0);
  }

  /** φ(z). */
  private double answered(double z) {
    Step step = Objects.requireNonNull(answers);
    Memory memory = Workings.with(step, Map.of(layer.z(), Matrix.scalar(z)));
    return Workings.written(step).value(memory).at(0, 0);
  }

  private static double inverse(DoubleUnaryOperator rising, double value) {
    double low = -FURTHEST;
    double high = FURTHEST;
    if (!(rising.applyAsDouble(low) < value && value < rising.applyAsDouble(high))) {
      return Double.NaN;
    }
    for (int round = 0; round < 100; round++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(middle) < value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
