package deltascope.bugs;

import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.network.DigitSamples;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Step;
import deltascope.network.Variation;
import deltascope.network.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where several bugs are on and one of them changes nothing beside the others, although it would
 * alone: measured on the first samples of the walk, from untrained weights.
 */
public final class Hiding {
  /** Two batches and the beginning of a third, so that what outlives a batch shows. */
  private static final int BATCH = 2;

  private static final int SAMPLES = 5;

  /** A larger network would keep a page waiting. */
  private static final int MAX_WEIGHTS = 300_000;

  /** An odd constant that spreads bits: 2⁶⁴ divided by the golden ratio. */
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Scenario scenario;
  private final Digits digits;
  private final Map<List<Variation>, List<Long>> known = new HashMap<>();

  private Hiding(Scenario scenario, Digits digits) {
    this.scenario = scenario;
    this.digits = digits;
  }

  /**
   * Each hidden bug's id, with the bug that hides it; with the empty text where only several
   * together do. Empty for networks of more than {@value #MAX_WEIGHTS} weights.
   */
  public static Map<String, String> of(Scenario scenario, Digits digits) {
    if (scenario.variations().size() < 2 || weights(scenario) > MAX_WEIGHTS) {
      return Map.of();
    }
    return new Hiding(scenario, digits).hidden();
  }

  private static int weights(Scenario scenario) {
    return scenario.net().layers().stream().mapToInt(l -> l.units() * l.inputs()).sum();
  }

  private Map<String, String> hidden() {
    Map<String, String> hidden = new LinkedHashMap<>();
    List<Variation> all = scenario.variations();
    List<Long> asRun = numbers(all);
    List<Long> textbook = numbers(List.of());
    for (Variation one : all) {
      List<Variation> others = all.stream().filter(other -> !other.equals(one)).toList();
      if (asRun.equals(numbers(others)) && !textbook.equals(numbers(List.of(one)))) {
        hidden.put(one.id(), by(one, others));
      }
    }
    return hidden;
  }

  private String by(Variation one, List<Variation> others) {
    return others.stream()
        .filter(other -> numbers(List.of(other)).equals(numbers(List.of(other, one))))
        .map(Variation::id)
        .findFirst()
        .orElse("");
  }

  /** What a program makes: a fingerprint of every result of the first samples, in order. */
  private List<Long> numbers(List<Variation> variations) {
    return known.computeIfAbsent(variations, this::run);
  }

  private List<Long> run(List<Variation> variations) {
    Scenario tried = scenario.with(variations);
    Setup setup = new Setup(tried.net(), tried.setup().equations(), tried.eta(), BATCH);
    DigitSamples samples = DigitSamples.of(digits, tried.split(), setup.net().inputs());
    Walk walk = new Walk(setup, samples, setup.start());
    List<Long> prints = new ArrayList<>();
    for (int position = 0; position < Math.min(SAMPLES, walk.size()); position++) {
      for (Step step : walk.trace(position).steps()) {
        prints.add((long) step.equation().id().hashCode());
        prints.add(step.result() == null ? 0 : print(step.result()));
      }
    }
    return prints;
  }

  private static long print(Matrix matrix) {
    long print = 1;
    for (double value : matrix.rowMajor()) {
      // 0.0 and −0.0 are one number.
      print = 31 * print + Long.rotateLeft(Double.doubleToLongBits(value + 0.0) * MIX, 29);
    }
    return print;
  }
}
