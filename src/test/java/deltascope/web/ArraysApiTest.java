package deltascope.web;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.kernel.Notebook;
import deltascope.kernel.Walked;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document of {@code POST /api/check-arrays}, field by field. */
class ArraysApiTest {
  private static final String PATH = "/api/check-arrays?data=made&net=16-3-10&sample=1&batch=2";

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Asked sent(String body) {
    return Asked.post(server, PATH, body);
  }

  private static JsonNode tensor(String name, int step) {
    String query = PATH.substring(PATH.indexOf('?')) + "&step=" + step + "&name=" + name;
    return TraceJson.parse(Asked.get(server, "/api/tensor.json" + query)).get("values");
  }

  @Test
  void numbersOfTheWalkAgreeAsColumnRowsOrOneNumber() {
    double cost = tensor("C", 6).get(0).asDouble();
    String column = tensor("z1", 2).toString();
    String rows = column.replace("[", "[[").replace("]", "]]").replace(",", "],[");
    for (String z : new String[] {column, rows}) {
      JsonNode found =
          TraceJson.parse(sent("{\"arrays\":{\"C\":%s,\"z1\":%s}}".formatted(cost, z)));
      assertEquals("16-3-10", found.get("scenario").get("net").asText());
      assertEquals(1e-9, found.get("tolerance").asDouble());
      assertEquals("[\"z1\",\"C\"]", found.get("compared").toString());
      assertTrue(found.get("agrees").asBoolean());
      assertFalse(found.has("firstDifference"));
      assertEquals("[]", found.get("differing").toString());
      assertEquals("[]", found.get("bugs").toString());
      assertEquals("[]", found.get("begun").toString());
    }
  }

  @Test
  void aNumberThatIsOtherIsToldWithItsPlaceAndItsBug() {
    JsonNode cost = tensor("C", 6);
    StringBuilder opposite = new StringBuilder();
    tensor("delta2", 7).forEach(x -> opposite.append(",").append(-x.asDouble()));
    JsonNode found =
        TraceJson.parse(
            sent(
                "{\"arrays\":{\"delta2\":[%s],\"C\":%s},\"tolerance\":0.01}"
                    .formatted(opposite.substring(1), cost)));
    JsonNode first = found.get("firstDifference");
    assertEquals("delta2", first.get("name").asText());
    assertEquals(7, first.get("step").asInt());
    assertEquals("output-error", first.get("equation").asText());
    assertEquals(2, first.get("layer").asInt());
    assertEquals("[10,1]", first.get("shape").toString());
    assertEquals("[10,1]", first.get("expectedShape").toString());
    assertEquals(2, first.get("distance").asDouble(), 1e-12);
    assertEquals(0, first.get("col").asInt());
    assertEquals(first.get("yours").asDouble(), -first.get("expected").asDouble(), 1e-12);
    assertEquals("[\"delta2\"]", found.get("differing").toString());
    assertEquals("error-sign", found.get("bugs").get(0).get("id").asText());
    assertEquals("Error with the wrong sign", found.get("bugs").get(0).get("title").asText());
    assertFalse(found.get("bugs").get(0).get("says").asText().isEmpty());
  }

  @Test
  void aShapeThatIsOtherHasNoPlace() {
    JsonNode first =
        TraceJson.parse(sent("{\"arrays\":{\"z1\":[[\"NaN\",1,2]]}}")).get("firstDifference");
    assertEquals("[1,3]", first.get("shape").toString());
    assertEquals("[3,1]", first.get("expectedShape").toString());
    assertEquals("Infinity", first.get("distance").asText());
    assertFalse(first.has("row"));
    assertFalse(first.has("yours"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                   | arrays is missing, expected an object of matrices
          {"arrays":[1]}                       | arrays is [1], expected an object of matrices
          {"arrays":{}}                        | arrays is empty, expected the matrices to compare, by their names
          {"arrays":{"z1":[]}}                 | arrays.z1 is [], expected at least one number
          {"arrays":{"z1":[[]]}}               | arrays.z1 is [[]], expected at least one number
          {"arrays":{"z1":[[1],[2,3]]}}        | arrays.z1[1] is 2 numbers, expected 1 numbers, as the first row
          {"arrays":{"z1":[1,"x"]}}            | arrays.z1[1] is "x", expected a number, NaN, Infinity or -Infinity
          {"arrays":{"z1":null}}               | arrays.z1 is null, expected a number, NaN, Infinity or -Infinity
          {"arrays":{"z1":1},"tolerance":1}    | tolerance is 1, expected a number, 0 ≤ tolerance < 1
          {"arrays":{"z1":1},"tolerance":"no"} | tolerance is "no", expected a number, 0 ≤ tolerance < 1
          {"arrays":{"z1":1},"bugs":[]}        | bugs is no field here, expected one of arrays, tolerance
          """)
  void whatIsNoMatrixIsRefusedByItsPlace(String body, String detail) {
    Asked answer = sent(body);
    assertEquals(400, answer.status(), answer.text());
    assertEquals(detail, TraceJson.parse(answer).get("detail").asText());
  }

  /** Refused before it is made, whatever its name: no matrix of any walk is as large. */
  @Test
  void whatIsLargerThanAnyMatrixOfAWalkIsRefused() {
    String most = "0" + ",0".repeat(1023);
    for (String matrix : new String[] {"[" + most + "]", "[[" + most + "]]"}) {
      assertEquals(200, sent("{\"arrays\":{\"z1\":" + matrix + "}}").status());
    }
    assertEquals("arrays.x is 1025 rows, expected at most 1024", refusal("[" + most + ",0]"));
    assertEquals(
        "arrays.x[0] is 1025 numbers, expected at most 1024", refusal("[[" + most + ",0]]"));
    String many =
        IntStream.range(0, 257).mapToObj(n -> "\"x%d\":0".formatted(n)).collect(joining(","));
    assertEquals(
        "arrays is 257 matrices, expected at most 256",
        TraceJson.parse(sent("{\"arrays\":{" + many + "}}")).get("detail").asText());
  }

  private static String refusal(String matrix) {
    return TraceJson.parse(sent("{\"arrays\":{\"x\":" + matrix + "}}")).get("detail").asText();
  }

  @Test
  void theDeepestNetworksPassHasFewerMatricesThanMayBeSent() {
    String query = "data=made&net=16-4-4-4-4-4-10";
    StringBuilder all = new StringBuilder();
    Walked walk = Notebook.walk(query);
    walk.names().forEach(name -> all.append(",\"%s\":0".formatted(name)));
    String body = "{\"arrays\":{" + all.substring(1) + "}}";
    assertEquals(200, Asked.post(server, "/api/check-arrays?" + query, body).status());
  }

  @Test
  void aSampleOrAScenarioThatIsNoneIsRefused() {
    String body = "{\"arrays\":{\"C\":1}}";
    assertEquals(
        "sample",
        TraceJson.parse(
                Asked.post(server, "/api/check-arrays?data=made&sample=60000&learn=no", body))
            .get("parameter")
            .asText());
    assertEquals(400, Asked.post(server, "/api/check-arrays?values=all", body).status());
    assertEquals(405, Asked.get(server, "/api/check-arrays").status());
  }
}
