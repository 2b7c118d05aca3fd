package deltascope;

import deltascope.data.Digits;
import deltascope.data.Download;
import deltascope.data.Library;
import deltascope.data.Sheet;
import deltascope.math.Refused;
import deltascope.network.Epoch;
import deltascope.network.ScenarioReader;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code ./run data …}: brings MNIST, and shows and measures the digits there are. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Brings MNIST, and shows and measures the digits there are.")
final class DataCommand {
  private static final int MOST_SAMPLES = 1_000_000;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "",
      scope = ScopeType.INHERIT,
      description = "Where MNIST's files are (default: $DELTASCOPE_DATA, else data/mnist).")
  private String data = "";

  private Path folder() {
    return Library.folder(data, System.getenv());
  }

  @Command(name = "get", description = "Downloads MNIST's four files; what is there is kept.")
  int get() throws IOException {
    Path folder = folder();
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("MNIST")
            .setUnit(" KB", 1024)
            .setUpdateIntervalMillis(100)
            .build()) {
      new Download()
          .into(
              folder,
              (file, bytes, total) -> {
                bar.maxHint(total);
                bar.stepTo(bytes);
                bar.setExtraMessage(file);
              });
    }
    System.out.println("MNIST is in " + folder.toAbsolutePath());
    return 0;
  }

  @Command(
      name = "sheet",
      description = "Writes a picture of 200 made digits, beside 200 of MNIST where it is there.")
  int sheet(@Parameters(paramLabel = "FILE", description = "The PNG file to write.") Path file)
      throws IOException {
    Library library = new Library(folder());
    List<Digits> sets = new ArrayList<>(List.of(library.get("made").train()));
    if (library.ids().contains("mnist")) {
      sets.add(library.get("mnist").train());
    }
    Files.write(file, Sheet.png(sets, 20, 2));
    System.out.println(file + " shows 200 digits of each of " + sets.size() + " data sets");
    return 0;
  }

  @Command(
      name = "quality",
      description = {
        "Trains 784-100-10 (tanh, η = 0.04, m = 20) on made digits alone and prints its accuracy",
        "on MNIST's 10,000 test digits: the measure of the made digits."
      })
  int quality(
      @Option(
              names = "--epochs",
              defaultValue = "5",
              description = "How long to train (default: ${DEFAULT-VALUE}).")
          int epochs,
      @Option(
              names = "--samples",
              defaultValue = "240000",
              description =
                  "How many made digits to train on; the data set is the first 60000 of them"
                      + " (default: ${DEFAULT-VALUE}).")
          int samples) {
    Library library = new Library(folder());
    if (!library.ids().contains("mnist")) {
      throw new Refused(
          "data", folder(), "a folder with MNIST's files: its test digits are the examination");
    }
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new Refused("samples", samples, "1…" + MOST_SAMPLES);
    }
    Setup setup =
        ScenarioReader.training(
                "made",
                id -> {
                  throw new Refused("bugs", id, "none");
                })
            .read(
                Map.of(
                    "net", "784-100-10",
                    "eta", "0.04",
                    "batch", "20",
                    "epochs", Integer.toString(epochs)))
            .setup();
    new Trainer(setup, Library.made(samples), samples)
        .run(epochs, library.get("mnist").test(), DataCommand::print);
    return 0;
  }

  private static void print(Epoch epoch) {
    System.out.printf(
        "epoch %2d: %.2f %% of MNIST's test digits right%n", epoch.epoch(), epoch.testAccuracy());
  }
}
