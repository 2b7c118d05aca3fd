package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checks' pages without a browser. */
class CheckPagesTest {
  private static final String SMALL = "data=made&net=49-12-10";
  private static final Pattern PLATE =
      Pattern.compile(
          "<article class=\"check\" id=\"([a-z-]+)\".*?<div class=\"plate ([a-z]+)\"",
          Pattern.DOTALL);

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
  void thePageSaysOfEveryCheckWhatTheApiSays() throws IOException {
    String query = SMALL + "&bugs=hidden-slope-missing";
    JsonNode answers = Json.mapper().readTree(Asked.get(server, "/api/checks?" + query).text());
    Matcher plates = PLATE.matcher(Asked.get(server, "/checks?" + query).text());
    for (JsonNode answer : answers) {
      assertTrue(plates.find());
      assertEquals(answer.path("id").asText(), plates.group(1));
      assertEquals(answer.path("verdict").asText(), plates.group(2));
    }
    assertFalse(plates.find());
  }

  @Test
  void thePanelComesInTwoPartsThatAreAllTogether() {
    Set<String> met = new HashSet<>();
    for (String which : new String[] {"quick", "slow"}) {
      String part = Asked.get(server, "/checks/panel?" + SMALL + "&which=" + which).text();
      for (Check check : Checks.checks()) {
        boolean here = part.contains("data-check=\"" + check.id() + "\"");
        assertEquals(check.quick() == which.equals("quick"), here, check.id());
        if (here) {
          met.add(check.id());
        }
      }
    }
    assertEquals(Checks.checks().size(), met.size());
  }

  @Test
  void everyLinkToAStepLeadsThere() {
    for (String query :
        new String[] {
          SMALL + "&batch=3&sample=4",
          "data=made&net=49-10&bugs=gradient-ascent",
          "data=made&net=49-12-10&bugs=weights-not-transposed,outer-product-transposed"
        }) {
      String page = Asked.get(server, "/checks?" + query).text();
      Matcher links = Pattern.compile("<p class=\"where\"><a href=\"([^\"]*)\"").matcher(page);
      int count = 0;
      while (links.find()) {
        assertEquals(
            200, Asked.get(server, links.group(1).replace("&amp;", "&")).status(), links.group(1));
        count++;
      }
      assertEquals(Checks.checks().size(), count, query);
    }
  }

  @Test
  void theGradientOfEveryWeightIsAnArrayOfLogarithms() {
    Asked npy = Asked.get(server, "/api/checks/gradient.npy?" + SMALL + "&layer=2");
    assertEquals(200, npy.status());
    assertTrue(npy.text().contains("'shape': (10, 12)"));
    assertEquals(128 + 8 * 120, npy.length());
    assertEquals(
        "image/png", Asked.get(server, "/api/checks/gradient.png?" + SMALL).header("Content-Type"));
    String page = Asked.get(server, "/checks?" + SMALL + "&heat=2").text();
    assertTrue(page.contains("/api/checks/gradient.npy?data=made&amp;net=49-12-10&amp;layer=2"));
    assertTrue(page.contains("largest error"));
  }

  @Test
  void whatIsNoScenarioIsRefused() {
    for (String query : new String[] {"heat=3", "heat=x", "sample=10000000", "which=quick"}) {
      assertEquals(400, Asked.get(server, "/checks?" + SMALL + "&" + query).status(), query);
    }
    assertEquals(400, Asked.get(server, "/checks/panel?which=slowest").status());
    assertEquals(400, Asked.get(server, "/api/checks/gradient.npy?layer=0").status());
  }

  @Test
  void aProgramThatStopsIsToldInWords() {
    String query = "data=made&net=49-12-8-10&bugs=weights-not-transposed";
    assertTrue(Asked.get(server, "/checks?" + query).text().contains("The program stops"));
    assertEquals(422, Asked.get(server, "/api/checks/gradient.npy?" + query).status());
  }

  @Test
  void aNumberThatIsNoneIsSaidWhereItIsTheFinding() {
    String page =
        Asked.get(server, "/checks?data=made&init=normal&bugs=naive-exponentials,pixels-unscaled")
            .text();
    String gradient = page.substring(page.indexOf("id=\"gradient-check\""));
    assertTrue(gradient.contains("<p class=\"number\">NaN</p>"));
    String dead = page.substring(page.indexOf("id=\"dead-units\""));
    assertTrue(dead.startsWith("id=\"dead-units\"") && dead.contains("<p class=\"number\">–</p>"));
  }
}
