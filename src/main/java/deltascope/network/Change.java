package deltascope.network;

import deltascope.algebra.Line;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A line that variations have changed.
 *
 * @param equation its name: an equation of the walk, or one that is not walked through, such as
 *     "initial-weights"
 * @param line the changed line, beside the textbook's, as it reads for one sample
 */
public record Change(String equation, Line line) {
  /** Every line of a setup that differs from the textbook's, in the order of the program. */
  public static List<Change> of(Setup setup) {
    List<Change> changes = new ArrayList<>();
    EquationSet equations = setup.equations();
    for (Layer l : setup.net().layers()) {
      add(changes, equations, "initial-weights", set -> set.initialWeights(l));
      add(changes, equations, "initial-biases", set -> set.initialBiases(l));
    }
    for (Split split : Split.values()) {
      for (Call call : Schedule.textbook(setup.net(), true)) {
        add(
            changes,
            equations,
            call.equation().id(),
            set -> call.equation().statement(set, call.layer(), split));
      }
    }
    Layer output = setup.net().output();
    add(changes, equations, "predicted-class", set -> set.predictedClass(output));
    return List.copyOf(changes);
  }

  private static void add(
      List<Change> changes,
      EquationSet equations,
      String name,
      Function<Equations, Statement> from) {
    Line line = new Line(from.apply(equations.asRun()), from.apply(equations.textbook()));
    Change change = new Change(name, line.forOneSample());
    if (!line.statement().equals(line.textbook()) && !changes.contains(change)) {
      changes.add(change);
    }
  }
}
