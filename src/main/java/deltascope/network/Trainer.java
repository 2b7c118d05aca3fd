package deltascope.network;

import static deltascope.algebra.Quantity.COST;

import deltascope.algebra.Memory;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Split;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Trains by the very equations that a walk shows, a batch at a time. A thread that is interrupted
 * stops before its next batch, with a {@link CancellationException}.
 */
public final class Trainer {
  private static final int FIRST_LOOK = 10_000;

  private final Setup setup;
  private final Digits train;
  private final int size;
  private final Samples samples;
  private final Pass pass;

  /**
   * @param limit how many of the training samples are used, the first so many
   */
  public Trainer(Setup setup, Digits train, int limit) {
    this.setup = setup;
    this.train = train;
    this.size = Math.min(limit, train.size());
    this.samples = DigitSamples.of(train, Split.TRAIN, setup.net().inputs());
    this.pass = new Pass(setup, samples);
  }

  /**
   * What a scenario's walk begins with, and what its checks look at: the start, trained for the
   * scenario's epochs on all training samples.
   */
  public static Memory trained(Scenario scenario, Dataset dataset) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    if (scenario.epochs() > 0) {
      new Trainer(setup, dataset.train(), Integer.MAX_VALUE).run(memory, scenario.epochs());
    }
    return setup.stateOf(memory);
  }

  /** Trains for so many epochs from the memory given, which is changed. */
  public void run(Memory memory, int epochs) {
    for (int epoch = 1; epoch <= epochs; epoch++) {
      runEpoch(memory, epoch);
    }
  }

  /** Trains from the start and reports every epoch, the state before the first included. */
  public void run(int epochs, Digits test, Consumer<Epoch> listener) {
    long begun = System.nanoTime();
    Memory memory = setup.start();
    Samples exam = DigitSamples.of(test, Split.TEST, setup.net().inputs());
    double trainCost = Evaluation.of(setup, memory, samples, Math.min(size, FIRST_LOOK)).cost();
    for (int epoch = 0; epoch <= epochs; epoch++) {
      if (epoch > 0) {
        trainCost = runEpoch(memory, epoch);
      }
      Evaluation now = Evaluation.of(setup, memory, exam, test.size());
      double seconds = (System.nanoTime() - begun) / 1e9;
      listener.accept(
          new Epoch(epoch, now.accuracy(), now.cost(), trainCost, now.predicted(), seconds));
    }
  }

  /** The mean cost of the samples as they were met. */
  private double runEpoch(Memory memory, int epoch) {
    Equations equations = setup.equations().asRun();
    setup.startEpoch(memory);
    int[] order = equations.trainingOrder(train, size, epoch);
    int batchSize = equations.batchSize(setup.batch());
    double cost = 0;
    for (int from = 0; from < size; from += batchSize) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("nobody waits for this training any more");
      }
      int[] batch = Arrays.copyOfRange(order, from, Math.min(from + batchSize, size));
      cost += costOf(memory, batch);
    }
    return cost / size;
  }

  private double costOf(Memory memory, int[] batch) {
    double[] cost = {0};
    pass.runBatch(
        memory,
        batch,
        List.of(batch.length),
        (live, block, batchEnds) -> {
          pass.runBlock(live, block, batchEnds);
          cost[0] += live.get(COST.of(0)).sumOfColumns().at(0, 0);
        });
    return cost[0];
  }
}
