package deltascope.web;

import deltascope.algebra.Quantity;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Prepared places to begin a walk, each the first in the data that shows what it promises: looked
 * for when asked, so that it is true of any data set.
 */
enum StartingPoint {
  FIRST_STEP("first-step", "sample=0") {
    @Override
    boolean shows(Trace trace) {
      return true;
    }

    @Override
    Place place(Trace trace, Scenario scenario) {
      return at(scenario, trace, EquationId.WEIGHTED_SUM, 1, 1);
    }
  },
  SATURATED_UNIT("saturated-unit", "init=normal") {
    @Override
    boolean shows(Trace trace) {
      Matrix a = step(trace, EquationId.ACTIVATION, 1).result();
      return a != null && a.maxAbs() > 0.999999;
    }

    @Override
    Place place(Trace trace, Scenario scenario) {
      Matrix z = trace.after().get(Quantity.Z.of(1));
      int most = 0;
      for (int unit = 1; unit < z.rows(); unit++) {
        most = Math.abs(z.at(unit, 0)) > Math.abs(z.at(most, 0)) ? unit : most;
      }
      return at(scenario, trace, EquationId.HIDDEN_ERROR, 1, most + 1);
    }
  },
  NEAR_TIE("near-tie", "sample=400") {
    @Override
    boolean shows(Trace trace) {
      double[] sorted = sortedOutputs(trace);
      return sorted[9] > 0 && sorted[9] - sorted[8] < 0.05;
    }

    @Override
    Place place(Trace trace, Scenario scenario) {
      return at(scenario, trace, EquationId.ACTIVATION, trace.net().depth(), trace.predicted());
    }
  },
  ALL_RIGHT("all-right", "sample=800") {
    @Override
    boolean shows(Trace trace) {
      Matrix cost = step(trace, EquationId.COST, 0).result();
      return cost != null && cost.at(0, 0) < 0.02;
    }

    @Override
    Place place(Trace trace, Scenario scenario) {
      return at(scenario, trace, EquationId.OUTPUT_ERROR, trace.net().depth(), trace.predicted());
    }
  };

  /** How far the search goes before it settles for where it is. */
  private static final int FARTHEST = 6000;

  private final String id;

  /** The scenario where the search begins, as in an address. */
  private final String start;

  StartingPoint(String id, String start) {
    this.id = id;
    this.start = start;
  }

  /** Where on the page: a scenario, a step from 0, and a unit by the number a page gives it. */
  record Place(Scenario scenario, int step, int unit) {
    /** The page's address. */
    String address() {
      String query =
          scenario.parameters().entrySet().stream()
              .filter(parameter -> !parameter.getValue().isEmpty())
              .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
              .collect(Collectors.joining("&"));
      return "/step?" + query + "&step=" + step + "&unit=" + unit;
    }
  }

  /** Whether a sample's pass is what the name says. */
  abstract boolean shows(Trace trace);

  /** Where in that pass it is best seen. */
  abstract Place place(Trace trace, Scenario scenario);

  String id() {
    return id;
  }

  /**
   * The starting point of that name.
   *
   * @throws Refused if there is none
   */
  static StartingPoint of(String id) {
    return Arrays.stream(values())
        .filter(point -> point.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "start",
                    id,
                    "one of "
                        + Arrays.stream(values())
                            .map(StartingPoint::id)
                            .collect(Collectors.joining(", "))));
  }

  /** The first sample from the start that shows it; where none does, the start itself. */
  Place find(Walks walks, ScenarioReader reader) {
    Scenario first = reader.read(start);
    int end = Math.min(FARTHEST, walks.digits(first).size());
    for (int position = first.sample(); position < end; position++) {
      Trace trace = walks.glance(first.at(position));
      if (shows(trace)) {
        return place(trace, first.at(position));
      }
    }
    return place(walks.glance(first), first);
  }

  private static Place at(
      Scenario scenario, Trace trace, EquationId equation, int layer, int unit) {
    return new Place(scenario, step(trace, equation, layer).index(), unit);
  }

  private static Step step(Trace trace, EquationId equation, int layer) {
    return trace.steps().stream()
        .filter(step -> step.equation() == equation && step.layer() == layer)
        .findFirst()
        .orElseThrow();
  }

  private static double[] sortedOutputs(Trace trace) {
    double[] outputs = trace.after().get(Quantity.A.of(trace.net().depth())).columnAt(0).rowMajor();
    Arrays.sort(outputs);
    return outputs;
  }
}
