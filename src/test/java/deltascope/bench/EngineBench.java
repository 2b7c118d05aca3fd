package deltascope.bench;

import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.network.DigitSamples;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Walk;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** What the engine alone needs for one sample: forward, backward, accumulation and update. */
final class EngineBench {
  private static final int WARM_UP = 5_000;
  private static final int RUNS = 2_000;

  private EngineBench() {}

  static void run() {
    Dataset made = new Library(Path.of("none")).get("made");
    run(made, "2", "without the batch's end");
    run(made, "1", "with update and reset");
  }

  private static void run(Dataset made, String batch, String which) {
    Scenario scenario =
        ScenarioReader.stepping("made", Catalogue::variation)
            .read(Map.of("net", "784-30-10", "batch", batch));
    DigitSamples samples = DigitSamples.of(made.train(), scenario.split(), 784);
    int[] order = IntStream.range(0, samples.size()).toArray();
    Walk walk = new Walk(scenario.setup(), samples, order, scenario.setup().start());
    double[] micros = new double[RUNS];
    int steps = 0;
    for (int i = -WARM_UP; i < RUNS; i++) {
      long begin = System.nanoTime();
      steps += walk.trace(0).steps().size();
      if (i >= 0) {
        micros[i] = (System.nanoTime() - begin) / 1e3;
      }
    }
    Report.row(
        "Engine, one trace at 784-30-10 %s (%d steps)".formatted(which, steps / (WARM_UP + RUNS)),
        Report.format(
            "%.0f µs (median of %,d, p99 %.0f)",
            Report.median(micros), RUNS, Report.percentile(micros, 99)),
        "≤ 150 µs");
  }
}
