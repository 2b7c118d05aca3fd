package deltascope.network;

import deltascope.algebra.Line;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

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
    return among(setup, line -> true);
  }

  /** Those of them in which that variation acts, whatever others do. */
  public static List<Change> by(String variation, Setup setup) {
    return among(setup, line -> setup.equations().acting(line).contains(variation));
  }

  private static List<Change> among(Setup setup, Predicate<Function<Equations, Statement>> asked) {
    List<Change> changes = new ArrayList<>();
    BiConsumer<String, Function<Equations, Statement>> add =
        (name, from) -> {
          Line line =
              new Line(
                  from.apply(setup.equations().asRun()), from.apply(setup.equations().textbook()));
          Change change = new Change(name, line.forOneSample());
          boolean differs = !line.statement().equals(line.textbook());
          if (differs && asked.test(from) && !changes.contains(change)) {
            changes.add(change);
          }
        };
    for (Layer l : setup.net().layers()) {
      add.accept("initial-weights", set -> set.initialWeights(l));
      add.accept("initial-biases", set -> set.initialBiases(l));
    }
    for (Split split : Split.values()) {
      for (Call call : Schedule.textbook(setup.net(), true)) {
        EquationId equation = call.equation();
        add.accept(equation.id(), set -> equation.statement(set, call.layer(), split));
      }
    }
    Layer output = setup.net().output();
    add.accept("predicted-class", set -> set.predictedClass(output));
    return List.copyOf(changes);
  }
}
