package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.data.Split;
import deltascope.math.ShapeMismatch;
import deltascope.network.DigitSamples;
import deltascope.network.Layer;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import deltascope.network.Walk;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The trainer, which takes samples by batches, and the stepper, which takes them one by one, come
 * to the same weights after any number of batches, whatever the bug.
 */
class SteppingIsTrainingTest {
  private static final Digits DIGITS = Library.made(150);
  private static final int SIZE = 131;

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void inTheFirstEpoch(Bug bug) {
    Random random = new Random(bug.id().hashCode());
    for (int batch : new int[] {1 + random.nextInt(6), 7 + random.nextInt(30)}) {
      compare(bug, batch, Point.START);
    }
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void inLaterEpochs(Bug bug) {
    Random random = new Random(~bug.id().hashCode());
    compare(bug, 2 + random.nextInt(6), new Point(1, 1));
  }

  private static void compare(Bug bug, int batch, Point from) {
    Scenario scenario = Home.of(bug, "net=16-10-10-10").bugged().inBatchesOf(batch);
    Setup setup = scenario.setup();
    Trainer trainer = new Trainer(setup, DIGITS, SIZE);
    Memory start = setup.start();
    Memory trained = setup.stateOf(start);
    try {
      trainer.run(trained, Point.START, from);
    } catch (ShapeMismatch stops) {
      return; // It stops in its first batch: inTheFirstEpoch sees where.
    }
    Walk walk = walk(setup, trainer, setup.stateOf(trained), from);
    int m = setup.equations().asRun().batchSize(batch);
    for (int k = from.batches() + 1; k <= trainer.batchesPerEpoch(); k++) {
      int last = Math.min((k - from.batches()) * m, walk.size()) - 1;
      try {
        trainer.run(trained, new Point(from.epochs(), k - 1), new Point(from.epochs(), k));
      } catch (ShapeMismatch stops) {
        assertNotNull(walk.trace(0).steps().get(walk.trace(0).steps().size() - 1).failure());
        return;
      }
      Memory stepped = walk.trace(last).after();
      for (Layer l : setup.net().layers()) {
        for (Ref name : List.of(l.weights(), l.biases(), l.weightSum(), l.biasSum())) {
          double[] expected = stepped.get(name).rowMajor();
          double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
          assertArrayEquals(
              expected,
              trained.get(name).rowMajor(),
              1e-12 * (size > 1 && size < Double.MAX_VALUE ? size : 1),
              bug.id() + ": " + name.name() + " after " + k + " batches of " + m);
        }
      }
    }
  }

  /** Sample after sample in the order that training takes them, from that point on. */
  private static Walk walk(Setup setup, Trainer trainer, Memory start, Point from) {
    int m = setup.equations().asRun().batchSize(setup.batch());
    int[] order =
        setup
            .equations()
            .asRun()
            .trainingOrder(DIGITS, trainer.samplesPerEpoch(), from.epochs() + 1);
    int[] rest = Arrays.copyOfRange(order, from.batches() * m, order.length);
    DigitSamples samples = DigitSamples.of(DIGITS, Split.TRAIN, setup.net().inputs());
    return new Walk(setup, samples, rest, start);
  }
}
