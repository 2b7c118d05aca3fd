package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Catalogue;
import deltascope.network.ScenarioReader;
import deltascope.web.mystery.KeyFile;
import deltascope.web.mystery.Seal;
import deltascope.web.mystery.SealedCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mysteries as a student and an instructor meet them, address by address. */
class MysteryPagesTest {
  private static final ScenarioReader READER =
      ScenarioReader.stepping("made", Catalogue::variation);

  @TempDir private static Path folder;
  private static Server server;
  private static Seal seal;

  @BeforeAll
  static void start() throws KeyFile.UnusableException {
    Path key = folder.resolve("mystery.key");
    seal = new Seal(KeyFile.load(key));
    server = Server.start(options(key));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ServerOptions options(Path key) {
    return new ServerOptions(ServerOptions.LOOPBACK, 0, Path.of("none"), key);
  }

  /** 16-8-6-10 in batches of two: δ² is step 12, δ¹ 15; at sample 1 W¹ is updated in step 24. */
  private static String token(String bugs, int level, boolean cleanFirst) {
    var scenario = READER.read(Map.of("net", "16-8-6-10", "batch", "2", "bugs", bugs));
    return seal.seal(new SealedCase(scenario, level, cleanFirst, false).text());
  }

  private static String token(String bugs) {
    return token(bugs, 2, false);
  }

  private static String ok(String path) {
    Asked answer = Asked.get(server, path);
    assertEquals(200, answer.status(), answer.text());
    return answer.text();
  }

  private static String answer(String token, String more) {
    return ok("/mystery/answer?mystery=" + token + "&" + more);
  }

  private static boolean says(String page, String words) {
    return page.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ").contains(words);
  }

  /** The number of the line that reads so in the last question. */
  private static String line(String page, String numpy) {
    Matcher lines =
        Pattern.compile("(?s)<pre class=\"code-numpy\"[^>]*><code>(.*?)</code>.*?value=\"(\\d)\"")
            .matcher(page);
    while (lines.find()) {
      if (lines.group(1).equals(numpy)) {
        return lines.group(2);
      }
    }
    throw new AssertionError(numpy + " is not among the lines");
  }

  private static String link(String page, String words) {
    Matcher link = Pattern.compile("href=\"([^\"]*)\"[^>]*>" + Pattern.quote(words)).matcher(page);
    assertTrue(link.find(), words + " is no link");
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void aBugIsFoundExplainedAndRepaired() {
    String token = token("hidden-slope-missing");
    String fine = answer(token, "step=2");
    assertTrue(says(fine, "No. This step is as it should be"), fine);
    assertTrue(link(fine, "Back to the walk").contains("&misses=1"));
    assertTrue(says(answer(token, "step=13"), "No. Its number is not the textbook’s, but"));
    assertTrue(says(answer(token, "step=15"), "No. It is wrong, but it was wrong before"));

    String found = answer(token, "step=12&misses=1");
    assertTrue(says(found, "Yes. This is where the numbers part"), found);
    assertTrue(says(found, "Which equation or rule is broken?"));
    assertFalse(says(found, "Which line runs, and which should?"));
    String wrong = answer(token, "step=12&equation=output-error");
    assertTrue(says(wrong, "No. Not the output’s error: that is as the textbook has it."), wrong);
    assertTrue(wrong.contains("name=\"misses\" value=\"1\""), "a wrong choice is a miss");

    String explained = answer(token, "step=12&equation=hidden-error");
    assertTrue(says(explained, "Yes. It is a hidden layer’s error."));
    String right = line(explained, "delta[2] = (W[3].T @ delta[3]) * slope(z[2])");
    String runs = line(explained, "delta[2] = W[3].T @ delta[3]");
    String turned =
        answer(token, "step=12&equation=hidden-error&runs=" + right + "&repair=" + runs);
    assertTrue(says(turned, "No. The program does not run that line: it would make δ2"), turned);
    assertTrue(says(turned, "No. That line would not repair it: it makes δ2"));

    String solved =
        answer(token, "step=12&equation=hidden-error&hints=2&runs=" + runs + "&repair=" + right);
    assertTrue(says(solved, "Yes. That is the line that the program runs."));
    String reveal = ok(link(solved, "What was it?"));
    assertTrue(says(reveal, "It was this"));
    assertTrue(says(reveal, "1 found · 2 hints"));
    assertTrue(says(reveal, Catalogue.bug("hidden-slope-missing").title()));
    assertTrue(
        link(reveal, "See it at that step").contains("bugs=hidden-slope-missing")
            && link(reveal, "See it at that step").endsWith("&step=12"));
    assertEquals(200, Asked.get(server, link(reveal, "See it at that step")).status());
  }

  @Test
  void theChosenCellIsSpokenOf() {
    String token = token("hidden-slope-missing");
    String one = answer(token, "step=12&unit=2");
    String other = answer(token, "step=12&unit=5");
    assertTrue(says(one, "δ22 is"), one);
    assertTrue(says(other, "δ25 is"), other);
  }

  @Test
  void nothingIsRevealedBeforeItIsSolved() {
    String token = token("hidden-slope-missing");
    String path = "/mystery/reveal?mystery=" + token;
    for (String more :
        new String[] {
          "",
          "&claim=nothing",
          "&give-up=yes",
          "&key=" + seal.revealKey(token("hidden-slope-missing")),
          "&solved=",
        }) {
      Asked answer = Asked.get(server, path + more);
      assertEquals(400, answer.status(), more);
      assertTrue(says(answer.text(), "mystery is still unsolved"), more);
    }
    for (String solved : new String[] {"0.12.hidden-error.9.9.0", "0.12.slope.0.1.0", "x"}) {
      Asked answer = Asked.get(server, path + "&solved=" + solved);
      assertEquals(400, answer.status());
      assertTrue(says(answer.text(), "solved is " + solved), answer.text());
    }
    assertTrue(says(ok(path + "&key=" + seal.revealKey(token)), "It was this"));
  }

  @Test
  void inACleanCaseAnAccusationIsAMistakeToLearnFrom() {
    String token = token("");
    String accused = answer(token, "step=12");
    assertTrue(says(accused, "No. This step is as it should be"));
    String acquitted = answer(token, "claim=nothing&step=12&misses=1");
    assertTrue(says(acquitted, "Yes. Nothing is wrong in this program."));
    String reveal = ok(link(acquitted, "What was it?"));
    assertTrue(says(reveal, "Nothing was wrong"));
    assertTrue(says(reveal, "odd is not wrong"), "it says what there was to learn");
    assertFalse(
        says(ok("/mystery/reveal?mystery=" + token + "&claim=nothing"), "odd is not wrong"));
  }

  @Test
  void whoAcquitsABuggedProgramIsToldNoMoreThanThat() {
    String page = answer(token("error-sign"), "claim=nothing");
    assertTrue(says(page, "No. Something is wrong in this program."));
    assertFalse(page.contains("What was it?"));
  }

  @ParameterizedTest
  @CsvSource({
    "'sample=0&step=12&equation=hidden-error',"
        + " 'delta[2] = W[3].T @ delta[3]', 'delta[2] = (W[3].T @ delta[3]) * slope(z[2])',"
        + " 'sample=1&step=24&equation=update-weights',"
        + " 'W[1] = W[1] + eta / m * sumW[1]', 'W[1] = W[1] - eta / m * sumW[1]'",
    "'sample=1&step=24&equation=update-weights',"
        + " 'W[1] = W[1] + eta / m * sumW[1]', 'W[1] = W[1] - eta / m * sumW[1]',"
        + " 'sample=0&step=12&equation=hidden-error',"
        + " 'delta[2] = W[3].T @ delta[3]', 'delta[2] = (W[3].T @ delta[3]) * slope(z[2])'",
  })
  void ofTwoBugsEitherMayBeFoundFirstAndBothMustBe(
      String first, String ran, String right, String second, String otherRan, String otherRight) {
    String token = token("hidden-slope-missing,gradient-ascent", 3, false);
    String lines = answer(token, first);
    String one =
        answer(
            token, first + "&hints=3&runs=" + line(lines, ran) + "&repair=" + line(lines, right));
    assertFalse(one.contains("What was it?"));
    String walk = link(one, "Look for the other");
    assertFalse(ok(walk).contains("class=\"hints\""), "hints for the first are not for the second");
    assertTrue(says(ok(walk), "One is found. Where is the other?"));
    String solved = "&solved=" + walk.replaceAll(".*[?&]solved=([^&]*).*", "$1");
    assertTrue(says(answer(token, first + solved), "No. That one you have found already."));
    String rest = answer(token, second + solved);
    String both =
        answer(
            token,
            second
                + solved
                + "&runs="
                + line(rest, otherRan)
                + "&repair="
                + line(rest, otherRight));
    String reveal = ok(link(both, "What was it?"));
    assertTrue(says(reveal, "It was these two"));
    assertTrue(says(reveal, "2 found · 3 hints"));
  }

  @Test
  void theWrongStepIsMarkedAtLevelOneAlone() {
    Pattern marked = Pattern.compile("class=\"[^\"]* bug\"");
    String one = ok("/step?step=0&mystery=" + token("hidden-slope-missing", 1, false));
    assertEquals(2, marked.matcher(one).results().count(), "in the list and in the strip");
    assertTrue(
        Pattern.compile("phase-backward bug\"[^>]*data-go=\"12\"").matcher(one).find(), "there");
    assertFalse(says(one, "Nothing is wrong"), "something is");
    String two = ok("/step?step=0&mystery=" + token("hidden-slope-missing", 2, false));
    assertFalse(marked.matcher(two).find());
  }

  @Test
  void aCleanWalkComesFirst() {
    String token = token("hidden-slope-missing", 2, true);
    String first = ok("/step?mystery=" + token + "&step=12");
    assertTrue(says(first, "First, a clean walk"));
    assertFalse(first.contains("/mystery/answer"), "there is nothing to accuse yet");
    String clean = ok("/api/trace?mystery=" + token);
    String walked = ok("/api/trace?walked=yes&mystery=" + token);
    assertNotEquals(clean, walked);
    String last = ok("/step?mystery=" + token + "&step=23");
    assertFalse(
        Pattern.compile("data-at-last hidden").matcher(last).find(),
        "the way on, at the last step");
    assertTrue(Pattern.compile("data-at-last hidden").matcher(first).find());
    String begun = ok(link(last, "On to the mystery"));
    assertTrue(begun.contains("/mystery/answer"));
    assertEquals(400, Asked.get(server, "/step?walked=maybe&mystery=" + token).status());
  }

  @Test
  void hintsComeByDegreesAndACleanCaseHasThemToo() {
    String bugged = "/step?mystery=" + token("hidden-slope-missing") + "&hints=";
    assertFalse(ok(bugged + "0").contains("class=\"hints\""));
    assertTrue(says(ok(bugged + "1"), "it shows first in the stage “Backward”"));
    assertTrue(says(ok(bugged + "2"), "it shows first at sample 0 of the walk, in layer 2"));
    assertTrue(says(ok(bugged + "3"), "Gradient check: "), "a check that notices it");
    assertTrue(says(ok(bugged + "4"), "It is this: a hidden layer’s error."));
    String clean = "/step?mystery=" + token("") + "&hints=";
    assertTrue(says(ok(clean + "2"), "If anything is wrong, it shows first in the stage"));
    assertTrue(says(ok(clean + "2"), "If anything is wrong, it shows first at sample"));
    assertTrue(says(ok(clean + "3"), "No check finds anything"));
    assertTrue(says(ok(clean + "4"), "Nothing is wrong here."));
    assertEquals(400, Asked.get(server, clean + "5").status());
  }

  @Test
  void aWalkIsMadeAMystery() {
    String scenario = "bugs=hidden-slope-missing&net=16-8-6-10&batch=2&data=made&seed=1";
    String walk = ok("/step?" + scenario + "&step=12");
    String made = ok(link(walk, "Make it a mystery"));
    assertTrue(says(made, "first at sample 0, step 13, δ2. It is a hidden layer’s error."), made);
    Matcher links = Pattern.compile("readonly value=\"([^\"]*)\"").matcher(made);
    assertTrue(links.find());
    String student = links.group(1).replace("&amp;", "&");
    assertTrue(links.find());
    String projector = links.group(1).replace("&amp;", "&");
    assertFalse(student.contains("hidden-slope") || projector.contains("hidden-slope"));
    assertTrue(student.startsWith("http://localhost:" + server.port() + "/step?mystery="));
    assertTrue(says(ok(student), "First, a clean walk"));
    assertTrue(projector.matches(".*&type=large&step=0#reveal=[\\w-]{20}"), projector);
    String sealed = ok("/mystery/make?clean-first=no&give-up=no&level=1&" + scenario);
    String other = sealed.replaceAll("(?s).*?readonly value=\"([^\"]*)\".*", "$1");
    String page = ok(other.replace("&amp;", "&"));
    assertTrue(says(page, "The marked step is the first to go wrong"));
    assertFalse(says(page, "give up"));
  }

  /** Whoever knows the seed can compare, under /api/check-arrays, with every bug in the open. */
  @Test
  void theSeedOfAMadeMysteryIsDrawnUnlessTheAddressSaysIt() {
    String path = "/mystery/make?data=made&net=16-4-10&bugs=error-sign";
    Set<Long> seeds = new TreeSet<>();
    for (int n = 0; n < 4; n++) {
      String made = ok(path);
      assertTrue(says(made, "Its seed was drawn for it alone"), made);
      seeds.add(sealedIn(made).scenario().seed());
    }
    assertEquals(4, seeds.size(), seeds.toString());
    assertTrue(seeds.stream().anyMatch(seed -> Math.abs(seed) > 1L << 32), seeds.toString());
    String said = ok(path + "&seed=1");
    assertEquals(1, sealedIn(said).scenario().seed());
    assertTrue(says(said, "Its seed is 1, as this address says: students who try"), said);
  }

  private static SealedCase sealedIn(String made) {
    Matcher token = Pattern.compile("mystery=([\\w-]+)").matcher(made);
    assertTrue(token.find(), made);
    return SealedCase.read(seal.open(token.group(1)), READER);
  }

  @Test
  void whatCannotBeFoundIsNoMystery() {
    Asked answer = Asked.get(server, "/mystery/make?net=16-4-10&bugs=argmax-over-samples");
    assertEquals(400, answer.status());
    assertTrue(says(answer.text(), "shows in no number"), answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "error-sign, 3, 1…2",
    "'error-sign,gradient-ascent', 1, 3…3",
    "'', 1, 2…3",
    "error-sign, 4, 1…2",
  })
  void aLevelThatWouldNotBeTrueIsRefused(String bugs, int level, String range) {
    Asked answer = Asked.get(server, "/mystery/make?net=16-4-10&bugs=" + bugs + "&level=" + level);
    assertEquals(400, answer.status());
    String said = "level is " + level + ", expected a whole number in " + range;
    assertTrue(says(answer.text(), said), answer.text());
  }

  @Test
  void threeBugsAreTooManyForAMystery() {
    Asked answer =
        Asked.get(
            server, "/mystery/make?net=16-4-10&bugs=error-sign,gradient-ascent,bias-forgotten");
    assertEquals(400, answer.status());
    assertTrue(says(answer.text(), "bugs is 3 of them, expected two at most"), answer.text());
  }

  @Test
  void theWayBackToTheWalkIsOpenFromEveryAnswer() {
    String token = token("hidden-slope-missing");
    for (String more :
        new String[] {"step=12&equation=slope", "claim=nothing", "step=12&equation=hidden-error"}) {
      ok(link(answer(token, more), "Walk"));
    }
  }

  @Test
  void aFreshOneIsOneClickAway() {
    String page = ok("/mystery");
    for (int level = 1; level <= 3; level++) {
      Asked fresh = Asked.get(server, "/mystery/new?level=" + level + "&seed=3&theme=dark");
      assertEquals(302, fresh.status());
      String at = fresh.header("Location");
      assertTrue(at.matches("/step\\?theme=dark&mystery=[\\w-]{296}(&sample=\\d+)?&step=0"), at);
      assertTrue(says(ok(at), "First, a clean walk"));
      assertTrue(page.contains("/mystery/new?level=" + level));
      String again =
          Asked.get(server, "/mystery/new?level=" + level + "&seed=3&walked=yes")
              .header("Location");
      assertTrue(ok(again).contains("/mystery/answer"), "who walked one clean need not again");
    }
    assertEquals(400, Asked.get(server, "/mystery/new?level=4").status());
    assertEquals(400, Asked.get(server, "/mystery/new?seed=x").status());
  }

  @Test
  void withoutAKeyEverythingElseGoesOn() throws Exception {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    try (Server keyless = Server.start(options(noFolder.resolve("mystery.key")))) {
      assertEquals(200, Asked.get(keyless, "/step?data=made").status());
      Asked page = Asked.get(keyless, "/mystery");
      assertTrue(says(page.text(), "There are no mysteries on this server: "), page.text());
      for (String path :
          new String[] {"/mystery/new", "/mystery/make?bugs=error-sign", "/step?mystery=x"}) {
        Asked refused = Asked.get(keyless, path);
        assertEquals(503, refused.status(), path);
        assertTrue(says(refused.text(), "There are no mysteries here: "), refused.text());
      }
    }
  }
}
