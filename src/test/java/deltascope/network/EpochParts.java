package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.data.Dataset;
import deltascope.data.Split;
import deltascope.math.Workspace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where an epoch's time goes: a training whose lines are timed one by one. */
public final class EpochParts {
  private EpochParts() {}

  /** Seconds by the name on a line's left side, reading the digits first; the last of so many. */
  public static Map<String, Double> of(Scenario scenario, Dataset dataset, int epochs) {
    Setup setup = scenario.setup();
    Samples samples = DigitSamples.of(dataset.train(), Split.TRAIN, setup.net().inputs());
    Pass pass = new Pass(setup, samples);
    Memory memory = setup.start();
    setup.startEpoch(memory);
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      seconds.clear();
      Workspace workspace = new Workspace();
      int[] order =
          setup.equations().asRun().trainingOrder(dataset.train(), dataset.train().size(), epoch);
      for (int from = 0; from < order.length; from += setup.batch()) {
        int[] batch = Arrays.copyOfRange(order, from, from + setup.batch());
        workspace.round(setup.living(memory), () -> run(pass, memory, batch, seconds));
      }
    }
    return seconds;
  }

  private static void run(Pass pass, Memory memory, int[] batch, Map<String, Double> seconds) {
    long since = System.nanoTime();
    pass.load(memory, batch, batch.length);
    since = spent(seconds, "digits read", since);
    for (Instruction instruction : pass.instructions(true)) {
      instruction.line().statement().run(memory);
      since = spent(seconds, instruction.line().statement().target().name(), since);
    }
  }

  private static long spent(Map<String, Double> seconds, String what, long since) {
    long now = System.nanoTime();
    seconds.merge(what, (now - since) / 1e9, Double::sum);
    return now;
  }
}
