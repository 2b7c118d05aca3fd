package deltascope.network;

import static deltascope.algebra.Quantity.COST;

import deltascope.algebra.Memory;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.math.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Trains by the very equations that a walk shows, a batch at a time. A thread that is interrupted
 * stops before its next batch, with a {@link CancellationException}.
 */
public final class Trainer {
  private final Setup setup;
  private final Digits train;
  private final int size;
  private final int batchSize;
  private final Samples samples;
  private final Pass pass;

  /**
   * @param limit how many of the training samples are used, the first so many
   */
  public Trainer(Setup setup, Digits train, int limit) {
    this.setup = setup;
    this.train = train;
    this.size = Math.min(limit, train.size());
    this.batchSize = setup.equations().asRun().batchSize(setup.batch());
    this.samples = DigitSamples.of(train, Split.TRAIN, setup.net().inputs());
    this.pass = new Pass(setup, samples);
  }

  /**
   * What a scenario's walk begins with, and what its checks look at: the start, trained as far as
   * the scenario says.
   *
   * @throws Refused (parameter {@code batches}) where an epoch has fewer
   */
  public static Memory trained(Scenario scenario, Dataset dataset) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    if (!scenario.untrained()) {
      new Trainer(setup, dataset.train(), scenario.limit())
          .run(memory, Point.START, scenario.trained());
    }
    return setup.stateOf(memory);
  }

  /**
   * Who sees a training as it goes, on the thread that trains: while it waits, so does training.
   */
  public interface Watcher {
    /** Before anything else: a first impression, of some of the test digits before training. */
    default void glimpsed(Moment moment) {}

    /** After a batch; {@code samples} have been met in all. */
    default void trained(long samples) {}

    /**
     * Before training, several times within the first epoch, and at every epoch's end.
     *
     * @param state weights and accumulators at that moment, to be kept but not changed
     */
    void saw(Moment moment, Memory state);
  }

  /** How many samples an epoch has. */
  public int samplesPerEpoch() {
    return size;
  }

  /** How many batches an epoch has, the last of them perhaps smaller. */
  public int batchesPerEpoch() {
    return (size + batchSize - 1) / batchSize;
  }

  /** Trains for so many epochs from the memory given, which is changed. */
  public void run(Memory memory, int epochs) {
    run(memory, Point.START, Point.afterEpochs(epochs));
  }

  /**
   * Trains on from one point to a later one, which changes the memory given.
   *
   * @throws Refused (parameter {@code batches}) where an epoch has fewer
   */
  public void run(Memory memory, Point from, Point to) {
    go(memory, reached(from), reached(to), (at, met, mean, before) -> {});
  }

  /** Trains from the start and reports every epoch, the state before the first included. */
  public void run(int epochs, Digits test, Consumer<Epoch> listener) {
    long begun = System.nanoTime();
    watched(
        epochs,
        test,
        Set.of(),
        (moment, state) -> listener.accept(Epoch.of(moment, (System.nanoTime() - begun) / 1e9)));
  }

  /** Trains from the start while somebody watches. */
  public void watch(int epochs, Digits test, Watcher watcher) {
    watcher.glimpsed(new Look(setup, samples, size, test).glimpse(setup.start()));
    watched(epochs, test, Look.within(batchesPerEpoch()), watcher);
  }

  private void watched(int epochs, Digits test, Set<Integer> within, Watcher watcher) {
    Memory memory = setup.start();
    Look look = new Look(setup, samples, size, test);
    watcher.saw(look.start(memory), setup.stateOf(memory));
    go(
        memory,
        Point.START,
        Point.afterEpochs(epochs),
        (at, met, mean, before) -> {
          watcher.trained(met);
          if (at.batches() == 0 || at.epochs() == 0 && within.contains(at.batches())) {
            Moment moment = look.at(at, met, memory, before, mean);
            watcher.saw(moment, setup.copyOf(memory));
          }
        });
  }

  /** Told after every batch. */
  @FunctionalInterface
  private interface Progress {
    void came(Point at, long samples, double meanCost, List<Matrix> before);
  }

  private void go(Memory memory, Point from, Point to, Progress progress) {
    for (int epoch = from.epochs(); epoch <= to.epochs(); epoch++) {
      int first = epoch == from.epochs() ? from.batches() : 0;
      int last = epoch == to.epochs() ? to.batches() : batchesPerEpoch();
      if (first < last) {
        goOn(memory, epoch, first, last, progress);
      }
    }
  }

  /** Trains batches {@code first} … {@code last} − 1 of the epoch after {@code epochs}. */
  private void goOn(Memory memory, int epochs, int first, int last, Progress progress) {
    if (first == 0) {
      setup.startEpoch(memory);
    }
    Workspace workspace = new Workspace();
    int[] order = setup.equations().asRun().trainingOrder(train, size, epochs + 1);
    double cost = 0;
    for (int n = first; n < last; n++) {
      mustGoOn();
      int from = n * batchSize;
      int to = Math.min(from + batchSize, size);
      List<Matrix> before = setup.weights(memory);
      cost += costOf(memory, Arrays.copyOfRange(order, from, to), workspace);
      boolean whole = n + 1 == batchesPerEpoch();
      Point at = whole ? Point.afterEpochs(epochs + 1) : new Point(epochs, n + 1);
      progress.came(at, (long) epochs * size + to, cost / (to - first * batchSize), before);
    }
  }

  /** Stops the thread's work where it was interrupted. */
  static void mustGoOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for this training any more");
    }
  }

  /**
   * The same point by the name that moments have: all batches of an epoch are the epoch itself.
   *
   * @throws Refused (parameter {@code batches}) where an epoch has fewer
   */
  public Point reached(Point point) {
    int all = batchesPerEpoch();
    if (point.batches() > all) {
      throw new Refused(
          "batches",
          point.batches(),
          "0…%d, as an epoch of %d samples has %d batches of %d"
              .formatted(all, size, all, batchSize));
    }
    return point.batches() == all ? Point.afterEpochs(point.epochs() + 1) : point;
  }

  private double costOf(Memory memory, int[] batch, Workspace workspace) {
    double[] cost = {0};
    Runnable work =
        () ->
            pass.runBatch(
                memory,
                batch,
                List.of(batch.length),
                (live, block, batchEnds) -> {
                  pass.runBlock(live, block, batchEnds);
                  cost[0] += live.get(COST.of(0)).sumOfColumns().at(0, 0);
                });
    workspace.round(setup.living(memory), work);
    return cost[0];
  }
}
