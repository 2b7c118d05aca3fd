package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.algebra.Memory;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Hiding;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.network.Trainer;
import deltascope.network.Walk;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Traces by scenario. What was computed lately is kept, within a bound; every answer is the same
 * whether it was kept or not.
 */
final class Walks {
  /** Numbers in all kept traces together: 15 MiB of doubles. */
  private static final long MAX_NUMBERS = 2_000_000;

  /** And in all that walks remember: 61 MiB. */
  private static final long MAX_REMEMBERED = 8_000_000;

  /** Programs of which it is known what hides what. */
  private static final int MAX_HIDDEN = 64;

  /** A trace keeps W, ∇W, ΣW before and after and reset, its zeros, and the new W. */
  private static final int MATRICES_PER_WEIGHT = 7;

  private final Library library;
  private final Cache<Map<String, String>, Walk> walks =
      Caffeine.newBuilder()
          .maximumWeight(MAX_REMEMBERED)
          .weigher((Map<String, String> key, Walk walk) -> (int) walk.numbers())
          .build();
  private final Cache<Map<String, String>, Trace> traces =
      Caffeine.newBuilder()
          .maximumWeight(MAX_NUMBERS)
          .weigher((Map<String, String> key, Trace trace) -> numbersOf(trace))
          .build();
  private final Cache<Map<String, String>, Map<String, String>> hidden =
      Caffeine.newBuilder().maximumSize(MAX_HIDDEN).build();

  private final BiFunction<Scenario, Dataset, Memory> training;

  /** A program and its data, whichever sample it is at; a data set read anew is another. */
  record Program(Map<String, String> parameters, Dataset dataset) {}

  /**
   * No walk yet.
   *
   * @param training gives what {@link Trainer#trained} does, and may know it already
   */
  Walks(Library library, BiFunction<Scenario, Dataset, Memory> training) {
    this.library = library;
    this.training = training;
  }

  Library library() {
    return library;
  }

  /** Reads a scenario from an address of a walk. */
  ScenarioReader reader() {
    return ScenarioReader.stepping(library.defaultId(), Catalogue::variation);
  }

  /** The digits that the scenario walks through: of the data, or with a drawn one among them. */
  Digits digits(Scenario scenario) {
    return scenario.drawn() == null ? undrawn(scenario) : scenario.drawnAmong(digitsAt(scenario));
  }

  private Digits undrawn(Scenario scenario) {
    return library.get(scenario.data()).split(scenario.split());
  }

  /**
   * The digits of its split as they are in the data, the scenario's sample among them.
   *
   * @throws Refused (parameter {@code sample}) past the end of the split
   */
  Digits digitsAt(Scenario scenario) {
    Digits digits = undrawn(scenario);
    if (scenario.sample() >= digits.size()) {
      throw new Refused(
          "sample",
          scenario.sample(),
          "0…%d, as %s has %d samples"
              .formatted(digits.size() - 1, scenario.split(), digits.size()));
    }
    return digits;
  }

  /**
   * The whole pass of the scenario's sample.
   *
   * @throws Refused (parameter {@code sample}) past the end of the split
   */
  Trace trace(Scenario scenario) {
    Digits digits = digitsAt(scenario);
    return traces.get(scenario.parameters(), key -> walk(scenario).trace(scenario, digits));
  }

  /** The scenario's bugs that change nothing beside the others, each with the one that hides it. */
  Map<String, String> hidden(Scenario scenario) {
    return scenario.variations().size() < 2
        ? Map.of()
        : hidden.get(scenario.at(0).parameters(), key -> Hiding.of(scenario, undrawn(scenario)));
  }

  /** A trace that is not kept, for a search that passes by. */
  Trace glance(Scenario scenario) {
    return walk(scenario).trace(scenario, undrawn(scenario));
  }

  /** The traces from the scenario's sample on, none of them kept. */
  Iterator<Trace> from(Scenario scenario) {
    return walk(scenario).from(scenario.sample());
  }

  /** The walk that the scenario's sample belongs to. */
  Walk walk(Scenario scenario) {
    return walks.get(
        scenario.at(0).parameters(), key -> Walk.of(scenario, undrawn(scenario), start(scenario)));
  }

  /** What the scenario begins with. To be copied, not changed. */
  Memory start(Scenario scenario) {
    return training.apply(scenario, library.get(scenario.data()));
  }

  /** The scenario's program, wherever in its data the scenario is, and however it walks there. */
  Program program(Scenario scenario) {
    Map<String, String> parameters = scenario.parameters();
    parameters.remove("split");
    parameters.remove("learn");
    parameters.remove("sample");
    parameters.remove("drawn");
    return new Program(parameters, library.get(scenario.data()));
  }

  private static int numbersOf(Trace trace) {
    long weights =
        trace.steps().stream()
            .filter(step -> step.equation() == EquationId.WEIGHT_GRADIENT)
            .mapToLong(step -> step.result() == null ? 0 : step.result().size())
            .sum();
    return (int) Math.min(Integer.MAX_VALUE, MATRICES_PER_WEIGHT * (weights + 1_000));
  }
}
