package deltascope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long a user waits for the first page. */
final class StartBench {
  private static final int RUNS = 11;

  private StartBench() {}

  static void run() throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    waitForArchive(here);
    row("Start to home page, built jar", here, "/", "≤ 600 ms");
    row("Start to `/step`, built jar", here, "/step", "");
    fromAClone(here);
  }

  private static void row(String what, Path here, String page, String goal)
      throws IOException, InterruptedException {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      try (Started started = Started.run(here, page)) {
        millis[i] = started.millisToFirstPage;
      }
    }
    Report.row(
        what,
        Report.format(
            "%.0f ms (median of %d; %.0f…%.0f)",
            Report.median(millis),
            RUNS,
            Report.percentile(millis, 0),
            Report.percentile(millis, 100)),
        goal);
  }

  /** The first start of a jar makes the archive beside it, in the background. */
  private static void waitForArchive(Path here) throws IOException, InterruptedException {
    Path archive = here.resolve("target/deltascope.jsa.java");
    try (WatchService watch = archive.getFileSystem().newWatchService()) {
      archive.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Started.run(here, "/").close();
      WatchKey key = null;
      do {
        if (Files.exists(archive)) {
          return;
        }
        key = watch.poll(5, TimeUnit.MINUTES);
      } while (key != null && key.reset());
    }
  }

  /** Clone, build and first page, with Maven's libraries already fetched. */
  private static void fromAClone(Path here) throws IOException, InterruptedException {
    Path clone = Files.createTempDirectory("deltascope-clone");
    try {
      int status =
          new ProcessBuilder(List.of("git", "clone", "-q", here.toString(), clone.toString()))
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        Report.missing("First `./run` from a clone", "git clone failed");
        return;
      }
      try (Started started = Started.run(clone, "/")) {
        Report.row(
            "First `./run` from a clone, libraries fetched before",
            Report.format("%.1f s", started.millisToFirstPage / 1000),
            "");
      }
    } finally {
      delete(clone);
    }
  }

  /** The archive may still be written in the background: what is not deleted now is in /tmp. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | java.io.UncheckedIOException busy) {
      System.err.println("left behind: " + folder);
    }
  }
}
