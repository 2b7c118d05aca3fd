package deltascope.bench;

import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of Nielsen's <i>Neural Networks and Deep Learning</i>, chapter 1 (784-30-10, sigmoid,
 * quadratic cost, N(0, 1) at the start, η = 3, batches of 10, the first 50,000 digits), which
 * reaches a little over 91 % after an epoch and about 95 % at its best in 30; and the one of
 * chapter 3 with cross-entropy and η = 0.5.
 */
final class PublishedBench {
  private static final int EPOCHS = 30;
  private static final int DIGITS = 50_000;

  private PublishedBench() {}

  static void run() {
    Library library = new Library(Library.folder("", System.getenv()));
    if (!library.defaultId().equals("mnist")) {
      Report.missing("Published results", "MNIST is not here");
      return;
    }
    for (int seed = 1; seed <= 3; seed++) {
      run(library, "half-squared-error", "3", seed, "about 91 %, best about 95 %");
    }
    for (int seed = 1; seed <= 3; seed++) {
      run(library, "cross-entropy", "0.5", seed, "best about 95.5 %");
    }
  }

  private static void run(Library library, String cost, String eta, int seed, String published) {
    Map<String, String> parameters =
        new HashMap<>(
            Map.of("net", "784-30-10", "activation", "sigmoid", "init", "normal", "batch", "10"));
    parameters.putAll(Map.of("cost", cost, "eta", eta, "seed", String.valueOf(seed)));
    Scenario scenario = ScenarioReader.training("mnist", Catalogue::variation).read(parameters);
    Dataset mnist = library.get("mnist");
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(scenario.setup(), mnist.train(), DIGITS).run(EPOCHS, mnist.test(), epochs::add);
    Epoch best = epochs.stream().max(Comparator.comparingDouble(Epoch::testAccuracy)).orElseThrow();
    Report.row(
        "784-30-10, sigmoid, %s, N(0, 1), η = %s, m = 10, seed %d".formatted(cost, eta, seed),
        Report.format(
            "%.2f %% after the first epoch, best %.2f %% after %d; %.0f s for %d",
            epochs.get(1).testAccuracy(),
            best.testAccuracy(),
            best.epoch(),
            epochs.get(EPOCHS).seconds(),
            EPOCHS),
        published);
  }
}
