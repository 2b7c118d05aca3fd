package deltascope.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What tells Jupyter how to start the kernel: a folder with one file.
 *
 * @param folder "kernels/deltascope" in one of Jupyter's data folders
 */
public record KernelSpec(Path folder) {
  private static final String NAME = "deltascope";
  private static final String FILE = "kernel.json";

  /**
   * The kernel's in the user's own Jupyter.
   *
   * @param option Jupyter's data folder, empty for that of the environment or the usual one
   */
  public static KernelSpec in(String option, Map<String, String> environment) {
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String asked = option.isBlank() ? environment.getOrDefault("JUPYTER_DATA_DIR", "") : option;
    Path data =
        !asked.isBlank()
            ? Path.of(asked)
            : system.startsWith("mac")
                ? Path.of(home, "Library", "Jupyter")
                : system.startsWith("windows")
                    ? Path.of(environment.getOrDefault("APPDATA", home), "jupyter")
                    : Path.of(
                        environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share"),
                        "jupyter");
    return new KernelSpec(data.resolve("kernels").resolve(NAME).toAbsolutePath());
  }

  /** Writes it: a kernel started by it is this very program, in this very Java. */
  public void install(Path data) throws IOException {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", command());
    spec.put("display_name", "Java (Deltascope)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", Map.of("DELTASCOPE_DATA", data.toAbsolutePath().toString()));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(FILE),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(spec) + "\n",
        StandardCharsets.UTF_8);
  }

  /** Takes it away; false where there was none. */
  public boolean uninstall() throws IOException {
    boolean there = Files.deleteIfExists(folder.resolve(FILE));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> rest = Files.list(folder)) {
        if (rest.findAny().isEmpty()) {
          Files.delete(folder);
        }
      }
    }
    return there;
  }

  private static List<String> command() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      words.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    words.add("-XX:+UseSerialGC");
    words.add("-Djava.awt.headless=true");
    words.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    words.addAll(List.of("deltascope.Main", "kernel", "run", "{connection_file}"));
    return words;
  }

  /** A notebook is run in a folder of its own. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElse("");
  }
}
