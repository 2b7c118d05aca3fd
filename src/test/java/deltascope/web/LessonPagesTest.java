package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.bugs.Catalogue;
import deltascope.lessons.Lesson;
import deltascope.lessons.LessonFiles;
import deltascope.lessons.Lessons;
import deltascope.lessons.Part;
import deltascope.lessons.SampleLessons;
import deltascope.math.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered under /lessons and /lesson/…, where there is no MNIST. */
class LessonPagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

  private static final Pattern NUMBER_IN_A_CELL = Pattern.compile("<td[^>]*>(<a [^>]*>)?[^<]");

  @TempDir private static Path folder;
  private static Server server;

  @BeforeAll
  static void start() throws IOException {
    for (String name : Set.of("01-sample.md", "02-second.md")) {
      Files.copy(SampleLessons.FOLDER.resolve(name), folder.resolve(name));
    }
    server =
        Server.start(
            new ServerOptions(
                ServerOptions.LOOPBACK,
                0,
                Path.of("none"),
                folder.resolve("mystery.key"),
                folder,
                Set.of()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> ids() {
    return all().readable().stream().map(Lesson::id);
  }

  private static String page(String path) {
    Asked answer = Asked.get(server, path);
    assertEquals(200, answer.status(), () -> path + ": " + answer.text());
    return answer.text();
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  private static Set<String> addresses(String page) {
    Set<String> addresses = new TreeSet<>();
    Matcher link = LINK.matcher(main(page));
    while (link.find()) {
      addresses.add(link.group(1).replace("&amp;", "&").replaceFirst("#.*", ""));
    }
    return addresses;
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyAddressOfALessonOpens(String id) {
    for (String path : addresses(page("/lesson/" + id))) {
      Asked answer = Asked.get(server, path);
      boolean sealed = path.startsWith("/lesson/" + id + "/mystery");
      assertEquals(sealed ? 303 : 200, answer.status(), () -> path + ": " + answer.text());
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void theKeyHasEveryTaskOfTheLesson(String id) {
    Lesson lesson = lesson(id);
    String key = page("/lesson/" + id + "/key");
    lesson
        .tasks()
        .forEach(
            task -> {
              boolean there = key.contains(">" + task.id() + "</h2>");
              assertTrue(there || key.contains("class=\"missing\""), task.id());
            });
  }

  /** A question of one number among many does not print them. */
  @ParameterizedTest
  @MethodSource("ids")
  void whatIsAskedOfErrorsAndGradientsStandsInNoCell(String id) {
    String page = page("/lesson/" + id);
    for (Part part : lesson(id).parts()) {
      if (part instanceof Part.Predict predict && predict.cell() != null) {
        boolean answers = predict.cell().tensor().name().matches("a\\d");
        boolean hidden = predict.cell().hidden();
        assertTrue(answers || hidden, id + ": " + predict.id());
        int begin = page.indexOf("id=\"" + predict.id() + "\"");
        String shown = page.substring(begin, page.indexOf("<div class=\"verdict\"", begin));
        assertEquals(hidden, !NUMBER_IN_A_CELL.matcher(shown).find(), predict.id());
        for (String way : List.of("/api/tensor", "/step/table", "<td class=\"v")) {
          assertEquals(hidden, !shown.contains(way), predict.id() + ": " + way);
        }
      }
    }
  }

  private static Lesson lesson(String id) {
    return all().readable().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static Lessons all() {
    return Lessons.of(LessonFiles.own(), LessonFiles.in(SampleLessons.FOLDER));
  }

  @Test
  void theOverviewSaysWhatALessonTakes() {
    String page = page("/lessons");
    assertTrue(page.contains("<a href=\"/lesson/sample\">A sample</a>"), page);
    assertTrue(page.contains("5 min"));
    assertTrue(page.contains("You have met every kind of block."));
    assertTrue(page.contains("data-tasks=\"first-answer largest-answer sign-of-delta which-bug"));
  }

  /** The numbers as the API has them. */
  @Test
  void theNumbersAreThoseOfTheWalk() {
    JsonNode trace =
        TraceJson.parse(Asked.get(server, "/api/trace?data=made&net=16-3-10&init=normal&sample=4"));
    double z = trace.get("steps").get(2).get("result").get("values").get(1).asDouble();
    double a = trace.get("steps").get(3).get("result").get("values").get(1).asDouble();
    String page = page("/lesson/sample");
    assertTrue(page.contains("data-tex=\"z^1_2 = %.3f\"".formatted(z)), page);
    assertTrue(page.contains("id=\"first-answer\""));
    assertTrue(page.contains("data-answer=\"" + a + "\" data-within=\"0.02\""), page);
    assertEquals(a, Math.tanh(z), 1e-15);
  }

  @Test
  void aPageInTheLessonStandsAlone() {
    String page = page("/lesson/sample?theme=dark");
    assertTrue(page.contains("<iframe loading=\"lazy\" title=\"A step of the walk: The weighted"));
    Matcher frame = Pattern.compile("src=\"(/step[^\"]*)\"").matcher(page);
    assertTrue(frame.find());
    String inside = page(frame.group(1).replace("&amp;", "&"));
    assertTrue(inside.contains("data-look=\"embed\"") && inside.contains("data-theme=\"dark\""));
    assertFalse(inside.contains("<header class=\"top\""), "nothing stands around it");
    Matcher next = Pattern.compile("href=\"([^\"]*)\" data-move=\"next\"").matcher(inside);
    assertTrue(next.find());
    assertTrue(next.group(1).contains("step=3") && next.group(1).contains("look=embed"));
    Asked answer = Asked.get(server, "/step?data=made");
    String policy = answer.header("Content-Security-Policy");
    assertTrue(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'self'"));
  }

  @Test
  void onlyTheChecksThatAreNamedAreShown() {
    String page = page("/checks?data=made&net=16-3-10&only=gradient-check,tiny-step");
    assertEquals(3, page.split("<article class=\"check\"").length);
    assertEquals(400, Asked.get(server, "/checks?only=nonsense").status());
  }

  @Test
  void whatTheLastLessonAsksAgainIsAskedAtTheStart() {
    String page = page("/lesson/second");
    assertTrue(page.contains("id=\"again-sample-first-answer\""), "as the lesson says");
    // The lessons of the clone stand between; those of the sample are asked where it is the last.
    String next = page("/lesson/sample");
    int body = next.indexOf("<div class=\"prose\">");
    assertEquals(-1, next.indexOf("id=\"again-sample-", body), "nothing of its own");
  }

  @Test
  void withoutMnistItsPartsAreLeftOutInOneSentence() {
    String page = page("/lesson/second");
    assertTrue(page.contains("Some numbers of this lesson come from MNIST, which is not here"));
    assertTrue(page.contains("<span class=\"num missing\">?</span>"));
    assertTrue(page.contains("This part needs MNIST, which is not here."), page);
    assertFalse(page.contains("<iframe"), "nothing that could not open");
  }

  @Test
  void aSealedCaseIsNotInThePage() {
    String page = page("/lesson/sample");
    String hunt = page.substring(page.indexOf("id=\"hunt\""));
    assertFalse(hunt.substring(0, hunt.indexOf("<footer")).contains("error-sign"));
    Asked one = Asked.get(server, "/lesson/sample/mystery?task=hunt");
    Asked other = Asked.get(server, "/lesson/sample/mystery?task=hunt");
    assertEquals(303, one.status());
    String there = one.header("Location");
    assertTrue(there.contains("mystery=") && there.contains("lesson=sample/hunt"), there);
    assertFalse(there.equals(other.header("Location")), "sealed afresh");
    String walk = page(there.substring(there.indexOf("/step")));
    assertFalse(walk.contains("error-sign"));
    assertTrue(walk.contains("href=\"/lesson/sample#hunt\""), "and a way back");
    assertTrue(page("/lesson/sample/key").contains("<b>" + title() + "</b>"), "the key tells");
  }

  private static String title() {
    return Catalogue.bug("error-sign").title();
  }

  @Test
  void whatIsTriedIsComputed() {
    String path = "/api/lesson/sample/try?task=find-eta&eta=";
    JsonNode small = TraceJson.parse(Asked.get(server, path + "0.1"));
    JsonNode large = TraceJson.parse(Asked.get(server, path + "30"));
    JsonNode trace =
        TraceJson.parse(
            Asked.get(
                server, "/api/trace?data=made&net=16-3-10&init=normal&batch=1&sample=5&eta=30"));
    double cost = trace.get("steps").get(6).get("result").get("values").get(0).asDouble();
    assertEquals("%.3f".formatted(cost), large.get("now").asText());
    assertTrue(large.get("done").asBoolean() && !small.get("done").asBoolean());
    Asked refused = Asked.get(server, path + "29");
    assertEquals(400, refused.status());
    assertTrue(refused.text().contains("eta is 29, expected one of 0.01, 0.03"), refused.text());
    assertEquals(400, Asked.get(server, "/api/lesson/sample/try?task=nothing").status());
    String without = page("/lesson/sample?try=find-eta&eta=30");
    assertTrue(without.contains("<output>%.3f</output>".formatted(cost)), "without scripts too");
  }

  @Test
  void whatStandsAroundALessonIsInTheReadersLanguage() {
    assertTrue(page("/lessons?lang=de").contains("<h1>Ein kurzer Kurs</h1>"));
    String page = page("/lesson/sample?lang=de");
    assertTrue(
        page.contains("<html lang=\"de\"") && page.contains("<div class=\"body\" lang=\"en\""));
    assertTrue(page.contains("Deine Antwort") && !page.contains("Your answer"), page);
    assertTrue(page.contains("src=\"/step?lang=de&amp;data=made"), "the pages in it too");
    assertTrue(page("/lesson/sample/key?lang=de").contains("Lösungen"));
  }

  @Test
  void whatIsNotThereIsNotThere() {
    assertEquals(404, Asked.get(server, "/lesson/nothing").status());
    assertEquals(404, Asked.get(server, "/lesson/nothing/key").status());
  }

  @Test
  void aFileShowsAsItIsSaved() throws IOException {
    Path file = folder.resolve("77-fresh.md");
    String text = Files.readString(SampleLessons.FOLDER.resolve("02-second.md"));
    Files.writeString(file, text.replace("A second", "A fresh one"));
    assertTrue(page("/lesson/fresh").contains("<h1 lang=\"en\">A fresh one</h1>"));
    Files.writeString(file, text.replace("A second", "Another one, as it was saved"));
    assertTrue(page("/lesson/fresh").contains("<h1 lang=\"en\">Another one, as it was saved"));
    Files.writeString(file, text.replace("{{mn.C}}", "{{mn.Q}}, longer"));
    Asked broken = Asked.get(server, "/lesson/fresh");
    assertEquals(500, broken.status());
    assertTrue(broken.text().contains("77-fresh.md, line 8: {{mn.Q}}"), broken.text());
    assertTrue(page("/lessons").contains("77-fresh.md, line 8"), "the overview says so as well");
    Files.delete(file);
    assertEquals(404, Asked.get(server, "/lesson/fresh").status());
  }

  @Test
  void aFolderThatIsNotThereIsRefusedAtTheStart() {
    Path nowhere = folder.resolve("nowhere");
    ServerOptions options =
        new ServerOptions(
            ServerOptions.LOOPBACK,
            0,
            Path.of("none"),
            folder.resolve("mystery.key"),
            nowhere,
            Set.of());
    var refused = assertThrows(Refused.class, () -> Server.start(options));
    assertTrue(refused.getMessage().startsWith("lessons is " + nowhere), refused.getMessage());
  }
}
