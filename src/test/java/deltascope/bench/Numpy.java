package deltascope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs in numpy that the benches compare with. */
final class Numpy {
  private static final Path PROGRAMS = Path.of("src/test/python");

  private Numpy() {}

  /** What the program prints; empty where numpy is missing. */
  static String run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("python3", PROGRAMS.resolve(program).toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said.trim() : "";
  }
}
