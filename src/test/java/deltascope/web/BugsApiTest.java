package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BugsApiTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ask(String path) throws IOException {
    return Json.mapper().readTree(Asked.get(server, path).text());
  }

  @Test
  void everyBugOfTheCatalogueIsThere() throws IOException {
    JsonNode bugs = ask("/api/bugs");
    assertEquals(Catalogue.bugs().stream().map(Bug::id).toList(), bugs.findValuesAsText("id"));
  }

  @Test
  void aBugShowsItsFormulaBesideTheTextbooks() throws IOException {
    JsonNode bug = ask("/api/bugs/error-sign");
    assertEquals("backward", bug.path("family").asText());
    assertEquals("output-error", bug.path("equation").asText());
    assertEquals("breaks-learning", bug.path("severity").asText());
    assertTrue(bug.path("textbook").asText().contains("a^{3} - y"), bug.path("textbook").asText());
    assertTrue(bug.path("formula").asText().contains("y - a^{3}"), bug.path("formula").asText());
    assertEquals(
        "delta[3] = 2 * (a[3] - y) * slope(z[3])",
        bug.path("code").path("numpy").path("correct").asText());
    assertEquals(
        "delta[3] = 2 * (y - a[3]) * slope(z[3])",
        bug.path("code").path("numpy").path("bugged").asText());
    assertEquals("output-error", bug.path("contract").path("firstBroken").asText());
  }

  @Test
  void aBugThatNeedsAnotherIsShownBesideIt() throws IOException {
    JsonNode naive = ask("/api/bugs/naive-exponentials");
    assertTrue(naive.path("formula").asText().contains("e^"), "its own line, not its companion's");
    JsonNode shared = ask("/api/bugs/evaluation-shares-label-bug");
    assertTrue(shared.path("formula").asText().contains("255"), shared.path("formula").asText());
    assertFalse(shared.path("textbook").asText().contains("255"));
  }

  @Test
  void everyBugTellsWhatItChanges() throws IOException {
    for (JsonNode bug : ask("/api/bugs")) {
      JsonNode numpy = bug.path("code").path("numpy");
      assertFalse(numpy.path("correct").asText().isEmpty(), bug.path("id").asText());
      assertFalse(
          numpy.path("correct").asText().equals(numpy.path("bugged").asText()),
          bug.path("id").asText());
      for (String text : new String[] {"title", "says", "symptom", "reason", "cure", "seen"}) {
        assertFalse(bug.path(text).asText().isEmpty(), bug.path("id") + " " + text);
      }
    }
  }

  @Test
  void anUnknownBugIsRefusedByName() throws IOException {
    Asked asked = Asked.get(server, "/api/bugs/no-such-bug");
    assertEquals(400, asked.status());
    assertTrue(asked.text().contains("bugs is no-such-bug, expected among"), asked.text());
  }
}
