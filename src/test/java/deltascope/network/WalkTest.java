package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stepping promises: the same numbers however one gets there, and those of training. */
class WalkTest {
  private static final Digits DIGITS = Some.digits(47, 5);

  private static Setup setup(String bugs, int batch) {
    List<Variation> variations = new ArrayList<>();
    for (String bug : bugs.split(",")) {
      if (!bug.isEmpty()) {
        variations.add(Catalogue.variation(bug));
      }
    }
    return Some.setup(
        "16-6-5-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, 3, batch, variations);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "error-sign", "hidden-slope-missing", "error-sign,hidden-slope-missing"})
  void steppingAndTrainingAgreeAfterAnyNumberOfBatches(String bugs) {
    for (int batch : new int[] {1, 2, 5, 8, 47, 100}) {
      Setup setup = setup(bugs, batch);
      Walk walk = Some.walk(setup, DIGITS);
      for (int samples = batch; samples <= 47; samples += batch) {
        Memory stepped = walk.trace(samples - 1).after();
        Memory trained = Some.trained(setup, DIGITS, samples);
        for (Layer l : setup.net().layers()) {
          for (Ref name : List.of(l.weights(), l.biases(), l.weightSum(), l.biasSum())) {
            double[] expected = trained.get(name).rowMajor();
            assertArrayEquals(expected, stepped.get(name).rowMajor(), 1e-12, name + " " + samples);
          }
        }
      }
    }
  }

  /** A point of a training is looked at on the test digits: all of them with its weights. */
  @Test
  void aStillWalkTakesTheSamplesAsTheyLieAndLearnsNothing() {
    Setup setup = setup("sorted-by-class", 5);
    Walk walk = Walk.still(setup, DigitSamples.of(DIGITS, Split.TEST, 16), setup.start());
    for (int position : new int[] {0, 4, 5, 23, 46}) {
      Trace trace = walk.trace(position);
      assertEquals(position, trace.samples().get(trace.column()));
      for (Layer l : setup.net().layers()) {
        Step sum =
            trace.steps().stream()
                .filter(step -> step.equation() == EquationId.WEIGHTED_SUM)
                .filter(step -> step.layer() == l.index())
                .findFirst()
                .orElseThrow();
        double[] seen = sum.operand(l.weights()).rowMajor();
        assertArrayEquals(setup.start().get(l.weights()).rowMajor(), seen, l + " " + position);
      }
    }
  }

  /** An order of 60,000 samples is larger than all that a small network's walk remembers. */
  @Test
  void walksShareTheOrderInWhichDigitsLie() {
    List<int[]> shared = new ArrayList<>();
    for (String bugs : new String[] {"", "shared-buffer,label-scaled"}) {
      Setup setup = setup(bugs, 5);
      DigitSamples samples = DigitSamples.of(DIGITS, Split.TEST, 16);
      shared.addAll(new Walk(setup, samples, setup.start()).dataStages().orders());
      shared.addAll(Walk.still(setup, samples, setup.start()).dataStages().orders());
    }
    shared.forEach(order -> assertSame(DIGITS.inOrder(), order));
  }

  @Test
  void anOrderOfItsOwnCountsOnceAmongAWalksNumbers() {
    long plain = numbers("");
    assertEquals(plain, numbers("shared-buffer"));
    int half = DIGITS.size() / 2;
    assertEquals(plain + half, numbers("sorted-by-class"));
    assertEquals(plain + half, numbers("sorted-by-class,shared-buffer,label-scaled"));
  }

  private static long numbers(String bugs) {
    Setup setup = setup(bugs, 5);
    return new Walk(setup, DigitSamples.of(DIGITS, Split.TEST, 16), setup.start()).numbers();
  }

  @Test
  void aSampleShowsTheSameWhetherReachedDirectlyOrStepByStep() {
    Setup setup = setup("hidden-slope-missing", 4);
    Walk stepByStep = Some.walk(setup, DIGITS);
    for (int n = 0; n < 47; n++) {
      assertSameTrace(Some.walk(setup, DIGITS).trace(n), stepByStep.trace(n));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void backAndForthChangesNothing(long seed) {
    Setup setup = setup("", 1);
    Walk walk = Some.walk(setup, DIGITS);
    List<Trace> fresh =
        IntStream.range(0, 47).mapToObj(n -> Some.walk(setup, DIGITS).trace(n)).toList();
    Random random = new Random(seed);
    for (int jump = 0; jump < 200; jump++) {
      int n = random.nextInt(47);
      assertSameTrace(fresh.get(n), walk.trace(n));
    }
  }

  @Test
  void aWalkThatForgetsWhereItWasShowsTheSame() {
    Digits many = Some.digits(300, 5);
    Setup setup = setup("shared-buffer", 1);
    List<Trace> inOrder = new ArrayList<>();
    Some.walk(setup, many).from(0).forEachRemaining(inOrder::add);
    Walk walk = Some.walk(setup, many);
    Random random = new Random(4);
    for (int jump = 0; jump < 200; jump++) {
      int n = random.nextInt(300);
      assertSameTrace(inOrder.get(n), walk.trace(n));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shared-buffer",
        "shared-buffer-rescaled",
        "shared-rows",
        "softmax-wrong-axis",
        "sorted-by-class",
        "weights-not-transposed"
      })
  void aCourseGivesTheTracesOneByOneAndLeavesThemAlone(String bugs) {
    for (int start : new int[] {0, 6, 7}) {
      Setup setup = setup(bugs, 4);
      List<Trace> passed = new ArrayList<>();
      Some.walk(setup, DIGITS).from(start).forEachRemaining(passed::add);
      assertEquals(47 - start, passed.size());
      for (Trace trace : passed) {
        Trace expected = Some.walk(setup, DIGITS).trace(trace.position());
        assertEquals(expected.column(), trace.column());
        assertSameTrace(expected, trace);
      }
    }
  }

  @Test
  void anyNumberOfThreadsSeeTheSame() {
    Setup setup = setup("error-sign", 3);
    Walk walk = Some.walk(setup, DIGITS);
    List<Integer> positions = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      IntStream.range(0, 47).forEach(positions::add);
    }
    Collections.shuffle(positions, new Random(1));
    List<Trace> seen = positions.parallelStream().map(walk::trace).toList();
    for (int i = 0; i < positions.size(); i++) {
      assertSameTrace(walk.trace(positions.get(i)), seen.get(i));
    }
  }

  private static void assertSameTrace(Trace expected, Trace actual) {
    assertEquals(expected.steps().size(), actual.steps().size());
    assertEquals(expected.samples(), actual.samples());
    for (int i = 0; i < expected.steps().size(); i++) {
      Step one = expected.steps().get(i);
      Step other = actual.steps().get(i);
      assertEquals(one.equation(), other.equation());
      assertEquals(one.operands(), other.operands());
      for (Ref operand : one.operands()) {
        if (one.memory().has(operand)) {
          assertTrue(one.operand(operand).sameValues(other.operand(operand)), operand.name());
        }
      }
      assertEquals(one.failure(), other.failure());
      assertTrue(
          one.result() == null || one.result().sameValues(other.result()),
          one.equation() + " " + one.layer());
      for (int held = 0; held < one.accumulators().size(); held++) {
        Held of = other.accumulators().get(held);
        assertTrue(one.accumulators().get(held).value().sameValues(of.value()), of.name().name());
      }
    }
  }

  @Test
  void whatAStepShowsStaysWhenTheWalkGoesOn() {
    Walk walk = Some.walk(setup("", 2), DIGITS);
    Trace first = walk.trace(0);
    double[] sum = Some.result(first, EquationId.ACCUMULATE_WEIGHTS, 1).rowMajor();
    double[] gradient = Some.result(first, EquationId.WEIGHT_GRADIENT, 1).rowMajor();
    assertArrayEquals(gradient, sum, "the first sample's sum is its gradient");
    walk.trace(1);
    walk.trace(9);
    assertArrayEquals(sum, Some.result(first, EquationId.ACCUMULATE_WEIGHTS, 1).rowMajor());
  }

  @Test
  void operandsOfAStepAreWhatStepsBeforeMade() {
    Trace trace = Some.walk(setup("", 2), DIGITS).trace(1);
    Step backward = Some.step(trace, EquationId.HIDDEN_ERROR, 1);
    Layer l = backward.call().layer();
    assertSame(Some.result(trace, EquationId.HIDDEN_ERROR, 2), backward.operand(l.deltaAbove()));
    Matrix before = Some.step(trace, EquationId.ACCUMULATE_WEIGHTS, 1).operand(l.weightSum());
    Matrix after = Some.result(trace, EquationId.ACCUMULATE_WEIGHTS, 1);
    assertTrue(
        before.plus(Some.result(trace, EquationId.WEIGHT_GRADIENT, 1)).sameValues(after),
        "the sum before stays what it was though the object has changed");
    assertTrue(
        Some.step(trace, EquationId.UPDATE_WEIGHTS, 1).operand(l.weightSum()).sameValues(after));
  }

  @Test
  void resetGivesZerosInAnObjectOfItsOwn() {
    Setup setup = setup("", 2);
    Trace trace = Some.walk(setup, DIGITS).trace(1);
    Memory after = trace.after();
    for (Layer l : setup.net().layers()) {
      assertEquals(0, after.get(l.weightSum()).norm());
      assertEquals(0, after.get(l.weightZeros()).norm());
      assertNotSame(after.get(l.weightSum()), after.get(l.weightZeros()));
      assertNotSame(after.get(l.biasSum()), after.get(l.biasZeros()));
      assertNotSame(after.get(l.weightSum()).row(0), after.get(l.weightSum()).row(1));
    }
  }

  @Test
  void theStepsOfASampleComeInTheOrderOfTheAlgorithm() {
    List<String> steps = new ArrayList<>();
    for (Step step : Some.walk(setup("", 2), DIGITS).trace(1).steps()) {
      steps.add(step.equation().id() + (step.layer() == 0 ? "" : " " + step.layer()));
    }
    String order =
        """
        input, target,
        weighted-sum 1, activation 1, weighted-sum 2, activation 2, weighted-sum 3, activation 3,
        cost,
        output-error 3, weight-gradient 3, bias-gradient 3,
        hidden-error 2, weight-gradient 2, bias-gradient 2,
        hidden-error 1, weight-gradient 1, bias-gradient 1,
        accumulate-weights 1, accumulate-biases 1, accumulate-weights 2, accumulate-biases 2,
        accumulate-weights 3, accumulate-biases 3,
        update-weights 1, update-biases 1, update-weights 2, update-biases 2,
        update-weights 3, update-biases 3,
        reset 1, reset 1, reset 2, reset 2, reset 3, reset 3""";
    assertEquals(List.of(order.split(",\\s+")), steps);
  }

  @Test
  void aSampleWithinABatchEndsWithoutAnUpdate() {
    Trace trace = Some.walk(setup("", 4), DIGITS).trace(2);
    assertEquals(Phase.ACCUMULATE, trace.steps().get(trace.steps().size() - 1).phase());
    assertEquals(List.of(0, 2, 4), List.of(trace.batch(), trace.place(), trace.batchSize()));
  }

  @Test
  void thereIsNothingPastTheEnd() {
    Walk walk = Some.walk(setup("", 4), DIGITS);
    assertThrows(IndexOutOfBoundsException.class, () -> walk.trace(47));
    assertThrows(IndexOutOfBoundsException.class, () -> walk.trace(-1));
    assertEquals(3, walk.trace(46).batchSize(), "47 = 11 · 4 + 3");
  }
}
