package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Memory;
import deltascope.algebra.Numeral;
import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue's hardest bugs, sketched as wrappers of the equations: the engine needs no change
 * for any of them, and each leaves the number it is known by.
 */
class HardestBugsTest {
  private static final Digits DIGITS = Some.digits(24, 2);
  private static final int M = 4;

  private static Setup setup(String net, UnaryOperator<Equations> bug) {
    return Some.setup(
        net,
        Activation.TANH,
        Activation.TANH,
        Cost.SQUARED_ERROR,
        6,
        M,
        List.of(new Variation("bug", bug)));
  }

  private static Setup setup(UnaryOperator<Equations> bug) {
    return setup("16-3-3-10", bug);
  }

  private static Setup right() {
    return setup(equations -> equations);
  }

  /** Stepping through all batches leaves what training leaves, bugs included. */
  private static void stepsAsItTrains(Setup setup) {
    Walk walk = Some.walk(setup, DIGITS);
    for (int samples = M; samples <= 24; samples += M) {
      Memory stepped = walk.trace(samples - 1).after();
      Memory trained = Some.trained(setup, DIGITS, samples);
      for (Layer l : setup.net().layers()) {
        for (Ref name : List.of(l.weights(), l.biases(), l.weightSum(), l.biasSum())) {
          double[] numbers = trained.get(name).rowMajor();
          assertArrayEquals(numbers, stepped.get(name).rowMajor(), 1e-11, name + " " + samples);
        }
      }
    }
  }

  private static void near(Matrix expected, Matrix shown, String what) {
    assertArrayEquals(expected.rowMajor(), shown.rowMajor(), 1e-13, what);
  }

  /** A function of test code, that only has to compute. */
  private record Computed(String title, UnaryOperator<Matrix> rule) implements Function {
    @Override
    public Matrix apply(List<Matrix> arguments) {
      return rule.apply(arguments.get(0));
    }

    @Override
    public boolean elementwise() {
      return false;
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      return Maths.row(Maths.words(title), Maths.fenced(arguments.get(0)));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.join(title + "(", arguments.get(0), ")");
    }

    @Override
    public Code java(List<Code> arguments) {
      return numpy(arguments);
    }
  }

  // Accumulators.

  /** `updates = templates`: two names for one object. */
  private static UnaryOperator<Equations> sharedBuffer() {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Statement resetWeights(Layer l) {
            return l.weightSum().becomes(l.weightZeros());
          }

          @Override
          public Statement resetBiases(Layer l) {
            return l.biasSum().becomes(l.biasZeros());
          }
        };
  }

  @Test
  void aSharedBufferIsNeverReset() {
    Setup setup = setup(sharedBuffer());
    Walk walk = Some.walk(setup, DIGITS);
    Matrix sum = Matrix.zeros(3, 16);
    for (int n = 0; n < 24; n++) {
      Trace trace = walk.trace(n);
      sum.add(Some.result(trace, EquationId.WEIGHT_GRADIENT, 1));
      Matrix shown = Some.result(trace, EquationId.ACCUMULATE_WEIGHTS, 1);
      near(sum, shown, "U is the sum of all gradients since the start");
      if (trace.batchEnds()) {
        Step reset = Some.step(trace, EquationId.RESET_WEIGHTS, 1);
        assertTrue(reset.result().norm() > 0, "the zeros are none");
        assertEquals(List.of("bug"), reset.acting());
        Layer l = reset.call().layer();
        assertSame(trace.after().get(l.weightSum()), trace.after().get(l.weightZeros()));
      }
    }
    stepsAsItTrains(setup);
  }

  /** The same, and `updates *= eta` at the batch's end. */
  @Test
  void aSharedAndRescaledBufferIsAMomentumInDisguise() {
    UnaryOperator<Equations> rescaled =
        right ->
            new EquationsWrapper(sharedBuffer().apply(right)) {
              @Override
              public Statement updateWeights(Layer l, Expr rate) {
                return right
                    .updateWeights(l, rate)
                    .replacing(rate.scaling(l.weightSum()), l.weightSum())
                    .afterRescaling(l.weightSum(), Parameter.ETA);
              }

              @Override
              public Statement updateBiases(Layer l, Expr rate) {
                return right
                    .updateBiases(l, rate)
                    .replacing(rate.scaling(l.biasSum()), l.biasSum())
                    .afterRescaling(l.biasSum(), Parameter.ETA);
              }
            };
    Setup setup = setup(rescaled);
    Walk walk = Some.walk(setup, DIGITS);
    Matrix u = Matrix.zeros(3, 16);
    for (int n = 0; n < 24; n++) {
      Trace trace = walk.trace(n);
      u = u.plus(Some.result(trace, EquationId.WEIGHT_GRADIENT, 1));
      if (trace.batchEnds()) {
        u = u.scaled(setup.eta());
        Step update = Some.step(trace, EquationId.UPDATE_WEIGHTS, 1);
        Layer l = update.call().layer();
        near(update.operand(l.weights()).minus(u), update.result(), "W − U");
        near(u, Some.result(trace, EquationId.RESET_WEIGHTS, 1), "η (U before + g)");
        assertNotNull(update.expected());
      }
    }
    stepsAsItTrains(setup);
  }

  /** U = g in place of U += g. */
  @Test
  void theLastSampleAloneCounts() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement accumulateWeights(Layer l) {
                return l.weightSum().becomes(l.weightGradient());
              }

              @Override
              public Statement accumulateBiases(Layer l) {
                return l.biasSum().becomes(l.biasGradient());
              }

              @Override
              public List<Integer> blocks(List<Integer> wanted) {
                return singles(right.blocks(wanted));
              }
            };
    Setup setup = setup(bug);
    Trace trace = Some.walk(setup, DIGITS).trace(M - 1);
    Step update = Some.step(trace, EquationId.UPDATE_WEIGHTS, 2);
    Matrix gradient = Some.result(trace, EquationId.WEIGHT_GRADIENT, 2);
    assertTrue(gradient.sameValues(update.operand(update.call().layer().weightSum())));
    stepsAsItTrains(setup);
  }

  private static List<Integer> singles(List<Integer> blocks) {
    return Collections.nCopies(blocks.stream().mapToInt(Integer::intValue).sum(), 1);
  }

  /** `[[0] * cols] * rows`: one row object n times. */
  @Test
  void sharedRowsAllGetTheSumOfAll() {
    Function oneRow =
        new Computed(
            "one row",
            like -> {
              double[][] rows = new double[like.rows()][];
              java.util.Arrays.fill(rows, new double[like.cols()]);
              return Matrix.onRows(rows);
            });
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement resetWeights(Layer l) {
                return l.weightSum().becomes(new Applied(oneRow, l.weightZeros()));
              }
            };
    Setup setup = setup(bug);
    Walk walk = Some.walk(setup, DIGITS);
    for (int batch = 0; batch < 3; batch++) {
      Trace first = walk.trace(batch * M);
      Matrix gradient = Some.result(first, EquationId.WEIGHT_GRADIENT, 2);
      Matrix shared = Some.result(first, EquationId.ACCUMULATE_WEIGHTS, 2);
      double[] all = gradient.sumOfRows().row(0);
      for (int i = 0; i < shared.rows(); i++) {
        assertArrayEquals(all, shared.row(i), 1e-15, "row " + i);
      }
      assertNotNull(Some.step(first, EquationId.ACCUMULATE_WEIGHTS, 2).result());
    }
    stepsAsItTrains(setup);
  }

  // The order of the walk.

  /** Each layer is updated before the δ below it is formed. */
  @Test
  void updatedWeightsAreUsedOnTheWayDown() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public List<Call> schedule(Architecture net, boolean batchEnds) {
                return batchEnds ? eager(right.schedule(net, true)) : right.schedule(net, false);
              }

              @Override
              public List<Integer> blocks(List<Integer> wanted) {
                return singles(right.blocks(wanted));
              }
            };
    Setup setup = setup(bug);
    Trace trace = Some.walk(setup, DIGITS).trace(M - 1);
    Step below = Some.step(trace, EquationId.HIDDEN_ERROR, 2);
    Step update = Some.step(trace, EquationId.UPDATE_WEIGHTS, 3);
    assertTrue(update.index() < below.index());
    assertSame(update.result(), below.operand(below.call().layer().weightsAbove()));
    assertEquals(Some.walk(right(), DIGITS).trace(M - 1).steps().size(), trace.steps().size());
    stepsAsItTrains(setup);
  }

  /** Every accumulate and update as soon as its layer's gradient is there. */
  private static List<Call> eager(List<Call> calls) {
    List<Call> eager = new ArrayList<>();
    for (Call call : calls) {
      Phase phase = call.equation().phase();
      if (phase == Phase.ACCUMULATE || phase == Phase.UPDATE && !reset(call)) {
        continue;
      }
      eager.add(call);
      if (call.equation() == EquationId.BIAS_GRADIENT) {
        calls.stream()
            .filter(c -> c.layer().equals(call.layer()) && !reset(c))
            .filter(
                c ->
                    c.equation().phase() == Phase.ACCUMULATE
                        || c.equation().phase() == Phase.UPDATE)
            .forEach(eager::add);
      }
    }
    return eager;
  }

  private static boolean reset(Call call) {
    return call.equation() == EquationId.RESET_WEIGHTS
        || call.equation() == EquationId.RESET_BIASES;
  }

  @Test
  void aFrozenFirstLayerStaysAsItWasDrawn() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public List<Call> schedule(Architecture net, boolean batchEnds) {
                return right.schedule(net, batchEnds).stream()
                    .filter(
                        c ->
                            c.layer().index() > 1
                                || c.equation().phase() != Phase.UPDATE
                                || reset(c))
                    .toList();
              }
            };
    Setup setup = setup(bug);
    Memory after = Some.trained(setup, DIGITS, 24);
    Memory start = setup.start();
    Layer first = setup.net().layer(1);
    assertTrue(start.get(first.weights()).sameValues(after.get(first.weights())));
    assertTrue(start.get(first.biases()).sameValues(after.get(first.biases())));
    assertFalse(
        start
            .get(setup.net().layer(2).weights())
            .sameValues(after.get(setup.net().layer(2).weights())));
    stepsAsItTrains(setup);
  }

  /** The forward pass is run again for every layer: only slower. */
  @Test
  void aForwardPassRunAgainCostsProductsAndChangesNothing() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public List<Call> schedule(Architecture net, boolean batchEnds) {
                List<Call> calls = right.schedule(net, batchEnds);
                List<Call> longer = new ArrayList<>();
                for (Call call : calls) {
                  if (call.equation() == EquationId.HIDDEN_ERROR) {
                    calls.stream()
                        .filter(c -> c.equation().phase() == Phase.FORWARD)
                        .forEach(longer::add);
                  }
                  longer.add(call);
                }
                return longer;
              }
            };
    Trace slow = Some.walk(setup(bug), DIGITS).trace(5);
    Trace quick = Some.walk(right(), DIGITS).trace(5);
    long extra = slow.steps().stream().filter(s -> s.equation() == EquationId.WEIGHTED_SUM).count();
    assertEquals(3 + 2 * 3, extra);
    for (Layer l : right().net().layers()) {
      assertTrue(quick.after().get(l.weights()).sameValues(slow.after().get(l.weights())));
    }
  }

  // Batches.

  /** Softmax over the samples of the batch: each class's column adds up to 1, not each sample's. */
  @Test
  void softmaxOverTheWrongAxisHoldsABatchTogether() {
    Function wrongAxis =
        new Computed(
            "softmax over samples",
            z -> Activation.SOFTMAX.value().apply(List.of(z.transposed())).transposed());
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement activation(Layer l) {
                return l.last() ? l.a().is(new Applied(wrongAxis, l.z())) : right.activation(l);
              }

              @Override
              public List<Integer> blocks(List<Integer> wanted) {
                return List.of(wanted.stream().mapToInt(Integer::intValue).sum());
              }
            };
    Setup setup = setup(bug);
    Walk walk = Some.walk(setup, DIGITS);
    for (int n = M; n < 2 * M; n++) {
      Trace trace = walk.trace(n);
      assertEquals(List.of(4, 5, 6, 7), trace.samples());
      assertEquals(n - M, trace.column());
      assertTrue(trace.batchEnds() == (n == 2 * M - 1) || trace.steps().size() > 0);
      Matrix a = Some.result(trace, EquationId.ACTIVATION, 3);
      assertEquals("10 × 4", a.shape());
      for (double sum : a.sumOfColumns().rowMajor()) {
        assertEquals(1, sum, 1e-14, "over the samples");
      }
      assertNotEquals(1, a.sumOfRows().at(0, 0), 1e-3);
    }
    stepsAsItTrains(setup);
  }

  @Test
  void aBatchSizeThatIsIgnoredIsAlwaysTheSame() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public int batchSize(int asked) {
                return 6;
              }
            };
    Walk walk = Some.walk(setup(bug), DIGITS);
    List<Integer> ends =
        IntStream.range(0, 24).filter(n -> walk.trace(n).batchEnds()).boxed().toList();
    assertEquals(List.of(5, 11, 17, 23), ends);
  }

  // Data.

  /** Only the labels are shuffled, and only where the network learns. */
  @Test
  void shuffledLabelsGoWithOtherPictures() {
    int[] shuffled = Randomness.permutation(Randomness.stream(1, "labels", 0), 24);
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public int labelFor(Digits digits, Split split, int sample) {
                return split == Split.TRAIN
                    ? shuffled[sample]
                    : right.labelFor(digits, split, sample);
              }
            };
    Setup setup = setup(bug);
    Walk walk = Some.walk(setup, DIGITS);
    int wrong = 0;
    for (int n = 0; n < 24; n++) {
      Matrix y = Some.result(walk.trace(n), EquationId.TARGET, 0);
      assertEquals(1, y.at(DIGITS.label(shuffled[n]), 0));
      wrong += y.at(DIGITS.label(n), 0) == 1 ? 0 : 1;
      Step input = Some.step(walk.trace(n), EquationId.INPUT, 0);
      assertTrue(input.acting().isEmpty());
    }
    assertTrue(wrong > 15, "labels that are wrong: " + wrong);
    Memory memory = setup.start();
    DigitSamples exam = DigitSamples.of(DIGITS, Split.TEST, 16);
    exam.load(memory, setup.equations().asRun(), new int[] {5});
    assertEquals(DIGITS.label(5), memory.get(deltascope.algebra.Quantity.LABEL.of(0)).at(0, 0));
  }

  /** The whole row is divided by 255, its label too. */
  @Test
  void aScaledLabelMakesEveryPictureAZero() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Expr label(Split split) {
                Expr scaled = right.label(split).over(new Numeral(255));
                return split == Split.TRAIN
                    ? new Applied(new Computed("int", m -> m.map(Math::floor)), scaled)
                    : right.label(split);
              }
            };
    Setup setup = setup(bug);
    for (int n = 0; n < 8; n++) {
      Step target = Some.step(Some.walk(setup, DIGITS).trace(n), EquationId.TARGET, 0);
      assertEquals(1, target.result().at(0, 0));
      assertEquals(DIGITS.label(n) == 0, target.expected() == null);
    }
  }

  @Test
  void weightsThatAreDrawnAnewForgetEveryEpochButTheLast() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public List<Statement> epochStart(List<Statement> initial) {
                return initial;
              }
            };
    Setup setup = setup(bug);
    Trainer trainer = new Trainer(setup, DIGITS, 24);
    Memory forgetful = setup.start();
    trainer.run(forgetful, 5);
    Memory lastOnly = setup.start();
    setup.startEpoch(lastOnly);
    int[] order = setup.equations().asRun().trainingOrder(DIGITS, 24, 5);
    new Pass(setup, Some.samples(setup, DIGITS)).runAll(lastOnly, order);
    for (Layer l : setup.net().layers()) {
      assertTrue(lastOnly.get(l.weights()).sameValues(forgetful.get(l.weights())));
    }
  }

  // Shapes.

  private static UnaryOperator<Equations> notTransposed() {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Statement hiddenError(Layer l, Expr slope) {
            return right
                .hiddenError(l, slope)
                .replacing(l.weightsAbove().transposed(), l.weightsAbove());
          }
        };
  }

  @Test
  void weightsNotTransposedGoUnnoticedWhereTheyAreSquare() {
    Trace trace = Some.walk(setup("16-10-10", notTransposed()), DIGITS).trace(0);
    Step step = Some.step(trace, EquationId.HIDDEN_ERROR, 1);
    assertNull(step.failure());
    assertNotNull(step.expected());
    assertEquals(
        "\\delta^{1} = W^{2} \\delta^{2} \\odot \\varphi' \\left(z^{1}\\right)",
        step.line().formula().latex());
    stepsAsItTrains(setup("16-10-10", notTransposed()));
  }

  @Test
  void weightsNotTransposedAreAShapeErrorInWordsElsewhere() {
    Walk walk = Some.walk(setup(notTransposed()), DIGITS);
    for (int n : new int[] {0, 1, M - 1, M, 23}) {
      Trace trace = walk.trace(n);
      Step last = trace.steps().get(trace.steps().size() - 1);
      assertEquals(EquationId.HIDDEN_ERROR, last.equation());
      assertEquals(2, last.layer());
      assertNull(last.result());
      assertNotNull(last.expected());
      assertEquals(
          "shapes (10 × 3) · (10 × 1) do not fit: the columns of the first must equal the rows of"
              + " the second",
          last.failure());
    }
  }

  // Evaluation.

  @Test
  void argmaxOverSamplesIsCountedAndNotACrash() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement predictedClass(Layer output) {
                return right
                    .predictedClass(output)
                    .with(
                        new Applied(
                            new Computed("argmax over samples", HardestBugsTest::overSamples),
                            output.a()));
              }
            };
    Setup setup = setup(bug);
    Digits many = Some.digits(40, 3);
    Evaluation wrong = Evaluation.of(setup, setup.start(), Some.samples(setup, many), 40);
    assertTrue(wrong.accuracy() < 50, "" + wrong.accuracy());
    assertTrue(wrong.predicted().stream().mapToInt(Integer::intValue).sum() <= 40);
  }

  /** One answer a class: which of the samples has the largest output. */
  private static Matrix overSamples(Matrix outputs) {
    Matrix winners = Matrix.zeros(1, outputs.rows());
    for (int k = 0; k < outputs.rows(); k++) {
      int best = 0;
      for (int j = 1; j < outputs.cols(); j++) {
        best = outputs.at(k, j) > outputs.at(k, best) ? j : best;
      }
      winners.row(0)[k] = best;
    }
    return winners;
  }

  /** η/m → 30 η/m: numbers are made of numbers in listings too. */
  @Test
  void aRateIsAPartThatEveryUpdateUses() {
    UnaryOperator<Equations> bug =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Expr averaging() {
                return right
                    .averaging()
                    .replacing(Parameter.ETA, new Numeral(30).scaling(Parameter.ETA));
              }
            };
    Trace trace = Some.walk(setup(bug), DIGITS).trace(M - 1);
    Step update = Some.step(trace, EquationId.UPDATE_WEIGHTS, 1);
    assertEquals(List.of("bug"), update.acting());
    assertEquals(List.of("bug"), Some.step(trace, EquationId.UPDATE_BIASES, 3).acting());
    assertEquals(
        "W^{1} \\leftarrow W^{1} - \\frac{30 \\eta}{m} \\Sigma W^{1}",
        update.line().formula().latex());
    assertEquals(
        "W[1] = W[1].minus(sumW[1].scaled(30 * eta / m));", update.line().plainJava().text());
    assertEquals("W[1] = W[1] - 30 * eta / m * sumW[1]", update.line().plainNumpy().text());
  }
}
