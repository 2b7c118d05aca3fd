package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as files: what is kept of them is what people wrote. */
class NotebooksTest {
  /** The lessons that have one. */
  private static final List<String> LESSONS =
      List.of(
          "02-forward",
          "05-errors-backwards",
          "06-gradients-and-update",
          "08-checking-a-gradient",
          "09-the-frozen-number",
          "12-good-marks-wrong-derivative");

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Notebooks.FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  private static List<JsonNode> cells(Path notebook) throws IOException {
    List<JsonNode> cells = new ArrayList<>();
    Json.mapper().readTree(notebook.toFile()).get("cells").forEach(cells::add);
    return cells;
  }

  private static String source(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.get("source").forEach(line -> source.append(line.asText()));
    return source.toString();
  }

  @Test
  void theLessonsThatAreForTheKeyboardHaveOne() throws IOException {
    Set<String> names =
        notebooks()
            .map(file -> file.getFileName().toString().replace(".ipynb", ""))
            .collect(Collectors.toSet());
    assertTrue(names.containsAll(LESSONS), names.toString());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void nothingThatARunLeftIsKept(Path notebook) throws IOException {
    for (JsonNode cell : cells(notebook)) {
      if (cell.get("cell_type").asText().equals("code")) {
        assertTrue(cell.get("execution_count").isNull(), cell.toString());
        assertTrue(cell.get("outputs").isEmpty(), cell.toString());
      }
      Set<String> metadata = new HashSet<>();
      cell.get("metadata").fieldNames().forEachRemaining(metadata::add);
      metadata.removeAll(Set.of("jupyter", "tags"));
      assertEquals(Set.of(), metadata);
    }
  }

  /** A name that says what the cell is for survives its being moved; random ones do not. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void everyCellHasANameOfItsOwn(Path notebook) throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode cell : cells(notebook)) {
      String id = cell.path("id").asText();
      assertTrue(id.matches("[a-z0-9]+(-[a-z0-9]+)*") && !id.matches("[0-9a-f]{8}"), id);
      assertTrue(ids.add(id), id + " twice");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void itBeginsWithWhatItTakesAndAsksBeforeItTells(Path notebook) throws IOException {
    List<JsonNode> cells = cells(notebook);
    String title = source(cells.get(0));
    assertTrue(title.startsWith("# "), title);
    assertTrue(title.contains(" minutes.") && title.contains("**Goal:**"), title);
    assertTrue(title.contains("./run"), title);
    for (JsonNode cell : cells) {
      boolean solution = cell.at("/metadata/tags/0").asText().equals("solution");
      assertEquals(solution, cell.at("/metadata/jupyter/source_hidden").asBoolean());
      assertEquals(solution, cell.get("id").asText().endsWith("-one-way"));
      assertFalse(source(cell).isBlank());
    }
  }

  @Test
  void jupytersOwnFormatFindsThemValid() throws Exception {
    Optional<String> python = Python.with("nbformat");
    if (python.isEmpty()) {
      System.out.println("nbformat is not here: only what these tests read of notebooks is tried");
      return;
    }
    List<String> words =
        new ArrayList<>(
            List.of(
                python.get(),
                "-W",
                "error",
                "-c",
                "import sys, nbformat\n"
                    + "for name in sys.argv[1:]:\n"
                    + "    book = nbformat.read(name, as_version=nbformat.NO_CONVERT)\n"
                    + "    assert (book.nbformat, book.nbformat_minor) == (4, 5), name\n"
                    + "    nbformat.validate(book)\n"));
    notebooks().forEach(notebook -> words.add(notebook.toString()));
    Python.Ended ended = Python.run(Path.of("."), Map.of(), words.toArray(String[]::new));
    assertEquals(0, ended.status(), ended.said());
  }
}
