package deltascope.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Python on this machine that has what a test needs. */
public final class Python {
  private static final long PATIENCE_SECONDS = 300;

  private Python() {}

  /** What a program printed, both streams in one, and how it ended. */
  public record Ended(int status, String said) {}

  /** The first that can import all of these: the one in the path, or the system's own. */
  public static Optional<String> with(String... modules) throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      try {
        String imports = "import " + String.join(", ", modules);
        if (run(Path.of("."), Map.of(), python, "-c", imports).status() == 0) {
          return Optional.of(python);
        }
      } catch (IOException absent) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** Runs it to its end, without leaving compiled files behind. */
  public static Ended run(Path folder, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(
            Arrays.toString(words) + " does not end: " + Files.readString(said));
      }
      return new Ended(process.exitValue(), Files.readString(said));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(said);
    }
  }

  /** Folders as Python wants them to look for modules in. */
  public static String path(Path... folders) {
    return Stream.of(folders)
        .map(folder -> folder.toAbsolutePath().toString())
        .reduce((one, other) -> one + ":" + other)
        .orElse("");
  }
}
