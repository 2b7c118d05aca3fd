package deltascope.kernel;

import deltascope.algebra.Memory;
import deltascope.bugs.Bug;
import deltascope.bugs.Diagnosis;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.TraceNames;
import deltascope.network.Variation;
import deltascope.network.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One sample's pass, for a notebook.
 *
 * @param scenario what was asked for
 * @param digits what it walks through
 * @param start what the walk began with
 * @param trace every step
 */
public record Walked(Scenario scenario, Digits digits, Memory start, Trace trace) {
  static Walked of(Scenario scenario, Digits digits, Memory start) {
    if (scenario.sample() >= digits.size()) {
      throw new Refused("sample", scenario.sample(), "0…" + (digits.size() - 1));
    }
    Trace trace = Walk.of(scenario, digits, start).trace(scenario, digits);
    return new Walked(scenario, digits, start, trace);
  }

  /** The same pass of a program in which these equations are changed too. */
  public Walked with(Variation... more) {
    List<Variation> all = new ArrayList<>(scenario.variations());
    all.addAll(List.of(more));
    Scenario changed = scenario.with(all);
    return of(changed, digits, changed.untrained() ? changed.setup().start() : start);
  }

  /**
   * The first step of that equation.
   *
   * @param equation as in the API, such as {@code hidden-error}
   * @throws Refused where the pass has none
   */
  public Step step(String equation) {
    return trace.steps().stream()
        .filter(step -> step.equation().id().equals(equation))
        .findFirst()
        .orElseThrow(() -> new Refused("equation", equation, "one that the pass runs"));
  }

  /**
   * A matrix by its name, such as {@code W1}, {@code delta2} or {@code W1_new}; not to be changed.
   *
   * @throws Refused for a name that the pass does not meet
   */
  public Matrix get(String name) {
    TraceNames.Met met = TraceNames.of(trace).get(name);
    if (met == null) {
      throw new Refused("name", name, "one of " + String.join(", ", names()));
    }
    return met.value();
  }

  /** The names of all matrices, in the order in which the pass meets them. */
  public Set<String> names() {
    return TraceNames.of(trace).keySet();
  }

  /** The digit that the picture shows, as its label says. */
  public int label() {
    return scenario.drawnAmong(digits).label(trace.samples().get(trace.column()));
  }

  /**
   * Compares numbers of one's own with the pass.
   *
   * @param own matrices by their names
   * @throws Refused for a name that the pass does not meet
   */
  public Diagnosis diagnose(Map<String, Matrix> own) {
    Diagnosis.mustBeBounded(scenario);
    return Diagnosis.of(own, scenario, digits, start, Diagnosis.TOLERANCE);
  }

  /** {@link #diagnose} in a sentence or two. */
  public String check(Map<String, Matrix> own) {
    Diagnosis diagnosis = diagnose(own);
    List<Diagnosis.Apart> apart = diagnosis.apart();
    if (apart.isEmpty()) {
      return "All agree: " + String.join(", ", diagnosis.compared()) + ".";
    }
    Diagnosis.Apart first = apart.get(0);
    String where = first.walked().step().equation().id();
    String bugs = diagnosis.bugs().stream().map(Bug::id).collect(Collectors.joining(", "));
    return first.name()
        + " is the first that differs ("
        + where
        + "). "
        + (bugs.isEmpty()
            ? "No bug of the catalogue gives these numbers."
            : "Exactly these numbers come from: " + bugs + ".");
  }

  @Override
  public String toString() {
    return "a %d, %d steps of %s".formatted(label(), trace.steps().size(), scenario.net());
  }
}
