package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.web.page.Marked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a page says comes from the files of phrases: in a language whose phrases are
 * marked, nothing is read that has no mark.
 */
class TranslatedTest {
  /** Every page, and its states and parts that say something else. */
  private static final List<String> MORE =
      List.of(
          "/",
          "/step",
          "/step?sample=3&step=20&bugs=shared-buffer&batch=2",
          "/step?step=12&bugs=hidden-slope-missing,zero-init&panel=open",
          "/step?net=784-10&output=softmax&cost=cross-entropy&eta=0.5&seed=3",
          "/step?story=momentum&stop=2&batch=2&bugs=shared-buffer-rescaled&sample=1",
          "/step/sections?sample=3",
          "/step/sections?sample=1&batch=2&bugs=shared-rows",
          "/step/sections?net=784-10&output=softmax&cost=cross-entropy",
          "/step/explain?step=2",
          "/step/explain?step=9&unit=3",
          "/step/table?step=2&name=W1&which=operand",
          "/step?predict=yes&step=12&guesses=3v0.1",
          "/step?predict=yes&net=784-10&step=9&guesses=0p,1s3,4v7,9n",
          "/step/sections?predict=yes&guesses=0x,2s1,3s5",
          "/step?drawn=7.lBQDfw",
          "/draw?drawn=7.lBQDfw",
          "/compare?bugs=hidden-slope-missing&step=12",
          "/compare/sections?bugs=shared-buffer&sample=2&batch=2",
          "/compare/explain?bugs=error-sign&step=9",
          "/compare/first",
          "/checks?net=16-8-10&limit=200",
          "/checks?net=16-8-10&limit=200&activation=relu&bugs=gradient-ascent&heat=1",
          "/checks/panel?net=16-8-10&limit=200&bugs=label-scaled",
          "/train?bugs=error-sign",
          "/train?runs=plain/bugs=zero-init;eta=0.3/init=he;batch=10;limit=500",
          "/bugs/label-scaled",
          "/bugs/hidden-slope-missing",
          "/quiz?seed=3&question=2&right=1&answer=yes",
          "/quiz?question=11&right=10",
          "/mystery/make?bugs=error-sign&step=9",
          "/worksheet?x1=1&x2=a",
          "/worksheet?kind=pass&sample=3",
          "/worksheet?kind=backwards&step=3&key=yes",
          "/worksheet?example=2-2-2&kind=pass&key=yes",
          "/worksheet?example=2-2-2&step=0&blanks=1",
          "/nowhere",
          "/step?step=99");

  /** Whose texts are English in every language; LessonPagesTest reads what stands around them. */
  private static final String LESSONS = "/lesson";

  /** Names, which are the same in every language. */
  private static final Set<String> NAMES =
      Set.of(
          "Deltascope", "MNIST", "NaN", "npy", "csv", "json", "tanh", "sigmoid", "relu", "linear");

  /** What was asked for, and what formulas and programs call their quantities and operations. */
  private static final Pattern VOCABULARY =
      Pattern.compile(
          "400 · step|step(?= 99)|/nowhere|gradient.npy|one row for all|one-hot|pixels|label|copy|softmax|ln|(?:sum|zero)[Wb]|Σ[Wbₖ]");

  /** Programs and formulas, of which nothing is translated, and what is for scripts. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?s)<(script|style|math|code|pre|noscript)\\b[^>]*>.*?</\\1>|<!doctype[^>]*>");

  private static final Pattern TAG = Pattern.compile("(?s)<[a-z/][^>]*>");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile(
          " (?:aria-label|title|alt|placeholder|data-title|data-said|data-label)=\"([^\"]*)\"");
  private static final Pattern MARKED = Pattern.compile("⟦[^⟦⟧]*⟧");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private static Set<String> routes = Set.of();

  @TempDir static Path folder;
  private static Server server;

  @BeforeAll
  static void start() {
    server =
        Server.start(
            new ServerOptions(
                ServerOptions.LOOPBACK, 0, Path.of("none"), folder.resolve("mystery.key")),
            config -> {
              config.before(ctx -> Languages.put(ctx, Marked.words()));
              routes = EveryPage.routes(config);
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyPageIsReadHere() {
    Set<String> unread = EveryPage.missing(routes, pages().toList());
    unread.removeIf(route -> route.startsWith(LESSONS));
    assertEquals(Set.of(), unread, "pages that are new: say here how they are asked for");
  }

  static Stream<String> pages() {
    return Stream.concat(EveryPage.ALL.stream(), MORE.stream())
        .filter(page -> !page.startsWith(LESSONS));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsSaidThatIsNotInTheFilesOfPhrases(String page) {
    String markup = Asked.get(server, page).text();
    assertTrue(markup.contains("⟦"), markup);
    assertEquals(List.of(), unmarked(markup));
  }

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void norInWhatChecksFindOfABug(Bug bug) {
    for (String net : List.of("16-8-10&cost=half-squared-error", "16-8-8-10&activation=relu")) {
      String path = "/checks/panel?limit=100&batch=5&net=" + net + "&bugs=" + bug.id();
      assertEquals(List.of(), unmarked(Asked.get(server, path).text()));
    }
    String lanes = "/compare/sections?net=16-8-9-10&bugs=" + bug.id();
    assertEquals(List.of(), unmarked(Asked.get(server, lanes).text()));
  }

  @Test
  void norInAMystery() {
    for (int level = 1; level <= 3; level++) {
      String place = Asked.get(server, "/mystery/new?seed=5&level=" + level).header("Location");
      assertEquals(List.of(), unmarked(Asked.get(server, place).text()));
      String walked = place + "&walked=yes&hints=4";
      assertEquals(List.of(), unmarked(Asked.get(server, walked).text()));
      String answer = place.replace("/step", "/mystery/answer") + "&walked=yes";
      assertEquals(List.of(), unmarked(Asked.get(server, answer).text()));
      assertEquals(List.of(), unmarked(Asked.get(server, answer + "&claim=nothing").text()));
      String reveal = place.replace("/step", "/mystery/reveal") + "&walked=yes&give-up=yes";
      assertEquals(List.of(), unmarked(Asked.get(server, reveal.replace("&step=0", "")).text()));
    }
  }

  /** Words that are outside of every phrase, each with what stands around it. */
  private static List<String> unmarked(String markup) {
    String page = LEFT_OUT.matcher(markup).replaceAll(" ");
    List<String> texts = new ArrayList<>(List.of(TAG.split(page)));
    Matcher attribute = SPOKEN_ATTRIBUTE.matcher(page);
    while (attribute.find()) {
      texts.add(attribute.group(1));
    }
    List<String> found = new ArrayList<>();
    String text = MARKED.matcher(String.join("\u0000", texts)).replaceAll(" ");
    for (String rest : text.split("\u0000")) {
      Matcher word =
          WORD.matcher(VOCABULARY.matcher(rest.replaceAll("&\\w+;", " ")).replaceAll(" "));
      while (word.find()) {
        if (!NAMES.contains(word.group())) {
          found.add(rest.strip());
          break;
        }
      }
    }
    return found;
  }
}
