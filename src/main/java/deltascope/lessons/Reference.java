package deltascope.lessons;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.math.Matrix;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference to a number: a setting, a tensor's cell, an epoch's figure, what a check found. */
final class Reference {
  private static final Pattern TRAIN =
      Pattern.compile("train\\[(\\d{1,3})]\\.([a-zA-Z]+)(?:\\[(\\d)])?");
  private static final Pattern CHECK = Pattern.compile("check\\(([a-z-]+)\\)\\.([a-z]+)");
  private static final Pattern TEXTBOOK = Pattern.compile("textbook\\(([a-zA-Z]+\\d?)\\)(.*)");
  private static final Pattern TENSOR = Pattern.compile("([a-zA-Z]+\\d?)(.*)");
  private static final Pattern CELL =
      Pattern.compile("\\[\\s*(\\d{1,4})\\s*(?:,\\s*(\\d{1,4})\\s*)?]");

  private static final String EXPECTED =
      "a tensor as z1[2] or W1[2,5], label, predicted, eta, batch, sample, textbook(delta2)[1],"
          + " train[3].testAccuracy or check(gradient-check).value";

  private final Place place;
  private final String scenario;
  private final int step;
  private final String asked;

  private Reference(Place place, String scenario, int step, String asked) {
    this.place = place;
    this.scenario = scenario;
    this.step = step;
    this.asked = asked;
  }

  /**
   * What is asked of a scenario.
   *
   * @param step where in the walk, −1 for the last step that has it
   * @param asked after the point
   */
  static Reckoning of(
      Place place, String name, Map<String, Query> scenarios, int step, String asked) {
    Reference reference = new Reference(place, name, step, asked.strip());
    Query query = scenarios.get(name);
    if (query == null) {
      throw reference.bad("there is no such scenario");
    }
    Reckoning reckoning = reference.reckoning(query.walking());
    return look ->
        look.numbers().has(look.scenario(name).data()) ? reckoning.amount(look) : Amount.MISSING;
  }

  private BadLesson bad(String says) {
    return place.bad("{{" + scenario + "." + asked + "}}: " + says);
  }

  private Scenario walking(Look look) {
    return look.scenario(scenario).walking();
  }

  private Reckoning reckoning(Scenario known) {
    Matcher train = TRAIN.matcher(asked);
    Matcher check = CHECK.matcher(asked);
    Matcher textbook = TEXTBOOK.matcher(asked);
    if (train.matches()) {
      return training(train);
    }
    if (check.matches()) {
      return finding(check);
    }
    if (textbook.matches()) {
      return tensor(ref(textbook.group(1), known), textbook.group(2), true);
    }
    return switch (asked) {
      case "label" -> look -> Amount.exact(look.numbers().label(walking(look)));
      case "predicted" -> look -> Amount.measured(trace(look).predicted());
      case "eta" -> look -> Amount.exact(walking(look).eta());
      case "batch" -> look -> Amount.exact(walking(look).batch());
      case "sample" -> look -> Amount.exact(walking(look).sample());
      default -> {
        Matcher tensor = TENSOR.matcher(asked);
        if (!tensor.matches()) {
          throw bad("“" + asked + "” is not known, expected " + EXPECTED);
        }
        yield tensor(ref(tensor.group(1), known), tensor.group(2), false);
      }
    };
  }

  private Trace trace(Look look) {
    return look.numbers().trace(walking(look));
  }

  // Tensors.

  /** The tensor of that name in a network. */
  static Ref tensor(Place place, String name, Scenario known) {
    return new Reference(place, "", -1, name).ref(name, known);
  }

  private Ref ref(String name, Scenario known) {
    int depth = known.net().depth();
    for (Quantity quantity : Quantity.values()) {
      int first = quantity == Quantity.A ? 0 : 1;
      for (int layer = first; layer <= depth; layer++) {
        if (quantity.of(layer).name().equals(name)) {
          return quantity.of(layer);
        }
      }
    }
    throw bad("“" + name + "” is no tensor of " + known.net() + ", expected " + EXPECTED);
  }

  private Reckoning tensor(Ref ref, String rest, boolean textbook) {
    Matcher cell = CELL.matcher(rest);
    if (cell.matches()) {
      int row = Integer.parseInt(cell.group(1));
      int col = cell.group(2) == null ? -1 : Integer.parseInt(cell.group(2));
      return look -> cell(Tensors.of(trace(look), ref, step, textbook, this::bad), row, col);
    }
    if (rest.isEmpty()) {
      return look -> cell(Tensors.of(trace(look), ref, step, textbook, this::bad), -1, -1);
    }
    ToDoubleFunction<Matrix> of =
        switch (rest) {
          case ".min" -> Matrix::min;
          case ".max" -> Matrix::max;
          case ".norm" -> Matrix::norm;
          case ".rows" -> Matrix::rows;
          case ".cols" -> Matrix::cols;
          default ->
              throw bad(
                  "“"
                      + rest
                      + "” is not known, expected [row], [row,col], .min, .max, .norm, .rows or .cols");
        };
    boolean exact = rest.equals(".rows") || rest.equals(".cols");
    return look -> {
      double value = of.applyAsDouble(Tensors.of(trace(look), ref, step, textbook, this::bad));
      return exact ? Amount.exact(value) : Amount.measured(value);
    };
  }

  /** A cell; −1 is an index that was not said. */
  private Amount cell(Matrix matrix, int row, int col) {
    String shape = matrix.rows() + " × " + matrix.cols();
    if (row < 0) {
      if (matrix.size() != 1) {
        throw bad("it has " + shape + " cells, expected which: [row] or [row,col], from 0");
      }
      return Amount.measured(matrix.at(0, 0));
    }
    boolean flat = col < 0 && matrix.cols() != 1;
    if (flat && matrix.rows() != 1) {
      throw bad("it has " + shape + " cells, expected [row,col]");
    }
    int i = flat ? 0 : row;
    int j = flat ? row : Math.max(0, col);
    if (i >= matrix.rows() || j >= matrix.cols()) {
      throw bad("it has " + shape + " cells, counted from 0");
    }
    return Amount.measured(matrix.at(i, j));
  }

  // Trainings and checks.

  private Reckoning training(Matcher asks) {
    int epoch = Integer.parseInt(asks.group(1));
    boolean counts = asks.group(2).equals("predicted");
    if (counts != (asks.group(3) != null)) {
      throw bad("expected an index for predicted, as predicted[7], and none for anything else");
    }
    ToDoubleFunction<Epoch> field =
        switch (asks.group(2)) {
          case "testAccuracy" -> Epoch::testAccuracy;
          case "testCost" -> Epoch::testCost;
          case "trainCost" -> Epoch::trainCost;
          case "predicted" -> row -> row.predicted().get(Integer.parseInt(asks.group(3)));
          default ->
              throw bad(
                  "“"
                      + asks.group(2)
                      + "” is not known, expected testAccuracy, testCost, trainCost or"
                      + " predicted[digit]");
        };
    return look -> {
      List<Epoch> epochs = look.numbers().epochs(look.scenario(scenario).training());
      if (epoch >= epochs.size()) {
        throw bad("it trains " + (epochs.size() - 1) + " epochs");
      }
      double value = field.applyAsDouble(epochs.get(epoch));
      return counts ? Amount.exact(value) : Amount.measured(value);
    };
  }

  private Reckoning finding(Matcher asks) {
    Check check = place.saidOf(() -> Checks.check(asks.group(1)));
    return switch (asks.group(2)) {
      case "value" -> look -> Amount.measured(found(look, check).value());
      case "threshold" -> look -> Amount.exact(found(look, check).threshold());
      case "verdict" -> look -> Amount.word(found(look, check).verdict().id());
      default -> throw bad("expected value, threshold or verdict of a check");
    };
  }

  private Finding found(Look look, Check check) {
    return look.numbers().finding(walking(look), check);
  }
}
