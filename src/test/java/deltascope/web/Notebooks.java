package deltascope.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The notebooks of the lessons, and Jupyter to run them from top to bottom. */
final class Notebooks {
  static final Path FOLDER = Path.of("lessons", "notebooks");

  /** At a time: each is a process of Jupyter's, a kernel, and work for the server. */
  private static final int AT_A_TIME = 2;

  private Notebooks() {}

  /** Those of a language, such as "python", by name. */
  static List<Path> of(String language) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .filter(file -> language(file).equals(language))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String language(Path file) {
    try {
      return Json.mapper().readTree(file.toFile()).at("/metadata/kernelspec/language").asText();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether Jupyter is on this machine, and can run notebooks. */
  static boolean haveJupyter() throws InterruptedException {
    try {
      return Python.run(Path.of("."), Map.of(), "jupyter", "nbconvert", "--version").status() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /**
   * Runs them, and leaves what they showed in the folder.
   *
   * @param environment what their kernels see beside the usual
   * @return of each that failed, what Jupyter said
   */
  static List<String> failures(List<Path> notebooks, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Map<String, String> own = new HashMap<>();
    // Nothing of the user's own Jupyter: no configuration, no history, no kernels.
    for (String name : List.of("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")) {
      own.put(name, Files.createDirectories(folder.resolve(name)).toAbsolutePath().toString());
    }
    own.put("IPYTHONDIR", folder.resolve("ipython").toAbsolutePath().toString());
    own.put("MPLCONFIGDIR", folder.resolve("matplotlib").toAbsolutePath().toString());
    own.putAll(environment);
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Callable<String>> runs = new ArrayList<>();
      notebooks.forEach(notebook -> runs.add(() -> failure(notebook, folder, own)));
      List<String> failures = new ArrayList<>();
      for (Future<String> run : workers.invokeAll(runs)) {
        if (!run.get().isEmpty()) {
          failures.add(run.get());
        }
      }
      return failures;
    } catch (ExecutionException broken) {
      throw new AssertionError(broken.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static String failure(Path notebook, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Python.Ended ended =
        Python.run(
            Path.of("."),
            environment,
            "jupyter",
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--ExecutePreprocessor.timeout=240",
            notebook.toString(),
            "--output-dir",
            folder.toString());
    return ended.status() == 0 ? "" : notebook + ":\n" + ended.said();
  }
}
