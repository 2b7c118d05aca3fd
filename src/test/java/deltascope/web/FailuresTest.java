package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort(), FailuresTest::routesThatFail);
  }

  @AfterAll
  static void theServerGoesOnAfterAllOfIt() {
    assertEquals(200, Asked.get(server, "/healthz").status());
    server.close();
  }

  private static void routesThatFail(RoutesConfig routes) {
    for (String at : new String[] {"/api/test", "/test"}) {
      routes.get(
          at + "/refused",
          ctx -> {
            throw new Refused("batch", 0, "1…1024");
          });
      routes.get(
          at + "/broken",
          ctx -> {
            throw new IllegalStateException("a secret of the house");
          });
      routes.get(
          at + "/very-broken",
          ctx -> {
            throw new StackOverflowError("a secret of the house");
          });
    }
    routes.post("/api/test/length", ctx -> ctx.result("" + Body.bytes(ctx).length));
    routes.post("/api/test/json", ctx -> Json.mapper().readTree(Body.bytes(ctx)));
  }

  @Test
  void aRefusedValueIsAProblemThatNamesParameterValueAndRange() {
    Asked refused = Asked.get(server, "/api/test/refused");
    assertEquals(400, refused.status());
    assertEquals("application/problem+json", refused.header("Content-Type"));
    assertEquals(
        "{\"status\":400,\"title\":\"Value out of range\",\"detail\":\"batch is 0, expected 1…1024\","
            + "\"parameter\":\"batch\",\"value\":\"0\",\"range\":\"1…1024\"}",
        refused.text());
  }

  @Test
  void aRefusedValueOfAPageIsSaidOnAPage() {
    Asked refused = Asked.get(server, "/test/refused");
    assertEquals(400, refused.status());
    assertEquals("text/html;charset=utf-8", refused.header("Content-Type"));
    assertTrue(refused.text().contains("batch is 0, expected 1…1024"), refused.text());
  }

  @Test
  void noAnswerTellsASecretOfTheHouse() {
    for (String path : new String[] {"/api/test", "/test"}) {
      for (String how : new String[] {"/broken", "/very-broken"}) {
        Asked broken = Asked.get(server, path + how);
        assertEquals(500, broken.status());
        assertFalse(broken.text().contains("secret"), broken.text());
        assertFalse(broken.text().contains("Exception"), broken.text());
        assertFalse(broken.text().contains("deltascope."), broken.text());
      }
    }
  }

  @Test
  void anAddressWithNothingBehindItIsSaidToBeOne() {
    Asked api = Asked.get(server, "/api/nowhere");
    assertEquals(404, api.status());
    assertEquals("application/problem+json", api.header("Content-Type"));
    assertEquals(
        "{\"status\":404,\"title\":\"Nothing here\",\"detail\":\"There is nothing at /api/nowhere.\"}",
        api.text());
    Asked page = Asked.get(server, "/nowhere");
    assertEquals(404, page.status());
    assertTrue(page.text().contains("There is nothing at /nowhere."), page.text());
  }

  @Test
  void theAddressAskedForIsEscapedOnTheErrorPage() {
    Asked page = Asked.get(server, "/%3Cscript%3Ealert(1)%3C/script%3E");
    assertEquals(404, page.status());
    assertFalse(page.text().contains("<script>"), page.text());
  }

  @Test
  void aWrongMethodIsRefusedAndTheRightOneNamed() {
    Asked posted = Asked.post(server, "/healthz", "");
    assertEquals(405, posted.status());
    assertEquals("GET", posted.header("Allow"));
    assertTrue(posted.text().contains("/healthz does not answer POST."), posted.text());
  }

  @Test
  void aBodyOfSixteenMebibytesIsTakenAndOneByteMoreIsNot() {
    byte[] most = new byte[16 << 20];
    byte[] more = new byte[(16 << 20) + 1];
    assertEquals("" + most.length, length(BodyPublishers.ofByteArray(most)).text());
    assertTooLarge(length(BodyPublishers.ofByteArray(more)));
  }

  @Test
  void aBodyThatDoesNotSayItsLengthHasTheSameLimit() {
    byte[] more = new byte[(16 << 20) + 1];
    assertTooLarge(length(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more))));
  }

  @Test
  void aNetworkOfTheCallersOwnHasTheSameLimit() {
    byte[] more = new byte[(16 << 20) + 1];
    assertTooLarge(
        Asked.send(
            "POST",
            server,
            "/api/trace",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more))));
  }

  private static Asked length(java.net.http.HttpRequest.BodyPublisher body) {
    return Asked.send("POST", server, "/api/test/length", body);
  }

  private static void assertTooLarge(Asked answer) {
    assertEquals(413, answer.status());
    assertTrue(answer.text().contains("larger than 16 MiB"), answer.text());
  }

  @Test
  void brokenJsonIsPointedAtByLineAndColumn() {
    Asked answer = Asked.post(server, "/api/test/json", "{\"layers\": [1, 2,,]}");
    assertEquals(400, answer.status());
    assertTrue(answer.text().contains("(line 1, column 18)"), answer.text());
    assertFalse(answer.text().contains("com.fasterxml"), answer.text());
  }

  @Test
  void anAddressThatCannotBeReadIsRefusedInTheSameForm() {
    Asked api = Asked.get(server, "/api/" + "a".repeat(9_000));
    assertEquals(414, api.status());
    Asked page = Asked.get(server, "/", "X-Long", "a".repeat(20_000));
    assertEquals(431, page.status());
    assertTrue(page.header("Content-Type").startsWith("text/html"), page.text());
    assertFalse(page.text().contains("badMessage"), page.text());
    assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
  }
}
