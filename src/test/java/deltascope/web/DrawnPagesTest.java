package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.data.Drawing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawn digit in the place of a sample, in pages and API. */
class DrawnPagesTest {
  private static final Drawing FOUR =
      new Drawing(4, List.of(new int[] {30, 10, 20, 60, 90, 64}, new int[] {80, 20, 78, 120}));

  private static final String DRAWN = "&drawn=" + FOUR.text();

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static double[] column(JsonNode tensor) {
    return List.of(TraceJson.matrix(tensor)).stream().mapToDouble(row -> row[0]).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&sample=6", "&sample=3&epochs=1&limit=200", "&sample=2&learn=no"})
  void itIsSteppedWithTheWeightsThatTheSampleWouldHaveMet(String scenario) {
    String query = "data=made&net=784-8-10" + scenario;
    TraceJson data = TraceJson.get(server, query);
    TraceJson drawn = TraceJson.get(server, query + DRAWN);
    assertEquals(FOUR.text(), drawn.document().get("scenario").get("drawn").asText());
    assertFalse(data.document().get("scenario").has("drawn"));
    JsonNode sample = drawn.document().get("sample");
    assertEquals(4, sample.get("label").asInt());
    byte[] pixels = FOUR.pixels();
    double[] input = column(drawn.step("input", 0).get("result"));
    for (int p = 0; p < 784; p++) {
      assertEquals(pixels[p] & 0xff, sample.get("pixels").get(p).asInt());
      assertEquals((pixels[p] & 0xff) / 255.0, input[p]);
    }
    double[] target = column(drawn.step("target", 0).get("result"));
    for (int k = 0; k < 10; k++) {
      assertEquals(k == 4 ? 1 : -1, target[k]);
    }
    JsonNode ours = drawn.step("weighted-sum", 1).get("operands").get(0);
    JsonNode theirs = data.step("weighted-sum", 1).get("operands").get(0);
    double[][] weights = TraceJson.matrix(theirs);
    for (int row = 0; row < weights.length; row++) {
      assertArrayEquals(weights[row], TraceJson.matrix(ours)[row]);
    }
    assertEquals(data.steps().size(), drawn.steps().size());
  }

  /**
   * Sorting by the drawn digit's label would put another sample there, and another in its batch.
   */
  @ParameterizedTest
  @ValueSource(strings = {"&bugs=sorted-by-class", "&bugs=sorted-by-class&learn=no", ""})
  void itsNumbersAreThoseThatArraysAreComparedWith(String scenario) {
    String query = "data=made&split=test&net=16-4-10&batch=3&sample=4" + scenario + DRAWN;
    StringBuilder arrays = new StringBuilder();
    for (String name : new String[] {"a0", "z1", "delta2", "sumW1"}) {
      JsonNode found =
          TraceJson.get(server, query).steps().stream()
              .map(step -> step.get("result"))
              .filter(result -> result.get("name").asText().equals(name))
              .findFirst()
              .orElseThrow();
      arrays.append(",\"%s\":%s".formatted(name, Arrays.deepToString(TraceJson.matrix(found))));
    }
    String body = "{\"arrays\":{" + arrays.substring(1) + "}}";
    JsonNode compared = TraceJson.parse(Asked.post(server, "/api/check-arrays?" + query, body));
    assertEquals("[]", compared.get("differing").toString());
    assertEquals(4, compared.get("compared").size());
  }

  /** A program of one's own has the drawn digit where it stands, also with the bug. */
  @Test
  void numbersOfABugWithADrawnDigitAreKnownByTheBug() {
    String query = "data=made&split=test&net=16-4-10&batch=3&sample=4" + DRAWN;
    JsonNode sum =
        TraceJson.get(server, query + "&bugs=sorted-by-class").step("accumulate-weights", 1);
    String own = Arrays.deepToString(TraceJson.matrix(sum.get("result")));
    String body = "{\"arrays\":{\"sumW1\":" + own + "}}";
    JsonNode bugs =
        TraceJson.parse(Asked.post(server, "/api/check-arrays?" + query, body)).get("bugs");
    assertTrue(bugs.toString().contains("\"sorted-by-class\""), bugs.toString());
  }

  /** The accumulators hold what the samples before it in its batch left. */
  @Test
  void theSamplesBeforeItInItsBatchAreThoseOfTheData() {
    JsonNode data =
        TraceJson.get(server, "data=made&net=49-6-10&sample=6").step("accumulate-biases", 1);
    JsonNode drawn =
        TraceJson.get(server, "data=made&net=49-6-10&sample=6" + DRAWN)
            .step("accumulate-biases", 1);
    assertArrayEquals(column(data.get("operands").get(0)), column(drawn.get("operands").get(0)));
  }

  /** Weights that were learned, order and all: an order by classes does not move it away. */
  @Test
  void aWalkInAnotherOrderStepsItAtItsPlace() {
    JsonNode sample =
        TraceJson.get(server, "data=made&net=49-6-10&bugs=sorted-by-class&sample=3" + DRAWN)
            .document()
            .get("sample");
    assertEquals(4, sample.get("label").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/step?data=made&step=2",
        "/step/sections?data=made",
        "/compare?data=made&bugs=error-sign",
        "/api/compare?data=made&bugs=error-sign",
        "/api/tensor.csv?data=made&step=0",
        "/samples?data=made",
        "/draw?data=made",
        "/api/sample.png?size=112"
      })
  void itIsAParameterOfEveryWalk(String path) {
    assertEquals(200, Asked.get(server, path + DRAWN).status());
  }

  @Test
  void thePageSaysWhoDrewItAndWhatTheNetworkSays() {
    String page = Asked.get(server, "/step?data=made&step=5" + DRAWN).text();
    assertTrue(page.contains("You drew this “4”. It stands in for Made digits, training sample 0"));
    assertTrue(page.contains("/api/sample.png?drawn=" + FOUR.text() + "&amp;size=112"));
    double[] outputs =
        column(TraceJson.get(server, "data=made" + DRAWN).step("activation", 3).get("result"));
    int said = 0;
    for (int k = 1; k < 10; k++) {
      said = outputs[k] > outputs[said] ? k : said;
    }
    assertTrue(page.contains(">" + said + "</a>"), "the network says " + said);
    String open = Asked.get(server, "/step?data=made&step=5&predict=yes" + DRAWN).text();
    assertFalse(open.contains("The network says"), "told before it is predicted");
  }

  @Test
  void theNextDigitIsTheDatasAgain() {
    String page = Asked.get(server, "/step?data=made&step=5" + DRAWN).text();
    String next = page.replaceAll("(?s).*href=\"([^\"]*)\"[^>]*data-move=\"next-sample\".*", "$1");
    assertTrue(next.contains("sample=1"), next);
    assertFalse(next.contains("drawn"), next);
    String samples = Asked.get(server, "/samples?data=made" + DRAWN).text();
    assertFalse(samples.contains("drawn="), "a thumbnail keeps the drawing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/step?drawn=4.%21 | drawn is 4.!, expected a digit 0…9, a dot, and up to 512 places",
        "/api/trace?drawn=four | drawn is four, expected a digit 0…9, a dot, and up to 512 places",
        "/draw?drawn=4. | drawn is 4., expected a digit 0…9",
        "/api/train?drawn=4.lBQ | drawn",
        "/mystery/make?bugs=error-sign&drawn=4.lBQ | drawn",
        "/step?mystery=AAAA&drawn=4.lBQ | drawn is beside a mystery",
        "/draw?mystery=AAAA | mystery is sealed",
      })
  void whatCannotBeWalkedIsRefusedInOneSentence(String path, String words) {
    Asked answer = Asked.get(server, path, "Accept", "text/html");
    assertEquals(400, answer.status(), answer.text());
    assertTrue(answer.text().contains(words), answer.text());
  }
}
