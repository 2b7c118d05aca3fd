package deltascope.web.mystery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.web.mystery.Judgement.Verdict;
import deltascope.web.page.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured of a case, against what the bugs' cards declare and what hands worked out. */
class TruthTest {
  private static final MadeGround GROUND = new MadeGround();

  /** 16-8-6-10: two hidden errors, δ² in step 12 and δ¹ in step 15. */
  private static final String SMALL = "net=16-8-6-10&batch=2";

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  private static Scenario scenario(String bugs) {
    return MadeGround.scenario(SMALL + "&bugs=" + bugs);
  }

  /** A bug where it is at home, in a small network and batches of two. */
  private static Scenario home(Bug bug) {
    String home = bug.card().home();
    String others = home.contains("bugs=") ? home.replaceAll(".*bugs=([^&]*).*", "$1,") : "";
    String net = home.contains("net=") ? "" : "net=16-8-6-10&";
    return MadeGround.scenario(
        net + home.replaceAll("(bugs|batch)=[^&]*", "") + "&batch=2&bugs=" + others + bug.id());
  }

  private static Fault fault(Bug bug) {
    return Truth.of(home(bug), GROUND).faults().stream()
        .filter(fault -> fault.bug().equals(bug.id()))
        .findFirst()
        .orElseThrow();
  }

  /** All but those that change no number of a walk. */
  static Stream<Bug> shown() {
    return bugs().filter(bug -> !bug.card().firstBroken().equals("predicted-class"));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void theFirstWrongStepIsTheOneThatTheCardDeclares(Bug bug) {
    Fault fault = fault(bug);
    String declared = bug.card().firstBroken();
    String found = fault.asRun().equation().id();
    if (fault.leftOut()) {
      Step last = fault.trace().steps().get(fault.trace().steps().size() - 1);
      assertEquals(last.index(), fault.step(), "what is left out would come after the last");
      assertEquals("update-weights", declared);
    } else if (declared.isEmpty()) {
      assertEquals("forward-recomputed", bug.id());
      assertEquals(EquationId.WEIGHTED_SUM, fault.asRun().equation(), "the first that is too many");
      assertTrue(fault.step() > 8, "after the forward pass");
    } else {
      assertEquals(declared, found);
    }
    assertTrue(fault.steps().contains(fault.step()));
    assertTrue(fault.rules().contains(bug.card().actsOn()));
  }

  @Test
  void whatShowsInNoNumberIsSilent() {
    Truth truth = Truth.of(scenario("argmax-over-samples"), GROUND);
    assertEquals(List.of("argmax-over-samples"), truth.silent());
    assertEquals(List.of(), truth.faults());
    assertFalse(truth.findable());
  }

  @Test
  void newWeightsThatNobodySeesDrawnCannotBeFound() {
    Scenario trained = MadeGround.scenario(SMALL + "&epochs=2&bugs=reinitialised-each-epoch");
    assertFalse(Truth.of(trained, GROUND).findable());
    assertTrue(Truth.of(scenario("zero-init"), GROUND).findable());
  }

  @Test
  void samplesThatGoTogetherAreNoFaultOfTheirOwn() {
    // Over one sample's ten outputs tanh has no axis to take wrongly.
    assertFalse(Truth.of(scenario("softmax-wrong-axis"), GROUND).findable());
    assertEquals("activation", fault(Catalogue.bug("softmax-wrong-axis")).asRun().equation().id());
  }

  @Test
  void twoBugsAreFoundApart() {
    Truth truth = Truth.of(scenario("gradient-ascent,hidden-slope-missing"), GROUND);
    assertEquals(
        List.of("hidden-slope-missing 0 12", "gradient-ascent 1 24"),
        truth.faults().stream().map(f -> f.bug() + " " + f.sample() + " " + f.step()).toList());
  }

  @Test
  void ofAnUpdateTooEarlyEachStepOutOfItsOrderMayBePointedAt() {
    Fault fault = fault(Catalogue.bug("updated-weights-in-backward"));
    assertEquals(Set.of(12, 13, 14, 15, 16), fault.steps());
    assertEquals("hidden-error", fault.asRun().equation().id());
  }

  @ParameterizedTest
  @CsvSource({
    // hidden-slope-missing: δ² is step 12, ∇W² 13, δ¹ 15; z¹ is step 2.
    "hidden-slope-missing, 0, 12, FIRST",
    "hidden-slope-missing, 0, 15, LATER",
    "hidden-slope-missing, 1, 12, LATER",
    "hidden-slope-missing, 0, 13, KNOCK_ON",
    "hidden-slope-missing, 0, 11, FINE",
    "hidden-slope-missing, 0, 2, FINE",
    // The first sum of a batch is the same whether it is added or put in its place.
    "last-sample-only, 0, 18, NOT_YET",
    "last-sample-only, 1, 18, FIRST",
    "last-sample-only, 1, 20, LATER",
    "last-sample-only, 1, 24, KNOCK_ON",
    // The whole rest of a walk follows from weights of zero, though each line computes rightly.
    "zero-init, 0, 2, FIRST",
    "zero-init, 0, 3, KNOCK_ON",
    "zero-init, 0, 0, FINE",
    "'', 0, 12, FINE",
    "'', 1, 30, FINE"
  })
  void anAccusationIsJudgedByWhatWasMeasured(String bug, int sample, int step, Verdict verdict) {
    Scenario scenario = scenario(bug);
    Truth truth = Truth.of(scenario, GROUND);
    Judgement judgement = Judgement.of(truth, scenario, GROUND, sample, step, Set.of());
    assertEquals(verdict, judgement.verdict());
    assertEquals(verdict == Verdict.FIRST, judgement.fault() != null);
    assertEquals(verdict == Verdict.FINE || verdict == Verdict.KNOCK_ON, verdict.missed());
  }

  @Test
  void inACleanCaseEveryStepIsFine() {
    Scenario clean = scenario("");
    Truth truth = Truth.of(clean, GROUND);
    for (int sample = 0; sample < 3; sample++) {
      for (Step step : GROUND.trace(clean.at(sample)).steps()) {
        Judgement judged = Judgement.of(truth, clean, GROUND, sample, step.index(), Set.of());
        assertEquals(Verdict.FINE, judged.verdict());
      }
    }
  }

  @Test
  void whatIsSolvedIsNotFoundAgain() {
    Scenario scenario = scenario("gradient-ascent,hidden-slope-missing");
    Truth truth = Truth.of(scenario, GROUND);
    Set<String> solved = Set.of("hidden-slope-missing");
    assertEquals(Verdict.AGAIN, Judgement.of(truth, scenario, GROUND, 0, 12, solved).verdict());
    assertEquals(
        "gradient-ascent",
        java.util.Objects.requireNonNull(
                Judgement.of(truth, scenario, GROUND, 1, 24, solved).fault())
            .bug());
  }

  static Stream<Bug> findable() {
    return shown().filter(bug -> !bug.id().equals("reinitialised-each-epoch"));
  }

  @ParameterizedTest
  @MethodSource("findable")
  void fourLinesAreToChooseFromAndTheRightOneIsTheTextbooks(Bug bug) {
    Scenario home = home(bug);
    Fault fault = fault(bug);
    assertTrue(fault.findable());
    Repair repair = Repair.of(fault, home, 7);
    assertEquals(Repair.CHOICES, repair.lines().size());
    Set<String> numpy = new HashSet<>();
    Set<String> java = new HashSet<>();
    repair.lines().forEach(line -> numpy.add(line.numpy()));
    repair.lines().forEach(line -> java.add(line.java()));
    assertEquals(Repair.CHOICES, numpy.size(), numpy.toString());
    assertEquals(Repair.CHOICES, java.size(), java.toString());
    Repair.Candidate right = repair.lines().get(repair.right());
    Repair.Candidate runs = repair.lines().get(repair.runs());
    var line = fault.asRun().line().forOneSample();
    if (!line.statement().equals(line.textbook())) {
      assertEquals(line.asTextbook().plainNumpy().text(), right.numpy());
      assertEquals(line.plainJava().text(), runs.java());
    } else if (bug.card().listing() != null) {
      assertEquals(bug.card().listing().numpyCorrect(), right.numpy());
      assertEquals(bug.card().listing().javaBugged(), runs.java());
    } else {
      assertTrue(right.numpy().contains("rng.normal(0, np.sqrt(0.0625)"), right.numpy());
    }
  }

  @Test
  void theOrderOfTheLinesIsTheSeeds() {
    Bug bug = Catalogue.bug("error-sign");
    Set<Integer> places = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      places.add(Repair.of(fault(bug), home(bug), seed).right());
    }
    assertEquals(Set.of(0, 1, 2, 3), places);
    assertEquals(
        Repair.of(fault(bug), home(bug), 3).lines(), Repair.of(fault(bug), home(bug), 3).lines());
  }

  @Test
  void whateverABugActsOnCanBeNamed() {
    for (Rules.Stage stage : Rules.STAGES) {
      for (String rule : stage.rules()) {
        assertTrue(Words.ENGLISH.has("rule." + rule), rule);
      }
    }
    Arrays.stream(EquationId.values()).forEach(id -> assertTrue(Rules.has(id.id()), id.id()));
    bugs()
        .map(bug -> bug.card().actsOn())
        .filter(rule -> !rule.equals("predicted-class"))
        .forEach(rule -> assertTrue(Rules.has(rule), rule));
    assertFalse(Rules.has("gremlin"));
  }
}
