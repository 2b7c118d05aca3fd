package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.checks.Checks;
import deltascope.checks.Subject;
import deltascope.checks.Verdict;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.math.Matrix;
import deltascope.network.DigitSamples;
import deltascope.network.Epoch;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Trainer;
import deltascope.network.Walk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the stories say of the numbers is so: on MNIST where it is, else on made digits. */
class StoriesTest {
  private static final Dataset DATA =
      Home.mnist()
          .map(library -> library.get("mnist"))
          .orElseGet(() -> new Library(Path.of("no-such-folder")).get("made"));

  /** The share of each digit among the test digits, in percent. */
  private static double share(int digit) {
    int count = 0;
    for (int k = 0; k < DATA.test().size(); k++) {
      count += DATA.test().label(k) == digit ? 1 : 0;
    }
    return 100.0 * count / DATA.test().size();
  }

  private static Scenario scenario(String id, String more) {
    return Home.scenario(Story.of(id).scenario() + more);
  }

  /** How training stands after one epoch of the story's program. */
  private static Epoch afterOneEpoch(Scenario scenario) {
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(scenario.setup(), DATA.train(), Integer.MAX_VALUE).run(1, DATA.test(), epochs::add);
    return epochs.get(1);
  }

  private static Walk walk(Scenario scenario) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    new Trainer(setup, DATA.train(), Integer.MAX_VALUE).run(memory, scenario.epochs());
    DigitSamples samples = DigitSamples.of(DATA.train(), scenario.split(), setup.net().inputs());
    return new Walk(setup, samples, memory);
  }

  private static Matrix result(Trace trace, EquationId equation, int layer) {
    for (Step step : trace.steps()) {
      if (step.equation() == equation && (layer == 0 || step.layer() == layer)) {
        return Objects.requireNonNull(step.result());
      }
    }
    throw new AssertionError("no step " + equation + " in layer " + layer);
  }

  private static double[] values(Trace trace, EquationId equation, int layer) {
    return result(trace, equation, layer).rowMajor();
  }

  @Test
  void everyStopIsAStepOfItsWalk() {
    for (Story story : Story.all()) {
      assertFalse(story.moral().isEmpty());
      for (Story.Stop stop : story.stops()) {
        Scenario there = scenario(story.id(), "&sample=" + stop.sample());
        Trace trace = walk(there).trace(stop.sample());
        result(trace, stop.equation(), stop.layer());
      }
    }
  }

  @Test
  void withEveryLabelZeroTheAnswerIsAlwaysZero() {
    Scenario labels = scenario("frozen-labels", "");
    Walk walk = walk(labels);
    for (int sample = 0; sample < 20; sample++) {
      assertArrayEquals(
          new double[] {1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
          values(walk.trace(sample), EquationId.TARGET, 0));
    }
    Epoch end = afterOneEpoch(labels);
    assertEquals(share(0), end.testAccuracy(), 1e-9);
    assertEquals(10_000, end.predicted().get(0));
    assertTrue(end.trainCost() < 0.05, "" + end.trainCost());
    // A digit that is no zero is wrong by 2 in two outputs: 8 each, for nine in ten.
    assertEquals(8 * (1 - share(0) / 100), end.testCost(), 0.1);
  }

  @Test
  void uphillTheCostStandsAtNineOutputsWrongByTwo() {
    Scenario ascent = scenario("frozen-ascent", "");
    Epoch end = afterOneEpoch(ascent);
    assertEquals(share(0), end.testAccuracy(), 1e-9);
    assertEquals(9 * 2 * 2, end.testCost(), 1e-3);
    Trace next = walk(ascent).trace(100);
    long saturated =
        Arrays.stream(values(next, EquationId.ACTIVATION, 1)).filter(a -> Math.abs(a) == 1).count();
    assertTrue(saturated > 8, saturated + " of 16");
    double[] errors = values(next, EquationId.HIDDEN_ERROR, 1);
    assertTrue(Arrays.stream(errors).filter(error -> error == 0).count() >= saturated);
  }

  @Test
  void mendingOneOfFourBugsMovesTheConstantOrNothing() {
    double wrongZero = 8 * 4 * (1 - share(0) / 100) + 10 * 4 * share(0) / 100;
    String all = Story.of("frozen-as-written").scenario();
    Epoch asWritten = afterOneEpoch(Home.scenario(all));
    assertEquals(wrongZero, asWritten.testCost(), 1e-2);
    assertEquals(DATA.test().size(), max(asWritten));
    String[][] mended = {
      {"label-scaled,", "36"},
      {"shared-buffer-rescaled,", "" + wrongZero},
      {",gradient-ascent", "7.2"}
    };
    for (String[] mend : mended) {
      Epoch rest = afterOneEpoch(Home.scenario(all.replace(mend[0], "")));
      assertEquals(DATA.test().size(), max(rest), mend[0]);
      assertEquals(Double.parseDouble(mend[1]), rest.testCost(), 0.1, mend[0]);
    }
  }

  private static int max(Epoch epoch) {
    return epoch.predicted().stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  @Test
  void theSumOfTheFourBugsComesBackScaledAndUnderTwoNames() {
    Trace end = walk(scenario("frozen-as-written", "")).trace(99);
    Matrix sum = result(end, EquationId.ACCUMULATE_WEIGHTS, 3);
    Matrix reset = result(end, EquationId.RESET_WEIGHTS, 3);
    for (int k = 0; k < sum.rowMajor().length; k++) {
      assertEquals(0.1 * sum.rowMajor()[k], reset.rowMajor()[k], 1e-12);
    }
  }

  @Test
  void twoWrongSignsGiveTheTextbooksWeightsToTheLastBit() {
    Scenario wrong = scenario("two-wrongs", "");
    Walk right = walk(wrong.with(List.of()));
    Walk both = walk(wrong);
    assertTrue(
        result(right.trace(3), EquationId.WEIGHT_GRADIENT, 1).norm() > 0
            && result(both.trace(3), EquationId.WEIGHT_GRADIENT, 1)
                    .plus(result(right.trace(3), EquationId.WEIGHT_GRADIENT, 1))
                    .norm()
                == 0);
    for (int sample : new int[] {3, 7, 99}) {
      for (int l = 1; l <= 3; l++) {
        Ref weights = Quantity.W.of(l);
        assertTrue(
            both.trace(sample)
                .after()
                .get(weights)
                .sameValues(right.trace(sample).after().get(weights)));
      }
    }
    Subject subject = new Subject(wrong.with(wrong.variations().subList(0, 1)), DATA);
    assertEquals(Verdict.FAIL, Checks.check("gradient-check").run(subject).verdict());
  }

  @Test
  void theBufferThatIsRescaledIsAMomentumOfEta() {
    Walk walk = walk(scenario("momentum", ""));
    Matrix kept = result(walk.trace(1), EquationId.RESET_WEIGHTS, 3);
    double[] tenth =
        Arrays.stream(values(walk.trace(1), EquationId.ACCUMULATE_WEIGHTS, 3))
            .map(sum -> 0.1 * sum)
            .toArray();
    assertArrayEquals(tenth, kept.rowMajor(), 1e-15);
    Matrix gradient = result(walk.trace(2), EquationId.WEIGHT_GRADIENT, 3);
    assertArrayEquals(
        kept.plus(gradient).rowMajor(),
        values(walk.trace(2), EquationId.ACCUMULATE_WEIGHTS, 3),
        1e-15);
  }

  @Test
  void afterOneStepThatIsTooLongEveryErrorIsZero() {
    Walk walk = walk(scenario("killed-in-one-step", ""));
    Matrix dead = walk.trace(99).after().get(Quantity.W.of(1));
    assertTrue(walk.trace(199).after().get(Quantity.W.of(1)).sameValues(dead));
    assertTrue(result(walk.trace(0), EquationId.HIDDEN_ERROR, 1).norm() > 0.1);
    assertTrue(result(walk.trace(100), EquationId.WEIGHTED_SUM, 1).maxAbs() > 100);
    for (int sample = 100; sample < 200; sample++) {
      Trace trace = walk.trace(sample);
      double[] outputs = values(trace, EquationId.ACTIVATION, 3);
      assertTrue(Arrays.stream(outputs).allMatch(a -> Math.abs(a) == 1), Arrays.toString(outputs));
      assertEquals(0, result(trace, EquationId.OUTPUT_ERROR, 3).norm());
      assertEquals(0, result(trace, EquationId.HIDDEN_ERROR, 1).norm());
    }
  }

  @Test
  void thirtyClonesStayClones() {
    for (String epochs : new String[] {"&epochs=0", "&epochs=1"}) {
      Walk walk = walk(scenario("thirty-clones", epochs));
      Trace end = walk.trace(9);
      Matrix weights = end.after().get(Quantity.W.of(1));
      for (int unit = 1; unit < 30; unit++) {
        assertArrayEquals(
            weights.transposed().columnAt(0).rowMajor(),
            weights.transposed().columnAt(unit).rowMajor());
      }
      double[] errors = values(end, EquationId.HIDDEN_ERROR, 1);
      assertTrue(Arrays.stream(errors).allMatch(error -> error == errors[0]));
    }
  }

  @Test
  void marksAreGoodAndTheDerivativeIsWrong() {
    Scenario wrong = scenario("good-marks", "");
    Epoch right = afterOneEpoch(wrong.with(List.of()));
    Epoch end = afterOneEpoch(wrong);
    assertEquals(right.testAccuracy(), end.testAccuracy(), 4);
    assertTrue(end.testAccuracy() > 80, "" + end.testAccuracy());
    Subject subject = new Subject(wrong, DATA);
    assertEquals(Verdict.FAIL, Checks.check("gradient-check").run(subject).verdict());
  }

  @Test
  void theExaminationThatSharesTheBugGivesAHundredPerCent() {
    Epoch end = afterOneEpoch(scenario("hundred-per-cent", ""));
    assertEquals(100, end.testAccuracy());
    assertEquals(10_000, end.predicted().get(0));
  }
}
