package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the data steps would have been with fewer variations. A rule of data, such as an order or a
 * pairing, changes what comes in and no formula; so the values are compared, stage by stage.
 */
final class DataStages {
  private final EquationSet equations;
  private final Samples samples;

  /** The order of samples at each stage. */
  private final List<int[]> orders;

  DataStages(EquationSet equations, Samples samples, List<int[]> orders) {
    this.equations = equations;
    this.samples = samples;
    this.orders = orders;
  }

  List<int[]> orders() {
    return orders;
  }

  /** The steps, with who acts in the data steps of these positions, and what was expected there. */
  List<Step> compared(List<Step> steps, int[] positions) {
    if (equations.stages().size() == 1) {
      return steps;
    }
    List<Step> compared = new ArrayList<>();
    for (Step step : steps) {
      compared.add(step.phase() == Phase.DATA ? compared(step, positions) : step);
    }
    return compared;
  }

  private Step compared(Step step, int[] positions) {
    Set<String> acting = new LinkedHashSet<>();
    Matrix textbook = at(0, step, positions);
    Matrix before = textbook;
    for (int stage = 1; stage < equations.stages().size(); stage++) {
      Matrix now = at(stage, step, positions);
      if (!now.sameValues(before)) {
        acting.add(equations.variation(stage));
      }
      before = now;
    }
    acting.addAll(step.acting());
    Matrix result = step.result();
    boolean same = result != null && textbook.sameValues(result);
    return step.withComparison(same ? null : textbook, List.copyOf(acting));
  }

  private Matrix at(int stage, Step step, int[] positions) {
    Equations set = equations.stages().get(stage);
    int[] chosen = Arrays.stream(positions).map(p -> orders.get(stage)[p]).toArray();
    Memory memory = new Memory();
    samples.load(memory, set, chosen);
    Statement statement = step.equation().statement(set, step.call().layer(), samples.split());
    return statement.run(memory);
  }
}
