package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompareApiTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode compare(String query) throws IOException {
    Asked asked = Asked.get(server, "/api/compare?data=made&net=16-4-3-10&" + query);
    assertEquals(200, asked.status(), asked.text());
    return Json.mapper().readTree(asked.text());
  }

  @Test
  void withoutABugNothingDiffers() throws IOException {
    JsonNode compared = compare("sample=3");
    assertTrue(compared.path("firstDifference").isMissingNode());
    assertEquals(36, compared.path("steps").size());
    for (JsonNode pair : compared.path("steps")) {
      assertEquals(0, pair.path("distance").asDouble(), pair.toString());
    }
  }

  @Test
  void theWrongSignIsTwoLengthsAwayAndTheRestIsHandedOn() throws IOException {
    JsonNode compared = compare("bugs=error-sign");
    JsonNode first = compared.path("firstDifference");
    assertEquals("output-error", first.path("equation").asText());
    assertEquals(3, first.path("layer").asInt());
    assertEquals(2, first.path("distance").asDouble(), 1e-15, "δ against −δ");
    assertTrue(first.path("madeHere").asBoolean());
    int differing = 0;
    for (JsonNode pair : compared.path("steps")) {
      if (pair.path("distance").asDouble() > 0 && !pair.equals(first)) {
        differing++;
        assertFalse(pair.path("madeHere").asBoolean(), pair.toString());
      }
    }
    assertTrue(differing > 5, "the errors below and all gradients");
  }

  @Test
  void twoSetsOfBugsCanBeCompared() throws IOException {
    JsonNode compared = compare("bugs=error-sign,hidden-slope-missing&against=error-sign");
    assertEquals("[\"error-sign\"]", compared.path("against").toString());
    assertEquals("hidden-error", compared.path("firstDifference").path("equation").asText());
  }

  @Test
  void anUnknownBugToCompareAgainstIsRefused() {
    assertEquals(400, Asked.get(server, "/api/compare?against=nothing").status());
  }
}
