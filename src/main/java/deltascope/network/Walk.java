package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.math.ShapeMismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Sample after sample through one setup, with an update after every batch, to any position.
 *
 * <p>A walk remembers some states between batches, so that the next sample need not start from the
 * first. What it shows is the same whatever it remembers. Safe for any number of threads.
 */
public final class Walk {
  /** States remembered at most, and at most this many numbers in all of them. */
  private static final int MAX_STATES = 64;

  private static final long MAX_NUMBERS = 600_000;

  /** As many numbers would fill what a state takes for its rows, matrices and names. */
  private static final long OBJECTS = 300;

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
    this(setup, samples, orders(setup, samples), start, true);
  }

  /**
   * One that leaves its weights alone, as a network is not taught by its test: every batch finds
   * those that the walk began with, and the samples come as they lie.
   */
  public static Walk still(Setup setup, Samples samples, Memory start) {
    int[] order = samples.order(setup.equations().textbook());
    return new Walk(setup, samples, inAllStages(setup, order), start, false);
  }

  /**
   * The walk of a scenario, whichever sample it is at.
   *
   * @param digits its split, as it is in the data
   */
  public static Walk of(Scenario scenario, Digits digits, Memory start) {
    Setup setup = scenario.setup();
    Samples samples = samples(scenario, digits);
    return scenario.learns() ? new Walk(setup, samples, start) : still(setup, samples, start);
  }

  private static Samples samples(Scenario scenario, Digits digits) {
    return DigitSamples.of(digits, scenario.split(), scenario.net().inputs());
  }

  /**
   * A walk through chosen samples.
   *
   * @param order position → sample; not to be changed any more
   */
  public Walk(Setup setup, Samples samples, int[] order, Memory start) {
    this(setup, samples, inAllStages(setup, order), start, true);
  }

  private static List<int[]> inAllStages(Setup setup, int[] order) {
    return Collections.nCopies(setup.equations().stages().size(), order);
  }

  /** The order of every stage; those that are alike are one array. */
  private static List<int[]> orders(Setup setup, Samples samples) {
    List<int[]> orders = new ArrayList<>();
    for (Equations stage : setup.equations().stages()) {
      int[] order = samples.order(stage);
      orders.add(orders.stream().filter(one -> Arrays.equals(one, order)).findAny().orElse(order));
    }
    return orders;
  }

  private Walk(Setup setup, Samples samples, List<int[]> orders, Memory start, boolean learns) {
    this.setup = setup;
    this.order = orders.get(orders.size() - 1);
    this.dataStages = new DataStages(setup.equations(), samples, orders);
    this.batchSize = setup.equations().asRun().batchSize(setup.batch());
    this.learns = learns;
    this.pass = new Pass(setup, samples);
    this.states.put(0, setup.stateOf(start));
    long fit = MAX_NUMBERS / stateSize(setup);
    this.maxStates = (int) Math.max(2, Math.min(MAX_STATES, fit));
  }

  /**
   * How many numbers it may come to hold: the states that it remembers, and its orders, two of
   * whose are as large as one. The textbook's order belongs to the digits.
   */
  public long numbers() {
    long ordered = dataStages.orders().stream().distinct().skip(1).count() * order.length;
    return maxStates * (stateSize(setup) + OBJECTS) + ordered / 2;
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

  /**
   * The whole pass of a scenario's sample, a drawn one in its place where one was drawn. Up to its
   * batch all was learned without it.
   *
   * @param digits those that this walk, the scenario's, goes through
   * @throws IndexOutOfBoundsException past the end
   */
  public Trace trace(Scenario scenario, Digits digits) {
    return scenario.drawn() == null
        ? trace(scenario.sample())
        : trace(scenario.sample(), samples(scenario, scenario.drawnAmong(digits)));
  }

  private Trace trace(int position, Samples others) {
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
