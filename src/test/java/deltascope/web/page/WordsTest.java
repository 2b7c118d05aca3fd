package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of phrases, read apart from the program, and which language is chosen. */
class WordsTest {
  private static final Map<String, String> ENGLISH = Marked.phrases("words.properties");
  private static final Map<String, String> GERMAN = Marked.phrases("words_de.properties");

  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  /** Numbers, Greek, raised figures and the signs of mathematics. */
  private static final Pattern SYMBOL =
      Pattern.compile("\\d+(?:\\.\\d+)?|[α-ωΑ-Ω∇Σ‖√∞⊙½²¹³⁰-⁹⁻ᴸᵀˡ′]+");

  private static final Pattern LITERAL = Pattern.compile("[\"`]([a-zA-Z][\\w.-]*\\.?)[\"$`]");
  private static final Pattern ASKED =
      Pattern.compile("(?:words|words\\(\\))\\.(?:of|html)\\(\\s*\"([\\w.-]*[\\w-])\"\\s*[,)]");

  /**
   * Keys that are put together of a beginning and a name: the beginning, and the names that there
   * are. Lines that are indented go on with the one before.
   */
  private static final String COMPOSED =
      """
      accuracy. awaited fail pass warn
      activation. linear relu sigmoid softmax tanh
      answer. again fine first handed-on knock-on later left-out not-yet repair.numbers
        repair.wrong runs.numbers runs.wrong
      answer.rule. given right wrong
      axis. input one output pixel sample
      cost. cross-entropy half-squared-error squared-error
      data. made test train
      family. accumulation backward data evaluation forward initialisation update
      field. activation batch batches cost data epochs eta init learn limit net output seed split
      grid.learns. fail pass warn
      grid.state. busy done none running
      init. he normal uniform xavier zeros
      lesson. dropped moved
      lesson.frame. check compare step train
      lesson.open. check compare train
      lesson.task. cell number sign
      lesson.try.goal. above below equal
      list. accumulate-biases accumulate-weights activation bias-gradient cost hidden-error input
        output-error reset target update-biases update-weights weight-gradient weighted-sum
      made. clean-first clean-first.no clean-first.yes give-up give-up.no give-up.yes level
        level.1 level.2 level.3 projector projector.says student student.says
      mystery.about. 1 2 3
      mystery.says. 1 2 3
      mystery.score. found.one hints.one misses.one
      phase. accumulate backward cost data forward update
      place. input one sample
      predict. negative positive zero
      predict.is. right skipped wrong
      predict.outcome. passed right skipped wrong
      predict.tally. right skipped wrong
      proof.corner. one output pixel sample unit
      proof.with. PRODUCT.slope SUM.b
      range. batch batches epochs eta limit net seed
      rule. accumulate-biases accumulate-weights activation averaging batch-size bias-gradient
        cost epoch-start hidden-error initial-weights input label order output-error pairing reset
        schedule slope target update-biases update-weights weight-gradient weighted-sum
      sentence. accumulate-biases accumulate-weights activation activation.linear activation.relu
        activation.sigmoid activation.softmax activation.tanh bias-gradient cost hidden-error
        input output-error reset target update-biases update-weights weight-gradient weighted-sum
        weighted-sum.first
      severity. breaks-learning harmless learns-worse
      split. test train
      start. all-right.says all-right.title first-step.says first-step.title near-tie.says
        near-tie.title saturated-unit.says saturated-unit.title
      title. accumulate-biases accumulate-weights activation bias-gradient cost hidden-error input
        output-error reset target update-biases update-weights weight-gradient weighted-sum
        weighted-sum.first
      train. again asking cancel cancelled done errorNorm pause paused resume saturated
        updateRatio
      train.chart. accuracy cost
      train.save. confusion csv curves png svg
      verdict. awaited fail inconclusive noticed pass silent warn
      who. one output pixel sample unit
      worksheet.asks. backwards backwards-further pass step
      worksheet.field. choice decimals kind step
      worksheet.kind. backwards pass step
      worksheet.title. input target weighted-sum
      worksheet.verdict. sign unreadable wrong
      """;

  /** What Java says in English: found by its form, and named by nobody. */
  private static final String FORMS = "said.";

  @Test
  void everyPhraseIsSaidInGermanToo() {
    Set<String> missing = new TreeSet<>(ENGLISH.keySet());
    missing.removeAll(GERMAN.keySet());
    assertEquals(Set.of(), missing, "not in words_de.properties");
  }

  /** What cards say stands in English where the bug or the check is, and here in German alone. */
  @Test
  void everyCardIsSaidInGermanAndNothingElseIs() {
    Set<String> more = new TreeSet<>(GERMAN.keySet());
    more.removeAll(ENGLISH.keySet());
    more.removeIf(key -> key.matches("bug\\..*\\.seen") && Marked.cards().containsKey(key));
    Set<String> cards = new TreeSet<>(Marked.cards().keySet());
    cards.removeIf(key -> key.endsWith(".seen"));
    assertEquals(cards, more);
  }

  /** A translation may say everything otherwise, but not other numbers or symbols. */
  @Test
  void bothSayTheSameNumbersAndSymbols() {
    Map<String, String> english = new TreeMap<>(Marked.cards());
    english.putAll(ENGLISH);
    List<String> differing =
        english.keySet().stream()
            .filter(GERMAN::containsKey)
            .filter(key -> !Set.of("js.number.group", "keys.cap.home").contains(key))
            .map(key -> key + ": " + symbols(english, key) + " " + symbols(GERMAN, key))
            .filter(line -> !line.matches(".*: (.*) \\1"))
            .toList();
    assertEquals(List.of(), differing);
  }

  private static List<String> symbols(Map<String, String> phrases, String key) {
    String phrase = phrases.getOrDefault(key, "").replaceAll("(?<=\\d)[,\u202f](?=\\d{3})", "");
    return SYMBOL
        .matcher(PLACE.matcher(phrase).replaceAll(""))
        .results()
        .map(found -> found.group())
        .sorted()
        .toList();
  }

  @Test
  void bothHaveTheSamePlaces() {
    List<String> differing =
        ENGLISH.keySet().stream()
            .filter(key -> GERMAN.containsKey(key))
            .filter(key -> !places(ENGLISH, key).equals(places(GERMAN, key)))
            .map(key -> key + ": " + places(ENGLISH, key) + " " + places(GERMAN, key))
            .toList();
    assertEquals(List.of(), differing);
  }

  private static Set<String> places(Map<String, String> phrases, String key) {
    Matcher place = PLACE.matcher(phrases.getOrDefault(key, ""));
    return place
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noKeyStandsTwiceInAFile() throws IOException {
    for (String name : List.of("words.properties", "words_de.properties")) {
      Path file = Path.of("src/main/resources/deltascope/web/page", name);
      Set<String> seen = new TreeSet<>();
      List<String> twice =
          Files.readAllLines(file).stream()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .filter(key -> !seen.add(key))
              .toList();
      assertEquals(List.of(), twice, name);
    }
  }

  @Test
  void everyPhraseIsUsedAndEveryPhraseUsedIsThere() throws IOException {
    String sources = sources();
    Set<String> said =
        LITERAL.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
    Set<String> composed = composed();
    Set<String> used = new TreeSet<>(said);
    used.addAll(composed);
    List<String> unused =
        ENGLISH.keySet().stream()
            .filter(key -> !used.contains(key) && !key.startsWith(FORMS))
            .filter(key -> !key.startsWith("js.") || !used.contains(key.substring(3)))
            .toList();
    assertEquals(List.of(), unused, "no literal, and not in COMPOSED");
    List<String> gone =
        composed.stream()
            .filter(key -> !ENGLISH.containsKey(key) && !ENGLISH.containsKey("js." + key))
            .toList();
    assertEquals(List.of(), gone, "in COMPOSED only");
    List<String> missing =
        ASKED
            .matcher(sources)
            .results()
            .map(found -> found.group(1))
            .filter(key -> !ENGLISH.containsKey(key))
            .distinct()
            .toList();
    assertEquals(List.of(), missing);
  }

  private static Set<String> composed() {
    Set<String> keys = new TreeSet<>();
    for (String line : COMPOSED.replace("\n  ", " ").lines().toList()) {
      String[] parts = line.split(" +");
      Stream.of(parts).skip(1).forEach(name -> keys.add(parts[0] + name));
    }
    return keys;
  }

  private static String sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("src/main/java", "web/templates", "web/static/js")) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    StringBuilder sources = new StringBuilder();
    for (Path file : files) {
      sources.append(Files.readString(file)).append('\n');
    }
    return sources.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|de",
        "de-AT,de;q=0.9,en;q=0.8|de",
        "DE|de",
        "en-GB,de;q=0.9|en",
        "fr,de;q=0.7,en;q=0.3|de",
        "fr,en;q=0.7,de;q=0.3|en",
        "fr|en",
        "de;q=0|en",
        "*|en",
        ";;;|en",
        "''|en"
      })
  void theBrowsersLanguageIsTakenWhereItIsSpoken(String accepted, String language) {
    assertEquals(language, Words.liked(accepted).language());
  }

  @Test
  void aBrowserThatLikesNothingReadsEnglish() {
    assertSame(Words.ENGLISH, Words.liked(null));
    assertSame(Words.ENGLISH, Words.liked("de," + "x".repeat(400)));
  }

  @Test
  void theAddressSaysMoreThanTheBrowser() {
    assertSame(Words.ENGLISH, Address.of(Map.of("lang", "en"), Words.GERMAN).words());
    assertSame(Words.GERMAN, Address.of(Map.of("lang", "de"), Words.ENGLISH).words());
    assertSame(Words.GERMAN, Address.of(Map.of("lang", "xx"), Words.GERMAN).words());
    assertSame(Words.GERMAN, Address.of(Map.of("step", "2"), Words.GERMAN).scenario().words());
  }

  /** Whoever adds a phrase need not speak German to run it. */
  @Test
  void whatIsNotTranslatedYetIsEnglish() {
    Properties english = new Properties();
    english.setProperty("only", "only here");
    Words other = new Words("de", new Properties(english));
    assertEquals("only here", other.of("only"));
    assertEquals(true, other.has("only"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample is 5, expected 0…4|sample ist 5; erwartet: 0…4",
        "a is b is c, expected d is e|a ist b is c; erwartet: d is e",
        "There is nothing at /x.|Unter /x ist nichts.",
        "There is nothing at ..|Unter . ist nichts.",
        "x twice|x doppelt",
        "Made digits|Erzeugte Ziffern",
        "Made digits.|Erzeugte Ziffern.",
        "Made digits..|Made digits..",
        " is b, expected c| is b, expected c",
        "sample is 5, expected |sample is 5, expected "
      })
  void aSentenceOfJavasIsKnownByItsForm(String english, String german) {
    assertEquals(german, Words.GERMAN.said(english));
    assertEquals(english, Words.ENGLISH.said(english));
  }

  /** Each of these parts could end at many places; none is tried but the first. */
  @Test
  @Timeout(60)
  void whatNearlyHasAFormIsNotReadAgainAndAgain() {
    String nearly =
        "x is off the measured slope by ".repeat(10)
            + "x over ".repeat(40)
            + "x of ".repeat(40)
            + "x entries: the two have norms ".repeat(10)
            + "x and ".repeat(40);
    assertEquals(nearly, Words.GERMAN.said(nearly));
  }

  @Test
  void noRequestIsSoLongThatItIsReadForEver() {
    for (String part : List.of(".", " twice", "The program stops: ")) {
      String endless = part.repeat(8_000 / part.length());
      assertEquals(endless, Words.GERMAN.said(endless));
    }
  }

  @Test
  void whatLooksLikeAPlaceInAValueIsNone() {
    assertEquals(
        "{1}{1} ist {2}{0}; erwartet: {1}", Words.GERMAN.said("{1}{1} is {2}{0}, expected {1}"));
    assertEquals(
        "{1} ist <b>{0}</b>; erwartet: &lt;",
        Words.GERMAN.html("said.refused", "{1}", new Html("<b>{0}</b>"), "<").markup());
  }
}
