package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BugPagesTest {
  private static final Pattern WALK =
      Pattern.compile("<a class=\"button first\" href=\"(/step[^\"]*)\"");

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theCatalogueLeadsToEveryBug() {
    String page = Asked.get(server, "/bugs").text();
    for (Bug bug : Catalogue.bugs()) {
      assertTrue(page.contains("href=\"/bugs/" + bug.id() + "\""), bug.id());
    }
  }

  @Test
  void theWalkOfABugWithAFormulaBeginsWhereItActs() throws IOException {
    for (String id : List.of("error-sign", "hidden-slope-missing")) {
      Asked page = Asked.get(server, "/bugs/" + id);
      assertEquals(200, page.status(), id);
      Matcher walk = WALK.matcher(page.text());
      assertTrue(walk.find(), id);
      String query = walk.group(1).replace("&amp;", "&").substring("/step?".length());
      int step = Integer.parseInt(query.replaceAll(".*step=(\\d+).*", "$1"));
      String scenario = query.replaceAll("&?step=\\d+", "");
      JsonNode trace = Json.mapper().readTree(Asked.get(server, "/api/trace?" + scenario).text());
      assertEquals("[\"" + id + "\"]", trace.path("steps").path(step).path("bugs").toString());
    }
  }

  @Test
  void theWalkOfABugTakesAlongTheBugsThatItNeeds() {
    Map<String, String> needed =
        Map.of(
            "naive-exponentials", "pixels-unscaled,naive-exponentials",
            "evaluation-shares-label-bug", "label-scaled,evaluation-shares-label-bug");
    needed.forEach(
        (id, bugs) -> {
          Matcher walk = WALK.matcher(Asked.get(server, "/bugs/" + id).text());
          assertTrue(walk.find(), id);
          assertTrue(walk.group(1).contains("bugs=" + bugs + "&amp;"), walk.group(1));
        });
  }

  @Test
  void everyCheckOfABugsPageLeadsToItsEvidence() {
    String page = Asked.get(server, "/bugs/evaluation-shares-label-bug").text();
    String evidence =
        "<a class=\"check\" href=\"/checks?net=784-30-10&amp;split=test"
            + "&amp;bugs=label-scaled,evaluation-shares-label-bug#";
    assertEquals(16, page.split(Pattern.quote(evidence), -1).length - 1);
  }

  @Test
  void wishesGoAlongAndEverythingElseIsRefused() {
    assertTrue(Asked.get(server, "/bugs?theme=dark").text().contains("data-theme=\"dark\""));
    assertEquals(400, Asked.get(server, "/bugs?colour=red").status());
    assertEquals(400, Asked.get(server, "/bugs/no-such-bug").status());
  }
}
