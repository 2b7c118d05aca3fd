package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a problem that names parameter, value and range, and a server that goes on. */
class BadInputTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void theServerGoesOnAfterAllOfIt() {
    assertEquals("{\"status\":\"ok\"}", Asked.get(server, "/healthz").text());
    assertEquals(200, Asked.get(server, "/api/trace?data=made&net=16-3-10").status());
    server.close();
  }

  private static void problem(Asked answer, String parameter, String value, String range) {
    assertEquals(400, answer.status(), answer.text());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    JsonNode problem = TraceJson.parse(answer);
    assertEquals(400, problem.get("status").asInt());
    assertEquals("Value out of range", problem.get("title").asText());
    assertEquals(
        parameter + " is " + value + ", expected " + range, problem.get("detail").asText());
    assertEquals(parameter, problem.get("parameter").asText());
    assertEquals(value, problem.get("value").asText());
    assertEquals(range, problem.get("range").asText());
    quiet(answer);
  }

  /** No stack trace, no name of a class. */
  private static void quiet(Asked answer) {
    for (String secret :
        new String[] {"\tat ", "Exception", "deltascope.", "com.fasterxml", "java."}) {
      assertFalse(answer.text().contains(secret), answer.text());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch      | 0             | a whole number in 1…1024
          batch      | 1025          | a whole number in 1…1024
          batch      | -4            | a whole number in 1…1024
          batch      | four          | a whole number in 1…1024
          batch      | 2.0           | a whole number in 1…1024
          batch      | NaN           | a whole number in 1…1024
          eta        | 0             | a number, 0 < η ≤ 100
          eta        | -0.1          | a number, 0 < η ≤ 100
          eta        | 100.001       | a number, 0 < η ≤ 100
          eta        | NaN           | a number, 0 < η ≤ 100
          eta        | Infinity      | a number, 0 < η ≤ 100
          eta        | 1e999         | a number, 0 < η ≤ 100
          eta        | 0x1p3         | a number, 0 < η ≤ 100
          eta        | 1d            | a number, 0 < η ≤ 100
          eta        | ١             | a number, 0 < η ≤ 100
          eta        | a lot         | a number, 0 < η ≤ 100
          epochs     | 101           | a whole number in 0…100
          epochs     | -1            | a whole number in 0…100
          seed       | 1.5           | a whole number
          seed       | x             | a whole number
          seed       | ١             | a whole number
          seed       | 9223372036854775808 | a whole number
          sample     | -1            | a whole number from 0
          sample     | 2147483648    | a whole number from 0
          sample     | first         | a whole number from 0
          net        | 784           | 10 units last, one per digit
          net        | 784-16-9      | 10 units last, one per digit
          net        | 783-10        | 784, 196, 49 or 16 inputs first
          net        | 10            | 784, 196, 49 or 16 inputs first
          net        | 784-0-10      | layer sizes of 1…1024 units joined by -, as 784-16-16-10
          net        | 784-1025-10   | layer sizes of 1…1024 units joined by -, as 784-16-16-10
          net        | 784--10       | layer sizes of 1…1024 units joined by -, as 784-16-16-10
          net        | 16x10         | layer sizes of 1…1024 units joined by -, as 784-16-16-10
          net        | 16-1-1-1-1-1-1-10 | at most 6 layers of weights
          activation | softmax       | one of tanh, sigmoid, relu, linear
          activation | TANH          | one of tanh, sigmoid, relu, linear
          output     | gelu          | one of tanh, sigmoid, relu, linear, softmax
          cost       | mse           | one of squared-error, half-squared-error, cross-entropy
          init       | glorot        | one of xavier, he, normal, uniform, zeros
          split      | validation    | train or test
          values     | some          | one of small, all
          """)
  void aValueOutOfItsRangeIsNamedWithItsRange(String parameter, String value, String range) {
    String encoded = java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    problem(
        Asked.get(server, "/api/trace?data=made&" + parameter + "=" + encoded),
        parameter,
        value,
        range);
  }

  @Test
  void crossEntropyNeedsProbabilities() {
    Asked answer = Asked.get(server, "/api/trace?cost=cross-entropy&output=tanh");
    problem(
        answer,
        "cost",
        "cross-entropy with output tanh",
        "squared-error or half-squared-error with this output, or output sigmoid or softmax"
            + " (cross-entropy reads outputs as probabilities)");
  }

  @Test
  void anUnknownDataSetOrBugIsNamedBesideThoseThereAre() {
    Asked data = Asked.get(server, "/api/trace?data=cifar");
    assertEquals(400, data.status());
    assertEquals("data", TraceJson.parse(data).get("parameter").asText());
    assertTrue(TraceJson.parse(data).get("range").asText().contains("made"), data.text());
    Asked bug = Asked.get(server, "/api/trace?bugs=error-sign,gremlin");
    assertEquals("gremlin", TraceJson.parse(bug).get("value").asText());
    assertTrue(TraceJson.parse(bug).get("range").asText().contains("hidden-slope-missing"));
  }

  @Test
  void aBugTwiceIsRefused() {
    String range = "each bug at most once";
    Asked got = Asked.get(server, "/api/trace?bugs=error-sign,error-sign");
    problem(got, "bugs", "error-sign twice", range);
    String twice = GIVEN.replace("\"eta\"", "\"bugs\": [\"error-sign\", \"error-sign\"], \"eta\"");
    problem(Asked.post(server, "/api/trace", twice), "bugs", "error-sign twice", range);
  }

  @Test
  void aSamplePastTheEndIsRefusedWithHowManyThereAre() {
    for (String address : new String[] {"/api/trace", "/api/tensor.csv"}) {
      Asked answer = Asked.get(server, address + "?data=made&split=test&net=16-10&sample=99999999");
      JsonNode problem = TraceJson.parse(answer);
      assertEquals(400, answer.status());
      assertEquals("sample", problem.get("parameter").asText());
      assertTrue(problem.get("range").asText().matches("0…\\d+, as test has \\d+ samples"));
    }
  }

  @Test
  void anUnknownParameterIsNamedBesideThoseThereAre() {
    problem(
        Asked.get(server, "/api/samples?number=3"),
        "number",
        "no parameter here",
        "one of count, data, digit, from, split");
    problem(Asked.get(server, "/api/datasets?a=1"), "a", "no parameter here", "no parameters");
    problem(
        Asked.send("POST", server, "/api/trace?eta=1", BodyPublishers.ofString(GIVEN)),
        "eta",
        "no parameter here",
        "no parameters");
    quiet(Asked.get(server, "/api/trace?%3Cscript%3E=1"));
  }

  @Test
  void aParameterTwiceIsRefused() {
    problem(Asked.get(server, "/api/trace?batch=2&batch=3"), "batch", "2 and 3", "one value");
  }

  @Test
  void aParameterThatCannotBeReadIsRefused() {
    // java.net.URI would not send these.
    for (String broken : new String[] {"%zz", "%"}) {
      String answer = raw("GET /api/trace?seed=" + broken + " HTTP/1.1");
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertTrue(answer.contains("\"parameter\":\"seed\"") || answer.contains("problem+json"));
    }
  }

  private static String raw(String requestLine) {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", server.port())) {
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException unanswered) {
      throw new AssertionError(requestLine, unanswered);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/tensor.npy?net=16-3-10&step=99           | step  | 99   | a whole number in 0…16
          /api/tensor.csv?net=16-3-10&step=-1           | step  | -1   | a whole number in 0…16
          /api/tensor.json?net=16-3-10&step=2&name=W2   | name  | W2   | one of W1, a0, b1, z1
          /api/tensor.json?net=16-3-10&step=2&which=all | which | all  | one of any, operand, result, expected, difference, held, apart
          /api/samples?digit=10                         | digit | 10   | a whole number in 0…9
          /api/samples?count=0                          | count | 0    | a whole number in 1…1000
          /api/samples?count=1001                       | count | 1001 | a whole number in 1…1000
          /api/samples?from=-1                          | from  | -1   | a whole number from 0
          /api/samples?split=all                        | split | all  | train or test
          /api/sample.png?size=27                       | size  | 27   | a whole number in 28…1120
          /api/sample.png?size=29                       | size  | 29   | a multiple of 28, up to 1120
          /api/train?limit=0                            | limit | 0    | a whole number from 1
          /api/train?epochs=101                         | epochs | 101 | a whole number in 0…100
          """)
  void everyEndpointRefusesInTheSameWords(
      String address, String parameter, String value, String range) {
    problem(Asked.get(server, address + "&data=made"), parameter, value, range);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void aWrongMethodIsRefusedAndTheRightOneNamed(String method) {
    Asked answer = Asked.send(method, server, "/api/samples", BodyPublishers.ofString(""));
    assertEquals(405, answer.status());
    assertTrue(answer.header("Allow").contains("GET"), answer.header("Allow"));
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  private static final String GIVEN =
      """
      {"layers": [{"weights": [[0.5, -0.5], [0.25, 1]], "biases": [0, 0.5], "activation": "tanh"},
                  {"weights": [[1, 2]], "biases": [0.125], "activation": "linear"}],
       "cost": "squared-error", "eta": 0.5, "batch": 1, "repeat": 1,
       "samples": [{"input": [1, 2], "target": [0.5]}]}""";

  @Test
  void theDocumentThatTheOthersAreSpoiledFromIsRight() {
    assertEquals(200, Asked.post(server, "/api/trace", GIVEN).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "eta": 0.5      | "eta": 0        | eta     | 0         | a number, 0 < η ≤ 100
          "eta": 0.5      | "eta": 1e3      | eta     | 1000.0    | a number, 0 < η ≤ 100
          "eta": 0.5      | "eta": "much"   | eta     | "much"    | a number, 0 < η ≤ 100
          "eta": 0.5      | "eta": NaN      | eta     | "NaN"     | a number, 0 < η ≤ 100
          "batch": 1      | "batch": 0      | batch   | 0         | a whole number in 1…1024
          "batch": 1      | "batch": 1.5    | batch   | 1.5       | a whole number in 1…1024
          "batch": 1      | "batch": "1"    | batch   | "1"       | a whole number in 1…1024
          "repeat": 1     | "repeat": 0     | repeat  | 0         | a whole number in 1…100000
          "repeat": 1     | "repeat": 4294967297 | repeat | 4294967297 | a whole number in 1…100000
          "repeat": 1     | "repeat": 18446744073709551617 | repeat | 18446744073709551617 | a whole number in 1…100000
          "repeat": 1     | "repeat": 100001 | repeat | 100001    | a whole number in 1…100000
          "squared-error" | "absolute"      | cost    | absolute  | one of squared-error, half-squared-error, cross-entropy
          "squared-error" | 3               | cost    | 3         | a text
          "linear"        | "gelu"          | layers[1].activation | gelu | one of tanh, sigmoid, relu, linear, softmax
          "tanh"          | "softmax"       | layers[0].activation | softmax | one of tanh, sigmoid, relu, linear
          [0, 0.5]        | [0]             | layers[0].biases | 1 elements | 2 numbers, one bias a unit
          [0, 0.5]        | [0, "x"]        | layers[0].biases[1] | "x" | a finite number
          [0, 0.5]        | [0, null]       | layers[0].biases[1] | null | a finite number
          [0.25, 1]       | [0.25]          | layers[0].weights[1] | 1 elements | 2 numbers, as the first row
          [0.25, 1]       | [0.25, 1, 2]    | layers[0].weights[1] | 3 elements | 2 numbers, as the first row
          [0.25, 1]       | [0.25, NaN]     | layers[0].weights[1][1] | "NaN" | a finite number
          [0.25, 1]       | [0.25, -Infinity] | layers[0].weights[1][1] | "-Infinity" | a finite number
          [0.25, 1]       | [0.25, 1e999]   | layers[0].weights[1][1] | "Infinity" | a finite number
          [0.25, 1]       | 7               | layers[0].weights[1] | 7 | 2 numbers, as the first row
          [[1, 2]]        | [[1]]           | layers[1].weights | 1 × 1 | 1 × 2, a column for each unit below
          [[1, 2]]        | []              | layers[1].weights | 0 elements | a list of 1…1024 elements
          [[1, 2]]        | [[]]            | layers[1].weights[0] | 0 elements | 1…1024 numbers, a row
          "input": [1, 2] | "input": [1]    | samples[0].input | 1 elements | 2 numbers, one number for each input
          "input": [1, 2] | "x": [1, 2]     | samples[0].x | no field here | one of input, target
          "target": [0.5] | "target": [0.5, 1] | samples[0].target | 2 elements | 1 numbers, one number for each output
          "cost":         | "costs":        | costs   | no field here | one of layers, cost, eta, samples, batch, bugs, repeat
          "cost":         | "bugs": "error-sign", "cost": | bugs | "error-sign" | a list
          "cost":         | "bugs": [1], "cost": | bugs | 1 | a list of texts
          """,
      quoteCharacter = '`')
  void aFaultInADocumentIsNamedByItsPlace(
      String right, String wrong, String place, String value, String range) {
    assertTrue(GIVEN.contains(right), right);
    String spoiled = GIVEN.replace(right, wrong);
    problem(Asked.post(server, "/api/trace", spoiled), place, value, range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "[]",
        "null",
        "3",
        "\"x\"",
        "nul",
        "{",
        "{\"layers\":}",
        "{} {}",
        "{\"eta\":1,\"eta\":2}"
      })
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    Asked answer = Asked.post(server, "/api/trace", body);
    assertEquals(400, answer.status(), answer.text());
    assertEquals("body", TraceJson.parse(answer).get("parameter").asText());
    assertEquals("a JSON object", TraceJson.parse(answer).get("range").asText());
    quiet(answer);
  }

  @Test
  void layersThatAreTooManyOrNoneAreRefused() {
    String none = "{\"layers\": [], \"samples\": []}";
    problem(
        Asked.post(server, "/api/trace", none), "layers", "0 elements", "a list of 1…6 elements");
    String layer = "{\"weights\": [[1]], \"biases\": [0]},";
    String seven = "{\"layers\": [" + layer.repeat(6) + layer.replace("},", "}") + "]}";
    problem(
        Asked.post(server, "/api/trace", seven), "layers", "7 elements", "a list of 1…6 elements");
  }

  @Test
  void aRowLongerThanALayerMayBeIsRefused() {
    String wide = "{\"layers\": [{\"weights\": [[" + "0,".repeat(1024) + "0]], \"biases\": [0]}]}";
    problem(
        Asked.post(server, "/api/trace", wide),
        "layers[0].weights[0]",
        "1025 elements",
        "1…1024 numbers, a row");
  }

  @Test
  void deepAndLongDocumentsAreRefusedAndDoNotStopTheServer() {
    for (String body :
        new String[] {
          "[".repeat(100_000),
          "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
          "{\"eta\":" + "1".repeat(5_000) + "}"
        }) {
      Asked answer = Asked.post(server, "/api/trace", body);
      assertEquals(400, answer.status(), answer.text());
      quiet(answer);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    for (byte[] body :
        new byte[][] {
          {(byte) 0xff, (byte) 0xfe, '{', '}'},
          "{\"layers\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1),
          GIVEN.getBytes(StandardCharsets.UTF_16)
        }) {
      Asked answer = Asked.send("POST", server, "/api/trace", BodyPublishers.ofByteArray(body));
      assertEquals(400, answer.status(), answer.text());
      quiet(answer);
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    byte[] large = new byte[(16 << 20) + 1];
    Asked answer = Asked.send("POST", server, "/api/trace", BodyPublishers.ofByteArray(large));
    assertEquals(413, answer.status());
    assertEquals(
        "The body is larger than 16 MiB, the most allowed.",
        TraceJson.parse(answer).get("detail").asText());
  }

  @Test
  void workBeyondMeasureIsRefusedWithHowMuchIsAllowed() {
    String row = "[" + "0,".repeat(999) + "0]";
    String layer =
        "{\"weights\": ["
            + (row + ",").repeat(99)
            + row
            + "], \"biases\": ["
            + "0,".repeat(99)
            + "0]}";
    String body =
        "{\"layers\": ["
            + layer
            + "], \"repeat\": 100000, \"samples\": [{\"input\": "
            + row
            + ", \"target\": ["
            + "0,".repeat(99)
            + "0]}]}";
    Asked answer = Asked.post(server, "/api/trace", body);
    assertEquals(400, answer.status());
    assertEquals("repeat", TraceJson.parse(answer).get("parameter").asText());
    assertTrue(TraceJson.parse(answer).get("range").asText().startsWith("at most "), answer.text());
  }
}
