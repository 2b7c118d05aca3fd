package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.oracle.Naive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents of traces and tensors, field by field as the API lays them down. */
class TraceApiTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> fields(JsonNode node) {
    List<String> fields = new ArrayList<>();
    node.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static final String SMALL = "data=made&net=16-4-10&batch=2&sample=1&seed=5";

  @Test
  void theScenarioComesBackResolved() {
    JsonNode scenario = TraceJson.get(server, "data=made").document().get("scenario");
    assertEquals(
        "{\"data\":\"made\",\"split\":\"train\",\"net\":\"784-16-16-10\",\"activation\":\"tanh\","
            + "\"output\":\"tanh\",\"cost\":\"squared-error\",\"init\":\"xavier\",\"seed\":1,"
            + "\"eta\":0.1,\"batch\":4,\"epochs\":0,\"bugs\":[],\"sample\":0}",
        scenario.toString());
    JsonNode other =
        TraceJson.get(
                server,
                "data=made&split=test&net=16-3-10&activation=relu&cost=half-squared-error&init=he"
                    + "&seed=-7&eta=3&batch=2&bugs=hidden-slope-missing,error-sign&sample=2")
            .document()
            .get("scenario");
    assertEquals("relu", other.get("output").asText(), "output is as activation");
    assertEquals(
        "[\"error-sign\",\"hidden-slope-missing\"]",
        other.get("bugs").toString(),
        "in the catalogue's order, in which they act");
    assertEquals(-7, other.get("seed").asLong());
  }

  @Test
  void theSampleIsThatOfTheDataSet() {
    JsonNode trace = TraceJson.get(server, SMALL).document();
    JsonNode sample = trace.get("sample");
    assertEquals(
        List.of("index", "split", "label", "pixels", "place", "batchSize"), fields(sample));
    assertEquals(1, sample.get("place").asInt(), "the second of its batch");
    assertEquals(2, sample.get("batchSize").asInt(), "m of this batch; the last may be smaller");
    assertEquals(784, sample.get("pixels").size());
    assertTrue(
        StreamSupport.stream(sample.get("pixels").spliterator(), false)
            .allMatch(p -> p.isInt() && p.asInt() >= 0 && p.asInt() <= 255));
    JsonNode listed = TraceJson.parse(Asked.get(server, "/api/samples?data=made&from=1&count=1"));
    assertEquals(listed.get("samples").get(0).get("label"), sample.get("label"));
  }

  @Test
  void everyStepHasTheFieldsLaidDownAndNoOthers() {
    List<String> phases = List.of("data", "forward", "cost", "backward", "accumulate", "update");
    int number = 0;
    int phase = 0;
    for (JsonNode step : TraceJson.get(server, SMALL).steps()) {
      List<String> expected = new ArrayList<>(List.of("step", "phase"));
      Set<String> layerless = Set.of("input", "target", "cost");
      if (!layerless.contains(step.get("equation").asText())) {
        expected.add("layer");
      }
      expected.addAll(List.of("equation", "textbook", "formula", "bugs", "operands", "result"));
      if (Set.of("accumulate", "update").contains(step.get("phase").asText())) {
        expected.addAll(List.of("objects", "held"));
      }
      assertEquals(expected, fields(step));
      assertEquals(number++, step.get("step").asInt());
      assertTrue(phases.indexOf(step.get("phase").asText()) >= phase);
      phase = phases.indexOf(step.get("phase").asText());
      assertEquals(step.get("textbook"), step.get("formula"));
      for (JsonNode operand : step.get("operands")) {
        assertEquals(
            List.of("name", "rows", "cols", "min", "max", "norm", "values"), fields(operand));
      }
    }
  }

  @Test
  void theZerosOfASharedBufferAreSeenNotToBeZero() {
    String shared = "data=made&net=16-3-10&batch=2&sample=1&bugs=";
    for (String bug : List.of("", "shared-buffer")) {
      int resets = 0;
      for (JsonNode step : TraceJson.get(server, shared + bug).steps()) {
        if (!step.get("equation").asText().equals("reset")) {
          continue;
        }
        resets++;
        for (JsonNode held : step.get("held")) {
          assertEquals(step.get("objects").get(held.get("name").asText()), held.get("object"));
          assertFalse(held.get("oneRow").asBoolean());
        }
        JsonNode sum = step.get("held").get(0);
        JsonNode zeros = step.get("held").get(1);
        String layer = step.get("layer").asText();
        assertEquals("sumW" + layer, sum.get("name").asText());
        assertEquals("zeroW" + layer, zeros.get("name").asText());
        assertEquals(bug.isEmpty(), !sum.get("object").equals(zeros.get("object")));
        assertEquals(bug.isEmpty(), zeros.get("norm").asDouble() == 0);
        assertEquals(
            step.get("result").get("rows"),
            step.get("held").get(resets % 2 == 1 ? 0 : 2).get("rows"));
      }
      assertEquals(4, resets);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          input              | 0 | pixels          | a0
          target             | 0 | label           | y
          weighted-sum       | 2 | W2 a1 b2        | z2
          activation         | 1 | z1              | a1
          cost               | 0 | a2 y            | C
          output-error       | 2 | a2 y slope2     | delta2
          weight-gradient    | 1 | delta1 a0       | dW1
          bias-gradient      | 1 | delta1          | db1
          hidden-error       | 1 | W2 delta2 slope1 | delta1
          accumulate-weights | 1 | sumW1 dW1       | sumW1
          accumulate-biases  | 2 | sumb2 db2       | sumb2
          update-weights     | 1 | W1 sumW1        | W1
          update-biases      | 2 | b2 sumb2        | b2
          reset              | 1 | zeroW1          | sumW1
          """)
  void operandsComeInTheOrderOfTheFormula(
      String equation, int layer, String operands, String result) {
    JsonNode step = TraceJson.get(server, SMALL).step(equation, layer);
    List<String> names = new ArrayList<>();
    step.get("operands").forEach(operand -> names.add(operand.get("name").asText()));
    assertEquals(operands, String.join(" ", names));
    assertEquals(result, step.get("result").get("name").asText());
  }

  @Test
  void aStepThatABugChangesSaysSoAndWhatTheTextbookGives() {
    TraceJson bugged = TraceJson.get(server, SMALL + "&bugs=error-sign,hidden-slope-missing");
    for (JsonNode step : bugged.steps()) {
      String equation = step.get("equation").asText();
      String bugs =
          switch (equation) {
            case "output-error" -> "[\"error-sign\"]";
            case "hidden-error" -> "[\"hidden-slope-missing\"]";
            default -> "[]";
          };
      assertEquals(bugs, step.get("bugs").toString(), equation);
      assertEquals(!bugs.equals("[]"), step.has("expected"), equation);
      assertEquals(!bugs.equals("[]"), !step.get("formula").equals(step.get("textbook")));
    }
    JsonNode error = bugged.step("output-error", 2);
    double[][] wrong = TraceJson.matrix(error.get("result"));
    double[][] right = TraceJson.matrix(error.get("expected"));
    assertArrayEquals(Naive.map(right, x -> -x)[0], wrong[0], 0);
  }

  @Test
  void expectedIsAbsentWhereABugChangesNothing() {
    // The slope of a linear unit is 1: without it all is as it should be.
    TraceJson trace = TraceJson.get(server, SMALL + "&activation=linear&bugs=hidden-slope-missing");
    JsonNode step = trace.step("hidden-error", 1);
    assertEquals("[\"hidden-slope-missing\"]", step.get("bugs").toString());
    assertFalse(step.has("expected"));
  }

  @Test
  void largeTensorsKeepTheirValuesToThemselvesUnlessAsked() {
    String query = "data=made&net=784-2-10";
    JsonNode small = TraceJson.parse(Asked.get(server, "/api/trace?" + query));
    JsonNode all = TraceJson.get(server, query).document();
    for (int i = 0; i < small.get("steps").size(); i++) {
      for (int k = 0; k < small.get("steps").get(i).get("operands").size(); k++) {
        JsonNode lean = small.get("steps").get(i).get("operands").get(k);
        JsonNode full = all.get("steps").get(i).get("operands").get(k);
        int size = lean.get("rows").asInt() * lean.get("cols").asInt();
        assertEquals(size <= 1024, lean.has("values"));
        assertEquals(size, full.get("values").size());
        assertEquals(full.get("norm"), lean.get("norm"));
      }
    }
  }

  @Test
  void aTensorIsTheSameInEveryFormAndInTheTrace() {
    for (JsonNode step : TraceJson.get(server, SMALL).steps()) {
      List<JsonNode> tensors = new ArrayList<>();
      step.get("operands").forEach(tensors::add);
      for (JsonNode tensor : tensors) {
        String query =
            "?" + SMALL + "&step=" + step.get("step") + "&name=" + tensor.get("name").asText();
        checkForms(query + "&which=operand", tensor);
      }
      checkForms("?" + SMALL + "&step=" + step.get("step") + "&which=result", step.get("result"));
    }
  }

  private static void checkForms(String query, JsonNode tensor) {
    double[][] rows = TraceJson.matrix(tensor);
    assertEquals(tensor, TraceJson.parse(Asked.get(server, "/api/tensor.json" + query)));
    double[][] npy = npy(Asked.get(server, "/api/tensor.npy" + query));
    assertEquals(0, Naive.distance(rows, npy), query);
    assertEquals(Naive.shape(rows), Naive.shape(npy));
    assertEquals(0, Naive.distance(rows, csv(Asked.get(server, "/api/tensor.csv" + query))), query);
  }

  /** NumPy's format 1.0, read as its specification says. */
  private static double[][] npy(Asked answer) {
    byte[] bytes = answer.response().body();
    assertEquals("application/octet-stream", answer.header("Content-Type"));
    assertEquals((byte) 0x93, bytes[0]);
    assertEquals("NUMPY", new String(bytes, 1, 5, StandardCharsets.US_ASCII));
    assertEquals(1, bytes[6]);
    assertEquals(0, bytes[7]);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = buffer.getShort(8) & 0xffff;
    assertEquals(0, (10 + headerLength) % 64, "the numbers are aligned");
    String header = new String(bytes, 10, headerLength, StandardCharsets.US_ASCII);
    assertTrue(header.endsWith("\n"));
    var shape =
        java.util.regex.Pattern.compile(
                "\\{'descr': '<f8', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)\\), } *\n")
            .matcher(header);
    assertTrue(shape.matches(), header);
    int rows = Integer.parseInt(shape.group(1));
    int cols = Integer.parseInt(shape.group(2));
    assertEquals(10 + headerLength + 8 * rows * cols, bytes.length);
    double[] values = new double[rows * cols];
    buffer.position(10 + headerLength);
    buffer.asDoubleBuffer().get(values);
    return Naive.rows(values, rows, cols);
  }

  private static double[][] csv(Asked answer) {
    assertEquals("text/csv; charset=utf-8", answer.header("Content-Type").toLowerCase());
    return answer
        .text()
        .lines()
        .map(
            line ->
                java.util.Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void anUpdatesOldAndNewWeightsAreBothToBeHad() {
    JsonNode step = TraceJson.get(server, SMALL).step("update-weights", 1);
    String at = "/api/tensor.json?" + SMALL + "&step=" + step.get("step") + "&name=W1&which=";
    JsonNode old = TraceJson.parse(Asked.get(server, at + "operand"));
    JsonNode now = TraceJson.parse(Asked.get(server, at + "result"));
    assertEquals(step.get("operands").get(0), old);
    assertEquals(step.get("result"), now);
    assertFalse(old.equals(now));
  }

  /**
   * The network of this test, by hand: x = (1, 2), y = 0.5, tanh below and linear above.
   *
   * <pre>
   * z¹ = (0.5·1 − 0.5·2 + 0.5, 0.25·1 + 1·2 − 2.25) = (0, 0)     a¹ = (0, 0), φ′ = (1, 1)
   * z² = 1·0 + 2·0 + 0.125 = 0.125 = a²             C = (0.125 − 0.5)² = 0.140625
   * δ² = 2 · (−0.375) = −0.75                       ∇W² = (0, 0)
   * δ¹ = (1, 2) · (−0.75) = (−0.75, −1.5)           ∇W¹ = (−0.75, −1.5; −1.5, −3)
   * η = 0.5: W¹ = (0.875, 0.25; 1, 2.5), b¹ = (0.875, −1.5), W² as before, b² = 0.5
   * </pre>
   */
  @Test
  void aGivenNetworkIsTracedAndComesBackAfterTheStep() {
    TraceJson trace = TraceJson.post(server, given("\"repeat\": 1"));
    assertArrayEquals(new double[] {0, 0}, values(trace.step("weighted-sum", 1)));
    assertArrayEquals(new double[] {0.125}, values(trace.step("activation", 2)));
    assertArrayEquals(new double[] {0.140625}, values(trace.step("cost", 0)));
    assertArrayEquals(new double[] {-0.75}, values(trace.step("output-error", 2)));
    assertArrayEquals(new double[] {-0.75, -1.5}, values(trace.step("hidden-error", 1)));
    assertArrayEquals(
        new double[] {-0.75, -1.5, -1.5, -3}, values(trace.step("weight-gradient", 1)));
    assertEquals(
        "{\"layers\":[{\"weights\":[[0.875,0.25],[1.0,2.5]],\"biases\":[0.875,-1.5],"
            + "\"activation\":\"tanh\"},{\"weights\":[[1.0,2.0]],\"biases\":[0.5],"
            + "\"activation\":\"linear\"}]}",
        trace.document().get("network").toString());
    assertEquals("a^{0} = x", trace.step("input", 0).get("formula").asText());
    assertEquals("input", trace.step("input", 0).get("operands").get(0).get("name").asText());
    assertEquals(
        "{\"net\":\"2-2-1\",\"cost\":\"squared-error\",\"eta\":0.5,\"batch\":1,\"bugs\":[],"
            + "\"repeat\":1}",
        trace.document().get("scenario").toString());
  }

  private static String given(String more) {
    return """
        {"layers": [
          {"weights": [[0.5, -0.5], [0.25, 1]], "biases": [0.5, -2.25], "activation": "tanh"},
          {"weights": [[1, 2]], "biases": [0.125], "activation": "linear"}],
         "cost": "squared-error", "eta": 0.5, %s,
         "samples": [{"input": [1, 2], "target": [0.5]}]}"""
        .formatted(more);
  }

  private static double[] values(JsonNode step) {
    return java.util.Arrays.stream(TraceJson.matrix(step.get("result")))
        .flatMapToDouble(java.util.Arrays::stream)
        .toArray();
  }

  @Test
  void toRepeatIsToSendTheNetworkBackAgain() {
    String once = given("\"repeat\": 1");
    JsonNode network = null;
    for (int round = 0; round < 5; round++) {
      network = TraceJson.post(server, once).document().get("network");
      once =
          "{\"layers\": %s, \"eta\": 0.5, \"samples\": [{\"input\": [1, 2], \"target\": [0.5]}]}"
              .formatted(network.get("layers"));
    }
    JsonNode five = TraceJson.post(server, given("\"repeat\": 5")).document().get("network");
    assertEquals(network, five);
  }

  @Test
  void numbersThatAreNoneAreSentAsTexts() {
    String huge =
        """
        {"layers": [{"weights": [[1e308, 1e308]], "biases": [0], "activation": "linear"}],
         "samples": [{"input": [10, -10], "target": [1]}]}""";
    TraceJson trace = TraceJson.post(server, huge);
    String text = trace.step("weighted-sum", 1).get("result").toString();
    assertEquals(
        "{\"name\":\"z1\",\"rows\":1,\"cols\":1,\"min\":\"NaN\",\"max\":\"NaN\",\"norm\":\"NaN\","
            + "\"values\":[\"NaN\"]}",
        text);
    String infinite = huge.replace("-10", "10").replace("\"target\": [1]", "\"target\": [-1]");
    JsonNode cost = TraceJson.post(server, infinite).step("cost", 0).get("result");
    assertEquals("[\"Infinity\"]", cost.get("values").toString());
  }

  @Test
  void aTraceIsTheSameWhoeverAsksAndHoweverOften() throws Exception {
    String path = "/api/trace?data=made&net=49-5-10&batch=3&sample=";
    List<String> first = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      first.add(Asked.get(server, path + n).text());
    }
    Set<String> different = new HashSet<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int start = 3 * t;
      Thread thread =
          new Thread(
              () -> {
                for (int k = 0; k < 12; k++) {
                  int n = (start + 7 * k) % 12;
                  if (!Asked.get(server, path + n).text().equals(first.get(n))) {
                    synchronized (different) {
                      different.add(path + n);
                    }
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(Set.of(), different);
    try (Server another = Server.start(ServerOptions.anyPort())) {
      assertEquals(first.get(8), Asked.get(another, path + 8).text());
    }
  }

  @Test
  void epochsTrainBeforeTheFirstStep() {
    String path = "data=made&net=16-3-10&batch=1000&epochs=";
    JsonNode untrained = TraceJson.get(server, path + 0).step("weighted-sum", 1);
    JsonNode trained = TraceJson.get(server, path + 1).step("weighted-sum", 1);
    assertFalse(untrained.get("operands").get(0).equals(trained.get("operands").get(0)));
    assertEquals(trained, TraceJson.get(server, path + 1).step("weighted-sum", 1));
  }
}
