package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import deltascope.algebra.Memory;
import deltascope.algebra.Statement;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.DigitSamples;
import deltascope.network.Equations;
import deltascope.network.Layer;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Bugs meet: both act, or one hides the other, and it is written down which. */
class CompositionTest {
  private static final Digits DIGITS = Library.made(120);
  private static final int POSITIONS = 5;
  private static final String TANH = "net=16-10-10-10&batch=4&epochs=2";
  private static final String SOFTMAX = TANH + "&output=softmax&cost=cross-entropy";

  /** hidden ← the bugs that hide it: with one of them on, it changes no number at all. */
  private static final Map<String, Set<String>> HIDDEN =
      Map.ofEntries(
          // Weights of 0 let nothing through that these would change.
          Map.entry("activation-forgotten", Set.of("zero-init")),
          Map.entry("activation-twice", Set.of("zero-init")),
          Map.entry("hidden-slope-missing", Set.of("zero-init")),
          Map.entry("first-layer-frozen", Set.of("zero-init")),
          Map.entry("outer-product-transposed", Set.of("zero-init")),
          Map.entry("shared-rows", Set.of("last-sample-only", "zero-init")),
          Map.entry("weights-not-transposed", Set.of("zero-init")),
          // One start overwrites another.
          Map.entry("constant-init", Set.of("zero-init")),
          Map.entry("init-too-large", Set.of("constant-init", "zero-init")),
          // Whatever the label was, the whole part of its 255th is 0.
          Map.entry("label-off-by-one", Set.of("label-scaled")),
          Map.entry("labels-shuffled", Set.of("label-scaled")),
          Map.entry("pixels-scaled-twice", Set.of("pixels-integer-division")),
          // What is overwritten need not have been reset.
          Map.entry("shared-buffer", Set.of("last-sample-only", "shared-buffer-rescaled")),
          Map.entry("shared-buffer-rescaled", Set.of("last-sample-only")),
          Map.entry("slope-of-activation", Set.of("slope-of-another-function")),
          Map.entry(
              "test-scaled-differently",
              Set.of("constant-init", "pixels-scaled-twice", "pixels-unscaled", "zero-init")));

  @Test
  void everyPairActsOrIsWrittenDown() {
    Map<String, Set<String>> hidden = new TreeMap<>();
    List<Bug> bugs = Catalogue.bugs();
    for (Bug one : bugs) {
      for (Bug other : bugs) {
        if (one != other && !acts(one, other) && acts(one, null)) {
          hidden.computeIfAbsent(one.id(), id -> new TreeSet<>()).add(other.id());
        }
      }
    }
    assertEquals(new TreeMap<>(HIDDEN), hidden);
  }

  private static boolean acts(Bug bug, Bug beside) {
    for (String home : List.of(TANH, SOFTMAX)) {
      String with = beside == null ? "" : beside.id();
      List<Object> without = numbers(Home.scenario(home + "&bugs=" + with));
      if (!without.equals(numbers(Home.scenario(home + "&bugs=" + with + "," + bug.id())))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void threeAtOnceRunWithoutAnException() {
    List<Bug> bugs = Catalogue.bugs();
    Random random = new Random(1);
    for (int n = 0; n < 120; n++) {
      List<String> ids = new ArrayList<>();
      while (ids.size() < 3) {
        String id = bugs.get(random.nextInt(bugs.size())).id();
        if (!ids.contains(id)) {
          ids.add(id);
        }
      }
      String home = n % 2 == 0 ? TANH : SOFTMAX;
      assertNotNull(numbers(Home.scenario(home + "&bugs=" + String.join(",", ids))));
    }
  }

  private static final Map<String, List<Object>> KNOWN = new TreeMap<>();

  /** What a program with these bugs makes: every result of the first samples, and its answers. */
  private static List<Object> numbers(Scenario scenario) {
    return KNOWN.computeIfAbsent(
        scenario.parameters().toString(),
        key -> {
          List<Object> numbers = new ArrayList<>();
          Walk walk = Home.walk(scenario, DIGITS);
          for (int n = 0; n < POSITIONS; n++) {
            Trace trace = walk.trace(n);
            for (Step step : trace.steps()) {
              numbers.add(step.call());
              numbers.add(of(step.result()));
            }
          }
          numbers.add(of(examined(scenario)));
          return numbers;
        });
  }

  /** Answers and labels of the examination. */
  private static Matrix examined(Scenario scenario) {
    Setup setup = scenario.setup();
    Equations equations = setup.equations().asRun();
    Memory memory = setup.start();
    DigitSamples samples = DigitSamples.of(DIGITS, Split.TEST, setup.net().inputs());
    samples.load(memory, equations, new int[] {0, 1, 2, 3, 4, 5, 6});
    List<Statement> lines = new ArrayList<>(List.of(equations.input(Split.TEST)));
    for (Layer l : setup.net().layers()) {
      lines.add(equations.weightedSum(l));
      lines.add(equations.activation(l));
    }
    lines.forEach(line -> line.run(memory));
    Matrix answers = equations.predictedClass(setup.net().output()).run(memory);
    Matrix truth = equations.target(setup.net().output(), equations.label(Split.TEST)).run(memory);
    return Matrix.scalar(java.util.Arrays.hashCode(answers.rowMajor()))
        .plus(Matrix.scalar(31.0 * java.util.Arrays.hashCode(truth.rowMajor())));
  }

  private static Object of(Matrix matrix) {
    return matrix == null ? "none" : java.util.Arrays.hashCode(matrix.rowMajor());
  }
}
