package deltascope.web;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.oracle.Latex;
import deltascope.oracle.Naive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what is displayed is so: each formula of a trace's document, read from its LaTeX and
 * worked out with plain loops on the document's operands, against the document's result.
 */
final class Parity {
  /** The formula alone fixes every rounding of these: sums go in the order of k. */
  private static final Set<String> TO_THE_BIT =
      Set.of(
          "input",
          "target",
          "weighted-sum",
          "weight-gradient",
          "bias-gradient",
          "accumulate-weights",
          "accumulate-biases",
          "update-weights",
          "update-biases",
          "reset");

  /** As a part of the largest number. */
  private static final double TOLERANCE = 1e-12;

  /** As a part of the largest operand: 1 − tanh² of a saturated unit keeps no more digits. */
  private static final double CANCELLED = 1e-14;

  private final Map<String, String> definitions;
  private final Map<String, double[][]> live = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int checked;

  /**
   * @param definitions what function names mean, as displayed
   * @param batch how many samples the batch has
   */
  Parity(Map<String, String> definitions, double eta, int batch) {
    this.definitions = definitions;
    live.put("eta", Naive.number(eta));
    live.put("m", Naive.number(batch));
  }

  /** Everything that is wrong with the document, in words; empty if nothing is. */
  List<String> faults(TraceJson trace) {
    trace.steps().forEach(this::check);
    return faults;
  }

  /** How many formulas were worked out. */
  int checked() {
    return checked;
  }

  private void check(JsonNode step) {
    Map<String, double[][]> operands = TraceJson.operands(step);
    operands.forEach(
        (name, value) -> {
          double[][] known = name.startsWith("slope") ? slope(name) : live.get(name);
          double most = name.startsWith("slope") ? TOLERANCE : 0;
          boolean otherSlope = name.startsWith("slope") && !step.get("bugs").isEmpty();
          if (known != null && !otherSlope && !near(known, value, most, most == 0 ? 0 : 1)) {
            fault(step, "operand " + name + " is not what was made before");
          }
        });
    JsonNode result = step.get("result");
    JsonNode expected = step.path("expected");
    boolean differs = !expected.isMissingNode();
    boolean sameLine = step.get("formula").equals(step.get("textbook"));
    if (differs && sameLine && step.get("equation").asText().equals("accumulate-weights")) {
      checkSharedRows(step, operands);
    } else {
      check(step, "formula", result, operands);
    }
    // Where other data came in, the textbook's line is the same and what it read is not here.
    boolean otherData = sameLine && step.get("phase").asText().equals("data");
    check(step, "textbook", differs && !otherData ? expected : result, operands);
    if (differs && near(TraceJson.matrix(expected), TraceJson.matrix(result), 0, 0)) {
      fault(step, "expected is the result");
    }
    live.putAll(operands);
    live.put(result.get("name").asText(), TraceJson.matrix(result));
    checkFigures(step, result);
    step.get("operands").forEach(operand -> checkFigures(step, operand));
  }

  /** Rows that are one row: what is added into each is added into all. */
  private void checkSharedRows(JsonNode step, Map<String, double[][]> operands) {
    String layer = step.get("layer").asText();
    double[][] added = Naive.sumDown(operands.get("dW" + layer));
    double[][] sum = Naive.cells(operands.get("sumW" + layer), added, Double::sum);
    if (!near(sum, TraceJson.matrix(step.get("result")), TOLERANCE, 0)) {
      fault(step, "rows that are one row hold another sum");
    }
    checked++;
  }

  private double[][] slope(String name) {
    String layer = name.substring("slope".length());
    String line = "z^{9} = \\varphi' \\left(z^{%s}\\right)".formatted(layer);
    return Latex.line(line, live, definitions).value();
  }

  private void check(
      JsonNode step, String which, JsonNode displayed, Map<String, double[][]> operands) {
    Map<String, double[][]> known = new HashMap<>(live);
    known.putAll(operands);
    try {
      Latex.Outcome outcome = Latex.line(step.get(which).asText(), known, definitions);
      if (!outcome.name().equals(displayed.get("name").asText())) {
        fault(step, which + " gives " + outcome.name() + ", displayed is " + displayed.get("name"));
      }
      boolean exact =
          step.get("bugs").isEmpty()
              && (TO_THE_BIT.contains(step.get("equation").asText())
                  || !definitions.keySet().stream().anyMatch(step.get(which).asText()::contains));
      double scale =
          exact ? 0 : operands.values().stream().mapToDouble(Parity::largest).max().orElse(0);
      if (!near(outcome.value(), TraceJson.matrix(displayed), exact ? 0 : TOLERANCE, scale)) {
        fault(step, which + " gives other numbers than displayed");
      }
      checked++;
    } catch (IllegalArgumentException unreadable) {
      boolean lacksWhatTheBugDoesNotRead =
          which.equals("textbook") && unreadable.getMessage().contains(" is no operand");
      if (lacksWhatTheBugDoesNotRead && !step.get("bugs").isEmpty()) {
        checked++;
      } else {
        fault(step, which + ": " + unreadable.getMessage());
      }
    }
  }

  private static boolean near(double[][] a, double[][] b, double tolerance, double scale) {
    double distance = Naive.distance(a, b);
    double largest = Math.max(largest(a), largest(b));
    return distance <= tolerance
        || distance * largest <= CANCELLED * scale && Double.isFinite(distance);
  }

  private static double largest(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      for (double x : row) {
        largest = Double.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
      }
    }
    return largest;
  }

  private void checkFigures(JsonNode step, JsonNode tensor) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double squares = 0;
    for (double[] row : TraceJson.matrix(tensor)) {
      for (double x : row) {
        least = Math.min(least, x);
        most = Math.max(most, x);
        squares += x * x;
      }
    }
    double norm = Math.sqrt(squares);
    if (Double.compare(least, TraceJson.number(tensor.get("min"))) != 0
            && least != TraceJson.number(tensor.get("min"))
        || Double.compare(most, TraceJson.number(tensor.get("max"))) != 0
            && most != TraceJson.number(tensor.get("max"))
        || Double.compare(norm, TraceJson.number(tensor.get("norm"))) != 0) {
      fault(step, "min, max or norm of " + tensor.get("name"));
    }
  }

  private void fault(JsonNode step, String what) {
    faults.add(
        "step %s %s %s: %s  [%s]"
            .formatted(
                step.get("step"),
                step.get("equation").asText(),
                step.path("layer"),
                what,
                step.get("formula").asText()));
  }
}
