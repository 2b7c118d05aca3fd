package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Training: the same on every machine, and it learns. */
class TrainerTest {
  private static final Digits DIGITS = Some.digits(230, 11);

  private static Setup setup(Activation output, Cost cost) {
    return Some.setup("49-12-10", Activation.TANH, output, cost, 42, 7);
  }

  /** All weights' and biases' bits in one number. */
  private static long checksum(Setup setup, Memory memory) {
    long sum = 17;
    for (Layer l : setup.net().layers()) {
      for (double x : memory.get(l.weights()).rowMajor()) {
        sum = 31 * sum + Double.doubleToLongBits(x);
      }
      for (double x : memory.get(l.biases()).rowMajor()) {
        sum = 31 * sum + Double.doubleToLongBits(x);
      }
    }
    return sum;
  }

  private static Memory trained(Setup setup) {
    Memory memory = setup.start();
    new Trainer(setup, DIGITS, Integer.MAX_VALUE).run(memory, 3);
    return memory;
  }

  @Test
  void aTrainedNetworkHasTheSameBitsOnEveryMachine() {
    Setup tanh = setup(Activation.TANH, Cost.SQUARED_ERROR);
    assertEquals(TANH_BITS, checksum(tanh, trained(tanh)));
    Setup softmax = setup(Activation.SOFTMAX, Cost.CROSS_ENTROPY);
    assertEquals(SOFTMAX_BITS, checksum(softmax, trained(softmax)));
  }

  private static final long TANH_BITS = -4607648150919732779L;
  private static final long SOFTMAX_BITS = -3687320864460554485L;

  @Test
  void anyNumberOfThreadsTrainTheSame() {
    Setup setup = setup(Activation.TANH, Cost.SQUARED_ERROR);
    Set<Long> sums = new HashSet<>();
    IntStream.range(0, 12)
        .parallel()
        .mapToObj(i -> checksum(setup, trained(setup)))
        .toList()
        .forEach(sums::add);
    assertEquals(1, sums.size());
  }

  @Test
  void anInterruptedThreadStopsBeforeItsNextBatch() {
    Setup setup = setup(Activation.TANH, Cost.SQUARED_ERROR);
    Memory memory = setup.start();
    long before = checksum(setup, memory);
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          CancellationException.class,
          () -> new Trainer(setup, DIGITS, Integer.MAX_VALUE).run(memory, 1));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(before, checksum(setup, memory));
  }

  @Test
  void theReportedEpochsAreThoseOfTheTrainedNetwork() {
    Setup setup = setup(Activation.SOFTMAX, Cost.CROSS_ENTROPY);
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(setup, DIGITS, 200).run(3, DIGITS, epochs::add);
    assertEquals(List.of(0, 1, 2, 3), epochs.stream().map(Epoch::epoch).toList());
    Memory memory = setup.start();
    Trainer trainer = new Trainer(setup, DIGITS, 200);
    trainer.run(memory, 3);
    Evaluation end = Evaluation.of(setup, memory, Some.samples(setup, DIGITS), 230);
    assertEquals(end.accuracy(), epochs.get(3).testAccuracy());
    assertEquals(end.cost(), epochs.get(3).testCost());
    for (Epoch epoch : epochs) {
      assertEquals(230, epoch.predicted().stream().mapToInt(Integer::intValue).sum());
      assertTrue(epoch.seconds() >= 0);
    }
  }

  @Test
  void trainingLearnsItsOwnSamplesByHeart() {
    Setup setup = setup(Activation.TANH, Cost.SQUARED_ERROR);
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(setup, DIGITS, 20).run(100, DIGITS, epochs::add);
    Memory memory = setup.start();
    new Trainer(setup, DIGITS, 20).run(memory, 100);
    Evaluation own = Evaluation.of(setup, memory, Some.samples(setup, DIGITS), 20);
    assertEquals(100.0, own.accuracy());
    assertTrue(epochs.get(100).trainCost() < epochs.get(1).trainCost() / 10);
  }

  @Test
  void anEpochTakesEverySampleOnceInAnOrderOfItsOwn() {
    Textbook textbook = new Textbook(Cost.SQUARED_ERROR, Init.XAVIER, 9);
    int[] one = textbook.trainingOrder(DIGITS, 230, 1);
    int[] two = textbook.trainingOrder(DIGITS, 230, 2);
    for (int[] order : List.of(one, two)) {
      assertEquals(230, IntStream.of(order).distinct().count());
      assertEquals(0, IntStream.of(order).min().orElseThrow());
      assertEquals(229, IntStream.of(order).max().orElseThrow());
    }
    assertTrue(IntStream.range(0, 230).filter(i -> one[i] == two[i]).count() < 10);
  }

  @Test
  void theMeanCostIsThatOfTheSamplesOneByOne() {
    Setup setup = setup(Activation.TANH, Cost.SQUARED_ERROR);
    Memory start = setup.start();
    double sum = 0;
    for (int n = 0; n < 230; n++) {
      Walk untrained = new Walk(setup, Some.samples(setup, DIGITS), new int[] {n}, start);
      sum += Some.result(untrained.trace(0), EquationId.COST, 0).at(0, 0);
    }
    Evaluation all = Evaluation.of(setup, setup.start(), Some.samples(setup, DIGITS), 230);
    assertEquals(sum / 230, all.cost(), 1e-12);
  }
}
