package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of trainings, as the server sends it. */
class TrainPagesTest {
  private static final String SMALL = "data=made&net=16-4-10&limit=200&epochs=1";

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String query) {
    Asked answer = Asked.get(server, "/train?" + query);
    assertEquals(200, answer.status(), answer.text());
    return answer.text();
  }

  /** An attribute of each run's row. */
  private static List<String> each(String page, String attribute) {
    return Pattern.compile("<li class=\"run-\\d\"[^>]* " + attribute + "=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
        .toList();
  }

  @Test
  void whatDiffersBetweenRunsNamesThem() {
    assertEquals(List.of("The textbook"), each(page(SMALL), "data-title"));
    assertEquals(
        List.of("The textbook", "Error with the wrong sign"),
        each(page(SMALL + "&bugs=error-sign"), "data-title"));
    assertEquals(
        List.of("The textbook", "Error with the wrong sign, η = 0.01", "sigmoid, batches of 10"),
        each(
            page(SMALL + "&runs=plain/bugs=error-sign;eta=0.01/activation=sigmoid;batch=10"),
            "data-title"));
  }

  @Test
  void aRunSaysWhichOfItsBugsAnotherHides() {
    String page = page(SMALL + "&runs=plain/bugs=labels-shuffled,label-scaled/bugs=error-sign");
    assertEquals(
        List.of("hidden by “Label scaled like a pixel”"),
        Pattern.compile(
                "<a class=\"chip on idle\"[^>]*>Labels shuffled[^<]*<span class=\"by\">([^<]*)</span>")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList());
    assertEquals(1, page.split("chip on idle", -1).length - 1);
  }

  @Test
  void withoutBugsEveryRunNamesAllThatDiffers() {
    assertEquals(
        List.of("η = 0.1", "η = 3", "η = 0.5"),
        each(page(SMALL + "&runs=plain/eta=3/eta=0.5"), "data-title"));
    assertEquals(
        List.of("tanh, 200 samples", "ReLU, 100 samples"),
        each(page(SMALL + "&runs=plain/activation=relu;limit=100"), "data-title"));
  }

  @Test
  void atTheEndOfACurveARunOfManyBugsIsNamedByWhatItLacksOrHasAlone() {
    assertEquals(
        List.of(
            "The textbook",
            "all but “Gradient ascent”",
            "all but “All weights zero”",
            "all 3 bugs"),
        each(
            page(
                SMALL
                    + "&runs=plain/bugs=error-sign,zero-init/bugs=error-sign,gradient-ascent"
                    + "/bugs=error-sign,gradient-ascent,zero-init"),
            "data-label"));
    assertEquals(
        List.of("… + Gradient ascent, η = 3", "… + All weights zero"),
        each(
            page(SMALL + "&runs=bugs=error-sign,gradient-ascent;eta=3/bugs=error-sign,zero-init"),
            "data-label"));
    assertEquals(
        List.of("Error with the wrong sign", "Error with the wrong sign + Gradient ascent"),
        each(page(SMALL + "&runs=bugs=error-sign/bugs=error-sign,gradient-ascent"), "data-label"));
  }

  @Test
  void batchesOfAMomentStandInThePanelWhereTheyCanBeMended() {
    String walk = "/step?data=made&net=16-4-10&limit=200&batch=10&epochs=1";
    String step = Asked.get(server, walk + "&batches=12").text();
    assertTrue(step.contains("<input id=\"f-batches\" name=\"batches\" type=\"number\""), step);
    assertFalse(step.contains("type=\"hidden\" name=\"batches\""), step);
    assertFalse(Asked.get(server, walk).text().contains("name=\"batches\""));
  }

  @Test
  void whatAllShareIsSaidOnce() {
    String page = page(SMALL + "&seed=7&runs=plain/bugs=error-sign");
    assertEquals(1, page.split("seed 7", -1).length - 1);
    assertTrue(page.contains("trained for 1 epoch on the first 200 samples"), page);
  }

  @Test
  void theWalkOfARunHasItsProgramAndTheBatchesThatItTrainsWith() {
    List<String> walks =
        each(page(SMALL + "&theme=dark&runs=plain/bugs=error-sign;eta=3"), "data-walk");
    assertEquals("/step?data=made&net=16-4-10&limit=200&theme=dark&batch=100", walks.get(0));
    assertEquals(
        "/step?data=made&net=16-4-10&limit=200&theme=dark&bugs=error-sign&eta=3&batch=100",
        walks.get(1));
    walks.forEach(walk -> assertEquals(200, Asked.get(server, walk + "&epochs=1").status(), walk));
  }

  @Test
  void aRunsOwnFormLeadsToThePageThatShowsIt() {
    Asked answer =
        Asked.get(
            server,
            "/train/change?"
                + SMALL
                + "&runs=plain/bugs=error-sign;eta=3&which=2&own-eta=&own-net=16-5-10&own-seed=4");
    assertEquals(303, answer.status());
    assertEquals(
        "/train?" + SMALL + "&runs=plain/bugs=error-sign;net=16-5-10;seed=4",
        answer.header("Location"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/train?runs=plain/eta=-1 | eta | 0 &lt; η ≤ 100",
        "/train?runs=plain/bugs=no-such | bugs | ",
        "/train?runs=1 | runs | runs parted by /",
        "/train?at=soon | at | epochs done",
        "/train?sample=3 | sample | one of",
        "/train?batches=3 | batches | one of",
        "/train?mystery=x | mystery | nothing here looks behind a seal",
        "/train/change?mystery=x | mystery | nothing here looks behind a seal",
        "/train/change?which=2 | which | 1…1",
        "/train/change?own-eta=x | eta | ",
        "/train/change?own-eta=0.5/plain | own-eta | without /",
        "/train/change?own-seed=2;eta=1 | own-seed | without /"
      })
  void whatWillNotDoIsRefusedInWords(String address, String parameter, String range) {
    Asked answer = Asked.get(server, address);
    if (answer.status() == 303) {
      answer = Asked.get(server, answer.header("Location"));
    }
    assertEquals(400, answer.status(), answer.text());
    assertTrue(answer.text().contains(parameter), answer.text());
    assertTrue(range == null || answer.text().contains(range), answer.text());
  }

  @Test
  void aFinishedTrainingStandsInTheTableWithoutScripts() {
    String query = SMALL + "&seed=11";
    String before = page(query);
    assertTrue(before.contains("colspan=\"5\""), before);
    String training = each(before, "data-query").get(0);
    Asked told = Asked.get(server, "/api/train?" + training);
    String accuracy = TraceJson.parse(told).get("epochs").get(1).get("testAccuracy").toString();
    String after = page(query);
    assertFalse(after.contains("colspan=\"5\""), after);
    assertTrue(
        after.contains("<td>%.2f</td>".formatted(Double.parseDouble(accuracy))), accuracy + after);
  }

  @Test
  void theWalkLeadsToTheTrainingOfItsProgram() {
    String step =
        Asked.get(server, "/step?data=made&net=16-4-10&bugs=error-sign&sample=3&step=2&epochs=1")
            .text();
    assertTrue(
        step.contains("href=\"/train?data=made&amp;net=16-4-10&amp;bugs=error-sign\">Train from"),
        step);
  }
}
