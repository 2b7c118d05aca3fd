package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import deltascope.checks.Checks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checks over HTTP. */
class ChecksApiTest {
  private static final String SMALL = "/api/checks?data=made&net=49-12-10";
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(Asked asked) throws JsonProcessingException {
    return Json.mapper().readTree(asked.text());
  }

  @Test
  void allChecksAnswerInTheirOrder() throws JsonProcessingException {
    Asked asked = Asked.get(server, SMALL);
    assertEquals(200, asked.status());
    JsonNode answers = json(asked);
    assertEquals(Checks.checks().size(), answers.size());
    for (int n = 0; n < answers.size(); n++) {
      JsonNode answer = answers.get(n);
      assertEquals(Checks.checks().get(n).id(), answer.path("id").asText());
      assertEquals(Checks.checks().get(n).title(), answer.path("title").asText());
      assertTrue(answer.path("verdict").asText().matches("pass|inconclusive"), answer.toString());
      assertTrue(answer.has("value") && answer.has("threshold"));
      assertTrue(answer.path("tensors").isArray());
    }
  }

  @Test
  void oneCheckAloneLooksAtTheBugsOfTheAddress() throws JsonProcessingException {
    JsonNode answers =
        json(Asked.get(server, SMALL + "&check=gradient-check&bugs=hidden-slope-missing"));
    assertEquals(1, answers.size());
    JsonNode answer = answers.get(0);
    assertEquals("fail", answer.path("verdict").asText());
    assertEquals("dW1", answer.path("tensors").get(0).path("name").asText());
    assertEquals("fail", answer.path("tensors").get(0).path("verdict").asText());
    assertEquals("pass", answer.path("tensors").get(2).path("verdict").asText());
  }

  @Test
  void numbersThatAreNoneAreWords() throws JsonProcessingException {
    JsonNode answer = json(Asked.get(server, SMALL + "&check=dead-units")).get(0);
    assertEquals("inconclusive", answer.path("verdict").asText());
    assertEquals("NaN", answer.path("value").asText());
  }

  @Test
  void anUnknownCheckIsRefusedByName() throws JsonProcessingException {
    Asked asked = Asked.get(server, SMALL + "&check=horoscope");
    assertEquals(400, asked.status());
    assertEquals("check", json(asked).path("parameter").asText());
    assertEquals(400, Asked.get(server, SMALL + "&cheque=1").status());
  }
}
