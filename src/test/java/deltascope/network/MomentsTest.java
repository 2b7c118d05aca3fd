package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a training as it goes is true of it, and looking changes nothing. */
class MomentsTest {
  private static final Digits DIGITS = Some.digits(230, 11);
  private static final Digits TEST = Some.digits(90, 5);

  private static Setup setup(String bugs) {
    List<Variation> variations = new ArrayList<>();
    for (String bug : bugs.split(",")) {
      if (!bug.isEmpty()) {
        variations.add(Catalogue.variation(bug));
      }
    }
    return Some.setup(
        "49-12-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, 42, 7, variations);
  }

  private static Map<Moment, Memory> watched(Setup setup, int epochs) {
    Map<Moment, Memory> moments = new LinkedHashMap<>();
    new Trainer(setup, DIGITS, 225).watch(epochs, TEST, moments::put);
    return moments;
  }

  private static Memory trained(Setup setup, Point to) {
    Memory memory = setup.start();
    new Trainer(setup, DIGITS, 225).run(memory, Point.START, to);
    return memory;
  }

  private static void assertSameBits(Setup setup, Memory expected, Memory actual, String when) {
    for (Layer l : setup.net().layers()) {
      assertArrayEquals(
          expected.get(l.weights()).rowMajor(), actual.get(l.weights()).rowMajor(), when);
      assertArrayEquals(
          expected.get(l.biases()).rowMajor(), actual.get(l.biases()).rowMajor(), when);
      assertArrayEquals(
          expected.get(l.weightSum()).rowMajor(), actual.get(l.weightSum()).rowMajor(), when);
    }
  }

  @Test
  void theFirstEpochIsLookedAtMostOftenWhereItBegins() {
    assertEquals(new TreeSet<>(List.of(6, 12, 30, 60, 120, 210, 300, 450)), Look.within(600));
    assertEquals(new TreeSet<>(List.of(1, 2, 3, 7, 12, 17, 25)), Look.within(33));
    assertEquals(new TreeSet<>(List.of(1, 2)), Look.within(3));
    assertEquals(new TreeSet<>(), Look.within(1));
  }

  @Test
  void momentsComeBeforeWithinTheFirstAndAtTheEndOfEveryEpoch() {
    List<Point> points = watched(setup(""), 3).keySet().stream().map(Moment::at).toList();
    assertEquals(
        List.of(
            Point.START,
            new Point(0, 1),
            new Point(0, 2),
            new Point(0, 3),
            new Point(0, 7),
            new Point(0, 12),
            new Point(0, 17),
            new Point(0, 25),
            new Point(1, 0),
            new Point(2, 0),
            new Point(3, 0)),
        points);
    List<Long> samples = watched(setup(""), 3).keySet().stream().map(Moment::samples).toList();
    assertEquals(List.of(0L, 7L, 14L, 21L, 49L, 84L, 119L, 175L, 225L, 450L, 675L), samples);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shared-buffer",
        "shared-rows",
        "forward-recomputed",
        "reinitialised-each-epoch"
      })
  void aMomentsStateIsThatOfTrainingAsFar(String bugs) {
    Setup setup = setup(bugs);
    watched(setup, 2)
        .forEach(
            (moment, state) ->
                assertSameBits(setup, trained(setup, moment.at()), state, moment.at() + bugs));
  }

  @Test
  void allBatchesOfAnEpochAreTheEpoch() {
    Setup setup = setup("reinitialised-each-epoch");
    assertSameBits(
        setup, trained(setup, new Point(1, 0)), trained(setup, new Point(0, 33)), "the first");
    assertSameBits(
        setup, trained(setup, new Point(3, 0)), trained(setup, new Point(2, 33)), "the third");
    Trainer trainer = new Trainer(setup, DIGITS, 225);
    assertEquals(new Point(3, 0), trainer.reached(new Point(2, 33)));
    assertEquals(
        "batches is 34, expected 0…33, as an epoch of 225 samples has 33 batches of 7",
        assertThrows(Refused.class, () -> trained(setup, new Point(0, 34))).getMessage());
  }

  @Test
  void trainingGoesOnFromAnyPoint() {
    Setup setup = setup("shared-buffer");
    Memory memory = trained(setup, new Point(1, 12));
    new Trainer(setup, DIGITS, 225).run(memory, new Point(1, 12), new Point(2, 5));
    assertSameBits(setup, trained(setup, new Point(2, 5)), memory, "in two parts");
  }

  @Test
  void theConfusionAddsUpToWhatElseIsSaid() {
    for (Moment moment : watched(setup(""), 1).keySet()) {
      Evaluation test = moment.test();
      assertEquals(90, test.size());
      int all = 0;
      int right = 0;
      for (int k = 0; k < 10; k++) {
        int digit = k;
        int labelled = 0;
        for (int i = 0; i < 90; i++) {
          labelled += TEST.label(i) == digit ? 1 : 0;
        }
        assertEquals(labelled, test.confusion().get(k).stream().mapToInt(n -> n).sum());
        assertEquals(
            test.predicted().get(k),
            test.confusion().stream().mapToInt(row -> row.get(digit)).sum());
        all += labelled;
        right += test.confusion().get(k).get(k);
      }
      assertEquals(90, all);
      assertEquals(100.0 * right / 90, test.accuracy());
    }
  }

  @Test
  void theWorstDigitsAreThoseThatCostMostOneByOne() {
    Setup setup = setup("");
    Memory memory = trained(setup, new Point(1, 0));
    Samples samples = Some.samples(setup, TEST);
    Probe probe = new Probe(setup, samples);
    List<Evaluation.Wrong> all = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      all.add(new Evaluation.Wrong(i, TEST.label(i), 0, probe.cost(memory, i)));
    }
    all.sort(Comparator.comparingDouble(Evaluation.Wrong::cost).reversed());
    List<Evaluation.Wrong> worst = Evaluation.of(setup, memory, samples, 90).worst();
    assertEquals(10, worst.size());
    for (int n = 0; n < 10; n++) {
      assertEquals(all.get(n).index(), worst.get(n).index());
      assertEquals(all.get(n).label(), worst.get(n).label());
      assertEquals(all.get(n).cost(), worst.get(n).cost(), 1e-12);
    }
  }

  @Test
  void outputsInBriefAreTheirMeanAndHowFarTheyAreFromIt() {
    Setup setup = setup("");
    Memory memory = trained(setup, new Point(0, 9));
    Samples samples = Some.samples(setup, TEST);
    double[][] outputs = new double[90][];
    for (int i = 0; i < 90; i++) {
      outputs[i] =
          new Probe(setup, samples).forward(memory, i).get(setup.net().output().a()).rowMajor();
    }
    double squares = 0;
    Evaluation.Outputs brief = Evaluation.of(setup, memory, samples, 90).outputs();
    for (int k = 0; k < 10; k++) {
      double mean = 0;
      for (double[] output : outputs) {
        mean += output[k] / 90;
      }
      for (double[] output : outputs) {
        squares += (output[k] - mean) * (output[k] - mean) / 900;
      }
      assertEquals(mean, brief.mean().get(k), 1e-12);
    }
    assertEquals(Math.sqrt(squares), brief.spread(), 1e-12);
  }

  @Test
  void aLayersUpdateRatioIsThatOfItsLastBatch() {
    Setup setup = setup("");
    for (Moment moment : watched(setup, 1).keySet()) {
      for (LayerHealth layer : moment.layers()) {
        if (moment.samples() == 0) {
          assertTrue(Double.isNaN(layer.updateRatio()), "nothing has moved yet");
          continue;
        }
        int batches = moment.at().epochs() == 1 ? 33 : moment.at().batches();
        Layer l = setup.net().layer(layer.layer());
        double[] before = trained(setup, new Point(0, batches - 1)).get(l.weights()).rowMajor();
        double[] after = trained(setup, moment.at()).get(l.weights()).rowMajor();
        double moved = 0;
        double size = 0;
        for (int i = 0; i < before.length; i++) {
          moved += (after[i] - before[i]) * (after[i] - before[i]);
          size += before[i] * before[i];
        }
        assertEquals(Math.sqrt(moved / size), layer.updateRatio(), 1e-12);
      }
    }
  }

  @Test
  void onlyTanhAndSigmoidHaveFlatEnds() {
    Matrix a =
        Matrix.onRows(new double[] {0.995, -0.995, 0.5}, new double[] {0.005, Double.NaN, -1});
    assertEquals(4 / 6.0, Activation.TANH.saturated(a));
    assertEquals(5 / 6.0, Activation.SIGMOID.saturated(a));
    for (Activation other : List.of(Activation.RELU, Activation.LINEAR, Activation.SOFTMAX)) {
      assertTrue(Double.isNaN(other.saturated(a)));
    }
  }

  @Test
  void trainCostIsTheMeanOfTheEpochSoFar() {
    Setup setup = setup("");
    int[] order = setup.equations().asRun().trainingOrder(DIGITS, 225, 1);
    Probe probe = new Probe(setup, Some.samples(setup, DIGITS));
    double sum = 0;
    for (int n = 0; n < 21; n++) {
      sum += probe.cost(trained(setup, new Point(0, n / 7)), order[n]);
    }
    Moment third =
        watched(setup, 1).keySet().stream()
            .filter(moment -> moment.at().equals(new Point(0, 3)))
            .findFirst()
            .orElseThrow();
    assertEquals(sum / 21, third.trainCost(), 1e-12);
  }
}
