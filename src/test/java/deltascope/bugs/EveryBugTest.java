package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Line;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Matrix;
import deltascope.network.DigitSamples;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Pass;
import deltascope.network.Phase;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Walk;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bug's card promises, measured on the bug where it is at home. */
class EveryBugTest {
  private static final Digits DIGITS = Library.made(300);

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  /** Three batches of the textbook's walk. */
  private static int positions(Home home) {
    return Math.min(3 * home.clean().batch(), home.clean().batch() + 12);
  }

  @Test
  void thereAreAllThatTheCatalogueHas() {
    assertEquals(44, Catalogue.bugs().size());
    Map<Family, Long> counts =
        bugs().collect(Collectors.groupingBy(b -> b.card().family(), Collectors.counting()));
    assertEquals(
        List.of(10L, 4L, 6L, 12L, 6L, 4L, 2L),
        List.copyOf(new java.util.TreeMap<>(counts).values()));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void itsCardIsWritten(Bug bug) {
    Card card = bug.card();
    for (String text :
        List.of(card.says(), card.symptom(), card.reason(), card.cure(), card.seen())) {
      assertFalse(text.isBlank(), bug.id());
    }
    assertTrue(card.says().endsWith("."), card.says());
    assertTrue(card.title().length() <= 40, card.title());
    boolean equation =
        Arrays.stream(EquationId.values()).anyMatch(e -> e.id().equals(card.actsOn()));
    boolean part = Set.of("label", "slope", "averaging", "predicted-class").contains(card.actsOn());
    assertTrue(equation || part || ruleWithoutFormula(card), card.actsOn());
  }

  /** A rule that no formula tells needs code of its own, but for numbers that are drawn. */
  private static boolean ruleWithoutFormula(Card card) {
    return card.actsOn().equals("initial-weights")
        || card.actsOn().equals("schedule") && card.listing() != null
        || Set.of("order", "pairing", "epoch-start", "batch-size").contains(card.actsOn())
            && card.listing() != null;
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void theFirstResultThatDiffersIsTheOneDeclared(Bug bug) {
    Home home = Home.of(bug);
    Walk clean = Home.walk(home.clean(), DIGITS);
    Walk bugged = Home.walk(home.bugged(), DIGITS);
    FirstDifference first = FirstDifference.of(clean, bugged, positions(home));
    if (first != FirstDifference.NONE) {
      assertEquals(bug.card().firstBroken(), first.equation(), first.toString());
      return;
    }
    boolean otherAnswers = !answers(home.clean()).sameValues(answers(home.bugged()));
    assertEquals(bug.card().firstBroken(), otherAnswers ? "predicted-class" : "");
    List<EquationId> right = clean.trace(0).steps().stream().map(Step::equation).toList();
    List<EquationId> run = bugged.trace(0).steps().stream().map(Step::equation).toList();
    assertTrue(otherAnswers || !right.equals(run), "a toggle that changes nothing");
  }

  /** What the network predicts for the first samples. */
  private static Matrix answers(Scenario scenario) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    new Pass(setup, samples(scenario)).runAll(memory, new int[] {0, 1, 2, 3});
    return setup.equations().asRun().predictedClass(setup.net().output()).run(memory);
  }

  private static DigitSamples samples(Scenario scenario) {
    return DigitSamples.of(DIGITS, scenario.split(), scenario.net().inputs());
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void itIsNamedWhereItsLineOrItsDataDifferAndNowhereElse(Bug bug) {
    Home home = Home.of(bug);
    Walk clean = Home.walk(home.clean(), DIGITS);
    Walk bugged = Home.walk(home.bugged(), DIGITS);
    Set<String> acts = new HashSet<>();
    for (int n = 0; n < positions(home); n++) {
      Trace trace = bugged.trace(n);
      Map<Home.Key, Step> right = Home.byKey(clean.trace(n));
      for (Step step : trace.steps()) {
        boolean named = step.acting().contains(bug.id());
        if (named) {
          acts.add(step.equation().id());
        }
        Step other = right.get(new Home.Key(step.equation(), step.layer()));
        if (other == null) {
          continue;
        }
        // As it reads for one sample, since a bug may hold a whole batch together.
        Line here = step.line().forOneSample();
        Line there = other.line().forOneSample();
        boolean otherLine = !here.statement().equals(there.statement());
        boolean otherCode =
            !here.plainNumpy().text().equals(there.plainNumpy().text())
                && !here.plainJava().text().equals(there.plainJava().text());
        boolean otherFormula = !here.formula().latex().equals(there.formula().latex());
        boolean otherData =
            step.phase() == Phase.DATA
                && !Objects.requireNonNull(FirstDifference.own(trace, step))
                    .sameValues(Objects.requireNonNull(other.result()));
        assertEquals(otherLine || otherData, named, bug.id() + " in " + step.equation() + n);
        assertEquals(otherLine, otherFormula && otherCode, bug.id() + n);
      }
    }
    String on = bug.card().actsOn();
    boolean equation = Arrays.stream(EquationId.values()).anyMatch(e -> e.id().equals(on));
    assertTrue(!equation || acts.contains(on), bug.id() + " acts on " + acts);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void steppingLeavesWhatTrainingLeaves(Bug bug) {
    Scenario scenario = Home.of(bug).bugged();
    Setup setup = scenario.setup();
    DigitSamples samples = samples(scenario);
    int[] order = setup.equations().asRun().walkingOrder(DIGITS);
    int batch = setup.equations().asRun().batchSize(setup.batch());
    Walk walk = new Walk(setup, samples, setup.start());
    for (int batches = 1; batches <= 2; batches++) {
      Memory trained = setup.start();
      new Pass(setup, samples).runAll(trained, Arrays.copyOf(order, batches * batch));
      Memory stepped = walk.trace(batches * batch - 1).after();
      for (Layer l : setup.net().layers()) {
        for (Ref name : List.of(l.weights(), l.biases(), l.weightSum(), l.biasSum())) {
          Matrix one = trained.get(name);
          double tolerance = 1e-12 * (one.maxAbs() >= 1 ? one.maxAbs() : 1);
          assertArrayEquals(
              one.rowMajor(), stepped.get(name).rowMajor(), tolerance, bug.id() + name.name());
        }
      }
    }
  }

  @Test
  void aShapeThatDoesNotFitStopsTheWalkInWords() {
    Map<String, String> where =
        Map.of(
            "weights-not-transposed", "hidden-error",
            "wrong-layer-activation", "accumulate-weights",
            "outer-product-transposed", "accumulate-weights");
    where.forEach(
        (id, equation) -> {
          Trace trace = Home.walk(Home.scenario("net=16-6-5-10&bugs=" + id), DIGITS).trace(5);
          Step last = trace.steps().get(trace.steps().size() - 1);
          assertEquals(equation, last.equation().id(), id);
          assertTrue(Objects.requireNonNull(last.failure()).startsWith("shapes ("), id);
        });
  }

  @Test
  void twoWrongsMakeARight() {
    Trace right = Home.walk(Home.scenario("net=49-8-10"), DIGITS).trace(11);
    Scenario both = Home.scenario("net=49-8-10&bugs=error-sign,gradient-ascent");
    Trace wrong = Home.walk(both, DIGITS).trace(11);
    Trace one = Home.walk(Home.scenario("net=49-8-10&bugs=error-sign"), DIGITS).trace(11);
    for (Layer l : right.net().layers()) {
      for (Ref name : List.of(l.weights(), l.biases())) {
        assertTrue(right.after().get(name).sameValues(wrong.after().get(name)), name.name());
        assertNotEquals(0, right.after().get(name).minus(one.after().get(name)).norm());
      }
    }
  }

  @Test
  void theAuthorsOwnProgram() {
    String bugs = "gradient-ascent,shared-buffer-rescaled,sum-not-mean,label-scaled";
    Trace trace = Home.walk(Home.scenario("net=16-4-10&bugs=" + bugs), DIGITS).trace(3);
    Step update = Home.byKey(trace).get(new Home.Key(EquationId.UPDATE_WEIGHTS, 1));
    assertEquals(
        "\\Sigma W^{1} \\leftarrow \\eta \\Sigma W^{1} ,\\quad W^{1} \\leftarrow W^{1} + \\Sigma"
            + " W^{1}",
        update.line().formula().latex());
    assertEquals("sumW[1] *= eta; W[1] = W[1] + sumW[1]", update.line().plainNumpy().text());
    assertEquals(
        Set.of("gradient-ascent", "shared-buffer-rescaled", "sum-not-mean"),
        Set.copyOf(update.acting()));
  }
}
