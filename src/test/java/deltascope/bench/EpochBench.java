package deltascope.bench;

import deltascope.algebra.Memory;
import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Arithmetic;
import deltascope.network.EpochParts;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An epoch of training beside the numpy program a student would write, turn by turn. */
final class EpochBench {
  private static final List<String> NETS = List.of("784-30-10", "784-128-64-10");

  /** Of each run of epochs the first is not counted … */
  private static final int EPOCHS = 4;

  /** … nor are these, before all runs: a JVM compiles what it finds itself doing. */
  private static final int WARM_UP = 8;

  private static final int TURNS = 3;

  private EpochBench() {}

  static void run() throws IOException, InterruptedException {
    Library library = new Library(Library.folder("", System.getenv()));
    String id = library.defaultId();
    Dataset dataset = library.get(id);
    Path folder = Files.createTempDirectory("digits");
    try {
      write(dataset.train(), folder);
      for (String net : NETS) {
        run(net, id, dataset.train(), folder);
        parts(net, id, dataset);
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(EpochBench::delete);
      }
      Files.delete(folder);
    }
  }

  private static void run(String net, String data, Digits train, Path folder)
      throws IOException, InterruptedException {
    double[] ours = new double[TURNS * (EPOCHS - 1)];
    double[] theirs = new double[ours.length];
    String numpy = "";
    epochs(net, data, train, WARM_UP);
    for (int turn = 0; turn < TURNS; turn++) {
      fill(ours, turn, epochs(net, data, train, EPOCHS));
      String[] said =
          Numpy.run("epochs.py", folder.toString(), net, String.valueOf(EPOCHS)).split(" ");
      numpy = said[0];
      if (said.length > 1) {
        fill(theirs, turn, Arrays.stream(said).skip(1).mapToDouble(Double::valueOf).toArray());
      }
    }
    double mine = Report.median(ours);
    String measured =
        numpy.isEmpty()
            ? Report.format("%.3f s; numpy is not here", mine)
            : Report.format(
                "%.3f s, numpy %s %.3f s: ratio %.2f",
                mine, numpy, Report.median(theirs), mine / Report.median(theirs));
    Report.row(
        "Epoch of %s, %,d digits, m = 100, %s".formatted(net, train.size(), Arithmetic.described()),
        measured,
        "ratio ≤ 0.7");
  }

  /** What takes a fiftieth of the epoch and more. */
  private static void parts(String net, String data, Dataset dataset) {
    Map<String, Double> seconds = EpochParts.of(scenario(net, data), dataset, EPOCHS);
    double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    Report.row(
        "Where the epoch of %s goes, line by line".formatted(net),
        seconds.entrySet().stream()
            .filter(part -> part.getValue() > all / 50)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(part -> Report.format("%s %.0f %%", part.getKey(), 100 * part.getValue() / all))
            .collect(Collectors.joining(", ")),
        "");
  }

  private static Scenario scenario(String net, String data) {
    return ScenarioReader.training(data, Catalogue::variation).read(Map.of("net", net));
  }

  private static void fill(double[] all, int turn, double[] seconds) {
    System.arraycopy(seconds, 1, all, turn * (EPOCHS - 1), EPOCHS - 1);
  }

  private static double[] epochs(String net, String data, Digits train, int count) {
    Scenario scenario = scenario(net, data);
    Trainer trainer = new Trainer(scenario.setup(), train, Integer.MAX_VALUE);
    Memory memory = scenario.setup().start();
    double[] seconds = new double[count];
    for (int epoch = 0; epoch < count; epoch++) {
      long begun = System.nanoTime();
      trainer.run(memory, 1);
      seconds[epoch] = (System.nanoTime() - begun) / 1e9;
    }
    return seconds;
  }

  private static void write(Digits digits, Path folder) throws IOException {
    byte[] pixels = new byte[digits.size() * 784];
    byte[] labels = new byte[digits.size()];
    for (int i = 0; i < digits.size(); i++) {
      for (int k = 0; k < 784; k++) {
        pixels[784 * i + k] = (byte) digits.pixel(i, k);
      }
      labels[i] = (byte) digits.label(i);
    }
    Files.write(folder.resolve("pixels"), pixels);
    Files.write(folder.resolve("labels"), labels);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
