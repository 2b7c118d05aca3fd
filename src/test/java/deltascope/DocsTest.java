package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import deltascope.Document.Found;
import deltascope.bench.Pictures;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Story;
import deltascope.checks.Checks;
import deltascope.web.page.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there, and what they say of the program is so. */
class DocsTest {
  private static final List<Document> DOCUMENTS = Document.all();

  /** What stands behind a fence: how its text is held to the program. */
  private static final Set<String> KINDS =
      Set.of("sh", "http", "python", "java", "json", "nginx", "markdown", "text");

  /** Documents in which bold words are the words of a page. */
  private static final Set<String> GUIDES = Set.of("student.md", "instructor.md");

  private static final int MOST_BYTES = 200_000;

  @Test
  void everyFenceSaysWhatItIs() {
    Document.found(Document::fences)
        .forEach(fence -> assertTrue(KINDS.contains(fence.kind()), fence.where() + fence.kind()));
    Document.fences("text")
        .flatMap(Commands::in)
        .forEach(
            line -> {
              assertFalse(
                  Commands.isOne(line.text()), line.where() + " is a command: " + line.text());
              assertFalse(line.text().contains(Addresses.USUAL), line.where());
            });
  }

  @Test
  void whatIsQuotedOfTheProgramStandsInIt() {
    Document.fences("java")
        .filter(fence -> !fence.text().startsWith("package "))
        .forEach(fence -> assertTrue(Sources.have(fence.text()), fence.where()));
  }

  @Test
  void whatIsCalledJsonIsJson() throws IOException {
    for (Found fence : Document.fences("json").toList()) {
      assertFalse(new ObjectMapper().readTree(fence.text()).isMissingNode(), fence.where());
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (Document document : DOCUMENTS) {
      for (Found link : document.links()) {
        URI target = URI.create(link.text());
        if (target.isAbsolute()) {
          assertTrue(link.text().matches("https?://.+"), link.where());
          continue;
        }
        Path file =
            target.getPath().isEmpty()
                ? document.file()
                : document.file().resolveSibling(target.getPath()).normalize();
        assertTrue(Files.exists(file), link.where() + " " + link.text());
        if (target.getFragment() != null) {
          assertTrue(
              Document.read(file).anchors().contains(target.getFragment()),
              link.where() + " " + link.text());
        }
      }
    }
  }

  @Test
  void everyDocumentCanBeFoundFromTheReadme() {
    Set<Path> found = new TreeSet<>();
    reach(Path.of("README.md"), found);
    DOCUMENTS.forEach(
        document -> assertTrue(found.contains(document.file()), document.file() + ""));
  }

  private static void reach(Path file, Set<Path> found) {
    if (Files.isRegularFile(file) && found.add(file) && file.toString().endsWith(".md")) {
      for (Found link : Document.read(file).links()) {
        if (!link.text().contains(":")) {
          reach(file.resolveSibling(link.text().split("#")[0]).normalize(), found);
        }
      }
    }
  }

  @Test
  void whatIsBoldInAGuideStandsOnAPage() throws IOException {
    Properties phrases = new Properties();
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("words.properties"))) {
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Pattern said =
        Pattern.compile(
            phrases.stringPropertyNames().stream()
                .map(phrases::getProperty)
                .filter(phrase -> phrase.replaceAll("\\{\\w+}", "").matches(".*\\p{L}{3}.*"))
                .map(phrase -> "\\Q" + phrase.replaceAll("\\{\\w+}", "\\\\E.+\\\\Q") + "\\E")
                .collect(Collectors.joining("|")));
    DOCUMENTS.stream()
        .filter(document -> GUIDES.contains(document.file().getFileName().toString()))
        .flatMap(document -> document.strong().stream())
        .forEach(
            bold ->
                assertTrue(said.matcher(bold.text()).matches(), bold.where() + " " + bold.text()));
  }

  @Test
  void everyPictureIsMadeAndShownAndSmall() throws IOException {
    Path pictures = Path.of("docs", "pictures");
    Set<String> shown =
        DOCUMENTS.stream()
            .flatMap(
                document ->
                    document.links().stream()
                        .map(link -> document.file().resolveSibling(link.text()).normalize())
                        .filter(link -> link.startsWith(pictures)))
            .map(link -> link.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> made = new TreeSet<>();
    Pictures.names().forEach(name -> made.add(name + ".png"));
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.list(pictures)) {
      for (Path file : files.toList()) {
        there.add(file.getFileName().toString());
        assertTrue(Files.size(file) <= MOST_BYTES, file + ": " + Files.size(file));
      }
    }
    assertEquals(made, there);
    assertEquals(made, shown);
  }

  @Test
  void theReadmeCountsAsTheProgramDoes() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Map<Integer, String> spelled =
        Map.of(44, "Forty-four", 16, "Sixteen", 13, "Thirteen", 9, "Nine");
    assertTrue(readme.contains(spelled.get(Catalogue.bugs().size()) + " bugs**"), "bugs");
    assertTrue(readme.contains(spelled.get(Checks.checks().size()) + " checks**"), "checks");
    assertTrue(readme.contains(spelled.get(Story.all().size()) + " stories.**"), "stories");
    try (Stream<Path> lessons = Files.list(Path.of("lessons"))) {
      int count = (int) lessons.filter(file -> file.toString().endsWith(".md")).count();
      assertTrue(readme.contains(spelled.get(count) + " lessons**"), count + " lessons");
    }
  }
}
