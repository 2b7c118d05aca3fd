package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.bugs.AtHome;
import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.network.Change;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.web.mystery.KeyFile;
import deltascope.web.mystery.Seal;
import deltascope.web.mystery.SealedCase;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to read a sealed bug through every address that the server answers. */
class MysteryLeakTest {
  /** What shows a walk, with what can be asked for beside the token. */
  private static final Map<String, List<String>> VEILED =
      Map.ofEntries(
          Map.entry(
              "/step",
              List.of(
                  "step=0",
                  "step=9&hints=2",
                  "step=12&type=large&code=java",
                  "predict=yes&step=9",
                  "predict=yes&step=9&guesses=9p")),
          Map.entry("/step/sections", List.of("", "sample=1", "predict=yes&guesses=3n,9x")),
          Map.entry("/step/explain", List.of("step=2", "step=9&unit=3", "step=12")),
          Map.entry("/step/table", List.of("step=2", "step=9", "step=2&name=W1&which=operand")),
          Map.entry("/samples", List.of("", "digit=3")),
          Map.entry("/api/trace", List.of("", "sample=1&values=all")),
          Map.entry("/api/tensor.npy", List.of("step=9")),
          Map.entry("/api/tensor.csv", List.of("step=9")),
          Map.entry("/api/tensor.json", List.of("step=9")),
          Map.entry("/api/tensor.png", List.of("step=9")));

  /** What answers to a mystery: nothing, unless the answer is right. */
  private static final Map<String, List<String>> JUDGING =
      Map.of(
          "/mystery/answer",
          List.of("step=0", "step=8", "claim=nothing&step=3"),
          "/mystery/reveal",
          List.of("", "claim=nothing", "give-up=yes", "key=AAAAAAAAAAAAAAAAAAAA"));

  /** What has nothing to do with a mystery, and does not let one in. */
  private static final Set<String> CLOSED =
      Set.of(
          "/",
          "/keys",
          "/bugs",
          "/bugs/grid",
          "/bugs/looks-wrong",
          "/bugs/looks-wrong/{id}",
          "/quiz",
          "/worksheet",
          "/bugs/{id}",
          "/mystery",
          "/mystery/new",
          "/mystery/make",
          "/start/{id}",
          "/api/compare",
          "/compare",
          "/compare/sections",
          "/compare/explain",
          "/compare/first",
          "/draw",
          "/api/checks",
          "/api/checks/gradient.npy",
          "/api/checks/gradient.png",
          "/checks",
          "/checks/panel",
          "/stories",
          "/stories/{id}",
          "/lessons",
          "/lesson/{id}",
          "/lesson/{id}/key",
          "/lesson/{id}/mystery",
          "/api/lesson/{id}/try",
          "/train",
          "/train/change",
          "/api/train",
          "/api/train/several",
          "/api/bugs",
          "/api/bugs/{id}",
          "/api/grid",
          "/api/datasets",
          "/api/datasets/mnist",
          "/api/samples",
          "/api/sample.png");

  /** What is posted to, and does not let a mystery in. */
  private static final Set<String> POSTED =
      Set.of(
          "/api/trace",
          "/api/check-arrays",
          "/api/grid",
          "/bugs/grid",
          "/api/datasets/mnist",
          "/api/train/pause",
          "/api/train/resume",
          "/api/train/cancel");

  /** What there is at addresses with a name in them, where it is no bug. */
  private static final Map<String, String> IDS =
      Map.of(
          "/start/{id}", "first-step",
          "/stories/{id}", "two-wrongs",
          "/bugs/looks-wrong/{id}", "zero-gradient-when-saturated");

  /** What reads no parameters at all: files, and whether the server is there. */
  private static final Set<String> BLIND = Set.of("/healthz", "/static/<path>", "/vendor/<path>");

  private static final ScenarioReader READER =
      ScenarioReader.stepping("made", Catalogue::variation);

  /** Bugs with other steps than the textbook's, or more samples in one: these are seen to run. */
  private static final Set<String> OTHER_STEPS =
      Set.of("forward-recomputed", "updated-weights-in-backward", "softmax-wrong-axis");

  private static final Map<Map<String, String>, Set<String>> textbooks = new HashMap<>();

  @TempDir private static Path folder;
  private static Server server;
  private static Seal seal;
  private static final Set<String> routes = new TreeSet<>();
  private static final Set<String> posts = new TreeSet<>();

  @BeforeAll
  static void start() throws KeyFile.UnusableException {
    Path key = folder.resolve("mystery.key");
    seal = new Seal(KeyFile.load(key));
    server =
        Server.start(
            new ServerOptions(ServerOptions.LOOPBACK, 0, Path.of("none"), key),
            config ->
                config
                    .getCfg$javalin()
                    .internalRouter
                    .allHttpHandlers()
                    .forEach(
                        handler -> {
                          if (handler.endpoint.method.equals(HandlerType.GET)) {
                            routes.add(handler.endpoint.path);
                          } else if (handler.endpoint.method.equals(HandlerType.POST)) {
                            posts.add(handler.endpoint.path);
                          }
                        }));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  /** A bug's own scenario, small; with the bug, or without. */
  private static Scenario scenario(Bug bug, boolean bugged) {
    AtHome at = AtHome.of(bug, READER, Map.of("net", "16-7-6-10"));
    Map<String, String> home = new HashMap<>(at.parameters());
    if (!bugged) {
      home.put("bugs", "");
    }
    home.put("batch", "2");
    home.put("epochs", "0");
    return READER.read(home);
  }

  private static String token(Scenario scenario, boolean mayGiveUp) {
    return seal.seal(new SealedCase(scenario, 2, false, mayGiveUp).text());
  }

  private static String ask(String path, String more, String token) {
    String id = IDS.getOrDefault(path, "error-sign");
    return path.replace("{id}", id).replace("<path>", "css/base.css")
        + "?mystery="
        + token
        + (more.isEmpty() ? "" : "&" + more);
  }

  @Test
  void everyAddressOfTheServerIsTriedHere() {
    Set<String> known = new TreeSet<>(VEILED.keySet());
    known.addAll(JUDGING.keySet());
    known.addAll(CLOSED);
    known.addAll(BLIND);
    assertEquals(
        known,
        routes,
        "a route that is new: say here how a mystery is asked for there, and what it may say");
    assertEquals(new TreeSet<>(POSTED), posts, "the same, where something is sent");
  }

  /** What names the bug, or what it does, in any of the forms that the server writes. */
  private static List<String> secrets(Bug bug) {
    List<String> secrets = new ArrayList<>();
    var card = bug.card();
    secrets.addAll(
        List.of(bug.id(), bug.title(), bug.says(), card.symptom(), card.reason(), card.cure()));
    if (card.listing() != null) {
      secrets.add(card.listing().numpyBugged());
      secrets.add(card.listing().javaBugged());
    }
    Scenario scenario = scenario(bug, true);
    for (Change change : Change.of(scenario.setup())) {
      secrets.add(change.line().comparedFormula().styledLatex());
      secrets.add(change.line().comparedFormula().mathml());
      secrets.add("\"formula\":\"" + change.line().formula().latex().replace("\\", "\\\\") + '"');
      secrets.add(">" + change.line().formula().mathml() + "<");
    }
    secrets.addAll(
        List.of("acting", "\"expected\"", "class=\"struck", "\"fresh", "{fresh}", "class=\"chip"));
    return secrets;
  }

  private static void quiet(String address, Asked answer, List<String> secrets) {
    String text = answer.text();
    for (String secret : secrets) {
      assertFalse(text.contains(secret), () -> address + " says " + secret);
    }
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void noAddressNamesTheBug(Bug bug) {
    List<String> secrets = secrets(bug);
    String token = token(scenario(bug, true), false);
    Map<String, List<String>> addresses = new LinkedHashMap<>(VEILED);
    addresses.putAll(JUDGING);
    addresses.forEach(
        (path, asks) -> {
          for (String more : asks) {
            quiet(path + " " + more, Asked.get(server, ask(path, more, token)), secrets);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void withAndWithoutTheBugOnlyNumbersDiffer(Bug bug) {
    if (OTHER_STEPS.contains(bug.id())) {
      return;
    }
    String bugged = token(scenario(bug, true), false);
    Set<String> right =
        textbooks.computeIfAbsent(
            scenario(bug, false).parameters(), key -> textbook(scenario(bug, false)));
    for (String sample : List.of("0", "1")) {
      for (String path : List.of("/step/sections", "/step", "/api/trace")) {
        Set<String> strange = lines(path, "sample=" + sample, bugged);
        strange.removeAll(right);
        strange.removeIf(line -> line.contains("shapes (") || line.contains("sample (#"));
        assertEquals(Set.of(), strange, bug.id() + " in " + path);
      }
    }
  }

  /**
   * What the textbook's program shows. A rule may let other samples in, or none of an update: the
   * lines of either sample will do for both.
   */
  private static Set<String> textbook(Scenario scenario) {
    String clean = token(scenario, false);
    Set<String> lines = new TreeSet<>();
    for (String sample : List.of("0", "1")) {
      for (String path : List.of("/step/sections", "/step", "/api/trace")) {
        lines.addAll(lines(path, "sample=" + sample, clean));
      }
    }
    return lines;
  }

  /** The answer without any number, a line for each tag or value. */
  private static Set<String> lines(String path, String more, String token) {
    Asked answer = Asked.get(server, ask(path, more, token));
    assertEquals(200, answer.status(), answer.text());
    String text =
        answer
            .text()
            .replace(token, "TOKEN")
            .replaceAll("sample=\\d+&amp;", "")
            .replaceAll(" d=\"[^\"]*\"", "")
            .replaceAll("-?\\d+(\\.\\d+)?(E-?\\d+)?|\"-?Infinity\"|\"NaN\"", "#")
            .replaceAll("[−]?(#|NaN|∞)( · #[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)?", "#")
            .replaceAll(" · ×#[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|, ×#[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|×#[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", "")
            .replaceAll("[vf]-?#", "v#")
            .replace("(#)", "#")
            .replaceAll("(#,)+#", "#");
    return Stream.of(text.split("(?<=>)|(?=<)|\\n|(?<=[,{}\\[\\]])"))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void theTraceIsTheTextbooksButForItsNumbers(Bug bug) {
    Scenario scenario = scenario(bug, true);
    JsonNode told =
        TraceJson.parse(Asked.get(server, ask("/api/trace", "sample=1", token(scenario, false))));
    assertFalse(told.get("scenario").has("seed"));
    assertEquals("[]", told.get("scenario").get("bugs").toString());
    for (JsonNode step : told.get("steps")) {
      assertEquals(step.get("textbook"), step.get("formula"));
      assertEquals("[]", step.get("bugs").toString());
      assertFalse(step.has("expected"));
      assertFalse(step.has("objects"));
      assertFalse(step.has("held"));
    }
    // The numbers are those of the open walk.
    Map<String, String> open = new LinkedHashMap<>(scenario.parameters());
    open.put("sample", "1");
    String address =
        open.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&", "/api/trace?", ""));
    JsonNode ran = TraceJson.parse(Asked.get(server, address)).get("steps");
    assertEquals(ran.size(), told.get("steps").size());
    for (int k = 0; k < ran.size(); k++) {
      assertEquals(ran.get(k).get("result"), told.get("steps").get(k).get("result"));
      assertEquals(ran.get(k).get("error"), told.get("steps").get(k).get("error"));
    }
  }

  @Test
  void nothingThatIsPostedToOpensASeal() {
    Bug bug = Catalogue.bug("error-sign");
    for (String path : POSTED) {
      Asked one =
          Asked.post(server, ask(path, "", token(scenario(bug, true), false)), "{\"arrays\":{}}");
      Asked other =
          Asked.post(server, ask(path, "", token(scenario(bug, false), false)), "{\"arrays\":{}}");
      assertEquals(400, one.status(), path);
      assertEquals(one.text(), other.text(), path);
      boolean reads = !path.equals("/bugs/grid"); // which takes a form, and no parameters
      assertTrue(!reads || one.text().contains("mystery is sealed"), path + one.text());
    }
  }

  @Test
  void noSumIsWorkedOutForTheStudent() {
    String token = token(scenario(Catalogue.bug("error-sign"), true), false);
    for (int step = 0; step < 24; step++) {
      String proof = Asked.get(server, ask("/step/explain", "step=" + step, token)).text();
      assertFalse(Pattern.compile("<td class=\"sum\">(?!\\?<)").matcher(proof).find(), proof);
      assertFalse(proof.contains("<b>"), "the value at the end of the line");
      String line = proof.substring(proof.indexOf("class=\"line\""));
      assertTrue(line.replaceAll("<[^>]*>", "").contains(" = ? Work it out"), line);
    }
    String open = Asked.get(server, "/step/explain?data=made&step=9").text();
    assertTrue(open.contains("<b>") && !open.contains("= ?"), "in the open it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-sign", "label-scaled", "shared-buffer", "weights-not-transposed"})
  void whatIsClosedSaysTheSameOfAnyCase(String id) {
    Bug bug = Catalogue.bug(id);
    String bugged = token(scenario(bug, true), false);
    String clean = token(scenario(bug, false), false);
    for (String path : CLOSED) {
      Asked one = Asked.get(server, ask(path, "", bugged));
      Asked other = Asked.get(server, ask(path, "", clean));
      assertEquals(400, one.status(), path);
      assertEquals(one.text(), other.text(), path);
      assertTrue(one.text().contains("mystery is sealed, expected a scenario in the open"), path);
    }
    for (String more : List.of("which=expected", "which=difference", "which=apart", "which=held")) {
      for (String path : List.of("/api/tensor.json", "/step/table")) {
        Asked one = Asked.get(server, ask(path, "step=9&" + more, bugged));
        assertEquals(400, one.status(), path);
        assertEquals(
            Asked.get(server, ask(path, "step=9&" + more, clean)).text(), one.text(), path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bugs=error-sign",
        "bugs=",
        "seed=2",
        "net=16-10",
        "data=made",
        "split=train",
        "batch=1",
        "eta=0.2",
        "epochs=1",
        "init=zeros",
        "cost=cross-entropy",
        "activation=relu",
        "output=softmax",
        "against=error-sign"
      })
  void nothingOfAScenarioStandsBesideAMystery(String smuggled) {
    String token = token(scenario(Catalogue.bug("error-sign"), true), false);
    for (String path :
        List.of("/step", "/step/sections", "/step/explain", "/samples", "/api/trace")) {
      Asked answer = Asked.get(server, ask(path, smuggled, token));
      if (smuggled.equals("bugs=")) {
        assertEquals(200, answer.status(), "an empty one is none");
        continue;
      }
      assertEquals(400, answer.status(), path);
      String name = smuggled.substring(0, smuggled.indexOf('='));
      boolean unknown = name.equals("against");
      assertTrue(
          answer
              .text()
              .contains(
                  name
                      + (unknown
                          ? " is no parameter here"
                          : " is beside a mystery, expected nothing of a scenario but sample")),
          answer.text());
    }
    Asked tensor = Asked.get(server, ask("/api/tensor.json", smuggled, token));
    assertEquals(smuggled.equals("bugs=") ? 200 : 400, tensor.status());
  }

  @Test
  void aTokenThatDoesNotOpenIsRefusedEverywhereInTheSameWords() {
    String token = token(scenario(Catalogue.bug("error-sign"), true), true);
    byte[] otherKey = new byte[KeyFile.SIZE];
    List<String> tokens =
        List.of(
            token.substring(1),
            token.substring(0, 100),
            token.replace(token.charAt(40), token.charAt(40) == 'A' ? 'B' : 'A'),
            new Seal(otherKey).seal("x"),
            seal.seal("what is no case"),
            "x");
    Set<String> said = new TreeSet<>();
    for (String bad : tokens) {
      for (String path :
          Stream.concat(VEILED.keySet().stream(), JUDGING.keySet().stream()).toList()) {
        Asked answer = Asked.get(server, ask(path, "", bad));
        assertEquals(400, answer.status(), path);
        assertFalse(answer.text().contains("error-sign"));
        said.add(path.startsWith("/api") ? answer.text() : "page " + answer.text());
      }
    }
    assertEquals(2, said.size(), said.toString());
    assertTrue(said.stream().allMatch(text -> text.contains("nothing that this server can open")));
  }

  @Test
  void theSeedIsToldNowhere() {
    Scenario scenario = scenario(Catalogue.bug("error-sign"), true).seeded(8_675_309_424_242L);
    String token = token(scenario, false);
    VEILED.forEach(
        (path, asks) ->
            asks.forEach(
                more ->
                    assertFalse(
                        Asked.get(server, ask(path, more, token)).text().contains("8675309424242"),
                        path)));
  }

  @Test
  void givingUpIsForWhoMay() {
    Scenario scenario = scenario(Catalogue.bug("error-sign"), true);
    String may =
        Asked.get(server, ask("/mystery/reveal", "give-up=yes", token(scenario, true))).text();
    assertTrue(
        may.contains("Error with the wrong sign")
            || may.contains(Catalogue.bug("error-sign").title()));
    Asked not = Asked.get(server, ask("/mystery/reveal", "give-up=yes", token(scenario, false)));
    assertEquals(400, not.status());
    String token = token(scenario, false);
    Asked key = Asked.get(server, ask("/mystery/reveal", "key=" + seal.revealKey(token), token));
    assertTrue(key.text().contains(Catalogue.bug("error-sign").title()));
  }
}
