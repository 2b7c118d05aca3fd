package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.math.ShapeMismatch;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Sample after sample through one setup, with an update after every batch, to any position. A
 * network is not taught by its test: there every batch finds the weights that the walk began with.
 *
 * <p>A walk remembers some states between batches, so that the next sample need not start from the
 * first. What it shows is the same whatever it remembers. Safe for any number of threads.
 */
public final class Walk {
  /** States remembered at most, and at most this many numbers in all of them. */
  private static final int MAX_STATES = 64;

  private static final long MAX_NUMBERS = 600_000;

  private final Setup setup;
  private final int[] order;
  private final DataStages dataStages;
  private final int batchSize;
  private final boolean learns;
  private final Pass pass;
  private final TreeMap<Integer, Memory> states = new TreeMap<>();
  private final int maxStates;

  /** Of the batches that are passed, every so manieth is remembered. */
  private int stride = 1;

  /**
   * A walk in the order that the equations give.
   *
   * @param start the memory before the first sample; the walk keeps a copy
   */
  public Walk(Setup setup, Samples samples, Memory start) {
    this(
        setup,
        samples,
        setup.equations().stages().stream().map(samples::order).toList(),
        start,
        true);
  }

  /** One that leaves its weights alone, and takes the samples as they lie. */
  public static Walk still(Setup setup, Samples samples, Memory start) {
    int[] order = IntStream.range(0, samples.size()).toArray();
    return new Walk(
        setup,
        samples,
        Collections.nCopies(setup.equations().stages().size(), order),
        start,
        false);
  }

  /**
   * A walk through chosen samples.
   *
   * @param order position → sample
   */
  public Walk(Setup setup, Samples samples, int[] order, Memory start) {
    this(
        setup, samples, Collections.nCopies(setup.equations().stages().size(), order), start, true);
  }

  private Walk(Setup setup, Samples samples, List<int[]> orders, Memory start, boolean learns) {
    this.setup = setup;
    this.order = orders.get(orders.size() - 1).clone();
    this.dataStages = new DataStages(setup.equations(), samples, orders);
    this.batchSize = setup.equations().asRun().batchSize(setup.batch());
    this.learns = learns;
    this.pass = new Pass(setup, samples);
    this.states.put(0, setup.stateOf(start));
    long fit = MAX_NUMBERS / stateSize(setup);
    this.maxStates = (int) Math.max(2, Math.min(MAX_STATES, fit));
  }

  /** How many numbers the states hold that it may come to remember. */
  public long numbers() {
    return maxStates * stateSize(setup);
  }

  /** Weights and accumulators; the zeros are the same in all. */
  private static long stateSize(Setup setup) {
    return 2L * setup.net().parameters();
  }

  /** How many positions there are. */
  public int size() {
    return order.length;
  }

  /**
   * The whole pass of the sample at {@code position}, 0 … size − 1.
   *
   * @throws IndexOutOfBoundsException past the end
   */
  public Trace trace(int position) {
    return from(position).next();
  }

  /** Which sample is at {@code position}. */
  public int sampleAt(int position) {
    return order[position];
  }

  /**
   * The whole pass of the sample at {@code position}, where that one is taken from others. Up to
   * its batch all was learned from this walk's own.
   *
   * @throws IndexOutOfBoundsException past the end
   */
  public Trace trace(int position, Samples others) {
    int number = Objects.checkIndex(position, order.length) / batchSize;
    Walk other = new Walk(setup, others, dataStages.orders(), startOf(number), learns);
    other.remember(learns ? number : 0, startOf(number));
    return other.trace(position);
  }

  /**
   * The passes of the samples at {@code position} and after it, one by one.
   *
   * @throws IndexOutOfBoundsException past the end
   */
  public Course from(int position) {
    Objects.checkIndex(position, order.length);
    return new Course(this, position);
  }

  Architecture net() {
    return setup.net();
  }

  Pass pass() {
    return pass;
  }

  DataStages dataStages() {
    return dataStages;
  }

  int batchSize() {
    return batchSize;
  }

  /** The memory at the start of a batch, the caller's own. */
  Memory startOf(int number) {
    return setup.stateOf(stateBefore(number));
  }

  /** Where shapes do not fit, a program stops: the samples after it meet what it left. */
  static void asFarAsItGoes(Runnable lines) {
    try {
      lines.run();
    } catch (ShapeMismatch stopped) {
      // The trace of such a sample says so, in its last step.
    }
  }

  /** The samples of a batch. */
  int[] batch(int number) {
    int from = number * batchSize;
    return Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
  }

  private synchronized Memory stateBefore(int number) {
    return stateAfter(learns ? number : 0);
  }

  private Memory stateAfter(int number) {
    Map.Entry<Integer, Memory> known = states.floorEntry(number);
    if (known.getKey() == number) {
      return known.getValue();
    }
    Memory memory = setup.stateOf(known.getValue());
    for (int k = known.getKey(); k < number; k++) {
      int[] batch = batch(k);
      asFarAsItGoes(() -> pass.runBatch(memory, batch));
      if ((k + 1) % stride == 0 && k + 1 < number) {
        remember(k + 1, setup.stateOf(memory));
      }
    }
    remember(number, memory);
    return memory;
  }

  /**
   * States evenly spread, and the last one asked for. When there are too many, every other one
   * goes: the way to any batch stays short from one of them.
   */
  private void remember(int number, Memory state) {
    states.put(number, state);
    forget(number);
    while (states.size() > maxStates) {
      stride *= 2;
      forget(number);
    }
  }

  private void forget(int number) {
    states.keySet().removeIf(key -> key % stride != 0 && key != number);
  }
}
