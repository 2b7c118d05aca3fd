package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page for notebooks names those that there are, and its command for Java ones does what it
 * says.
 */
class NotebookPageTest {
  private static final Path PAGE = Path.of("docs", "notebooks.md");
  private static final Path NOTEBOOKS = Path.of("lessons", "notebooks");

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  @Test
  void everyNotebookIsInTheTableAndNoOther() throws IOException {
    List<String> named =
        found("\n\\| `([a-z0-9-]+)` \\| [a-z]").stream()
            .filter(name -> name.contains("-"))
            .sorted()
            .toList();
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".ipynb"))
              .map(name -> name.replace(".ipynb", ""))
              .sorted()
              .toList(),
          named);
    }
  }

  @Test
  void theKernelIsInstalledAndTakenAwayByCommand(@TempDir Path jupyter) {
    Path spec = jupyter.resolve("kernels").resolve("deltascope").resolve("kernel.json");
    assertEquals(0, CommandLineInterface.run("kernel", "install", "--jupyter", jupyter.toString()));
    assertTrue(Files.isRegularFile(spec));
    assertEquals(
        0, CommandLineInterface.run("kernel", "uninstall", "--jupyter", jupyter.toString()));
    assertTrue(Files.notExists(spec));
    assertEquals(1, CommandLineInterface.run("kernel", "run", "no-such-file"));
  }
}
