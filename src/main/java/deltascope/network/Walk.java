package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.math.ShapeMismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Sample after sample through one setup, with an update after every batch, to any position.
 *
 * <p>A walk remembers some states between batches, so that the next sample need not start from the
 * first. What it shows is the same whatever it remembers. Safe for any number of threads.
 */
public final class Walk {
  /** States remembered at most, and at most this many numbers in all of them. */
  private static final int MAX_STATES = 16;

  private static final long MAX_NUMBERS = 1_000_000;

  private final Setup setup;
  private final int[] order;
  private final DataStages dataStages;
  private final int batchSize;
  private final Pass pass;
  private final TreeMap<Integer, Memory> states = new TreeMap<>();
  private final int maxStates;

  /**
   * A walk in the order that the equations give.
   *
   * @param start the memory before the first sample; the walk keeps a copy
   */
  public Walk(Setup setup, Samples samples, Memory start) {
    this(setup, samples, setup.equations().stages().stream().map(samples::order).toList(), start);
  }

  /**
   * A walk through chosen samples.
   *
   * @param order position → sample
   */
  public Walk(Setup setup, Samples samples, int[] order, Memory start) {
    this(setup, samples, Collections.nCopies(setup.equations().stages().size(), order), start);
  }

  private Walk(Setup setup, Samples samples, List<int[]> orders, Memory start) {
    this.setup = setup;
    this.order = orders.get(orders.size() - 1).clone();
    this.dataStages = new DataStages(setup.equations(), samples, orders);
    this.batchSize = setup.equations().asRun().batchSize(setup.batch());
    this.pass = new Pass(setup, samples);
    this.states.put(0, setup.stateOf(start));
    long fit = MAX_NUMBERS / (3 * setup.net().parameters());
    this.maxStates = (int) Math.max(2, Math.min(MAX_STATES, fit));
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
    Objects.checkIndex(position, order.length);
    int number = position / batchSize;
    int[] batch = batch(number);
    int place = position % batchSize;
    Memory memory = setup.stateOf(stateBefore(number));
    List<Integer> shown = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    int[] done = {0};
    int[] column = {0};
    List<Integer> singles = Collections.nCopies(batch.length, 1);
    pass.runBatch(
        memory,
        batch,
        singles,
        (live, block, batchEnds) -> {
          int from = done[0];
          done[0] += block.length;
          if (place >= done[0]) {
            asFarAsItGoes(() -> pass.runBlock(live, block, batchEnds));
            return true;
          }
          column[0] = place - from;
          Arrays.stream(block).forEach(shown::add);
          Recorder recorder = new Recorder(block.length == 1);
          recorder.record(live, pass.instructions(batchEnds));
          int first = position - place + from;
          int[] positions = IntStream.range(first, first + block.length).toArray();
          steps.addAll(dataStages.compared(recorder.steps(), positions));
          return false;
        });
    return new Trace(
        position, setup.net(), shown, column[0], number, place, batch.length, steps, memory);
  }

  /** Where shapes do not fit, a program stops: the samples after it meet what it left. */
  private static void asFarAsItGoes(Runnable lines) {
    try {
      lines.run();
    } catch (ShapeMismatch stopped) {
      // The trace of such a sample says so, in its last step.
    }
  }

  private int[] batch(int number) {
    int from = number * batchSize;
    return Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
  }

  private synchronized Memory stateBefore(int number) {
    Map.Entry<Integer, Memory> known = states.floorEntry(number);
    if (known.getKey() == number) {
      return known.getValue();
    }
    Memory memory = setup.stateOf(known.getValue());
    for (int k = known.getKey(); k < number; k++) {
      int[] batch = batch(k);
      asFarAsItGoes(() -> pass.runBatch(memory, batch));
    }
    remember(number, memory);
    return memory;
  }

  /** The first state stays; of the others the one furthest back goes when there are too many. */
  private void remember(int number, Memory state) {
    states.put(number, state);
    if (states.size() > maxStates) {
      Integer furthest = states.higherKey(0);
      states.remove(furthest == number ? states.lastKey() : furthest);
    }
  }
}
