package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameOriginTest {
  @TempDir private static Path folder;

  private static Server server;

  @BeforeAll
  static void start() {
    server =
        Server.start(
            ServerOptions.anyPort(),
            routes -> routes.post("/api/test/change", ctx -> ctx.result("changed")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aProgramAndAPageOfItsOwnMayChangeThings() {
    assertEquals("changed", change().text());
    String own = server.address().substring(0, server.address().length() - 1);
    assertEquals("changed", change("Origin", own).text());
  }

  @Test
  void aPageFromElsewhereMayNot() {
    for (String origin : new String[] {"http://example.org", "http://localhost:1", "null"}) {
      Asked refused = change("Origin", origin);
      assertEquals(403, refused.status(), origin);
      assertTrue(refused.text().contains("may not change anything here"), refused.text());
    }
  }

  @Test
  void aNameThatSomebodyElseGaveThisMachineIsRefused() throws IOException {
    assertTrue(askedFor(server, "localhost:" + server.port()).startsWith("HTTP/1.1 200"));
    assertTrue(askedFor(server, "127.0.0.1:" + server.port()).startsWith("HTTP/1.1 200"));
    assertTrue(askedFor(server, "[::1]").startsWith("HTTP/1.1 200"));
    String refused = askedFor(server, "rebound.example.org:" + server.port());
    assertTrue(refused.startsWith("HTTP/1.1 403"), refused);
    assertTrue(refused.contains("answers to localhost, not to rebound.example.org"), refused);
  }

  @Test
  void aNameThatABalancerAsksByIsKnown() throws IOException {
    Path none = Path.of("none");
    ServerOptions options =
        new ServerOptions(
            ServerOptions.LOOPBACK, 0, none, folder.resolve("key"), Set.of("class.example"));
    try (Server behind = Server.start(options)) {
      assertTrue(askedFor(behind, "class.example:8080").startsWith("HTTP/1.1 200"));
      assertTrue(askedFor(behind, "other.example").startsWith("HTTP/1.1 403"));
    }
  }

  private static Asked change(String... headers) {
    return Asked.send("POST", server, "/api/test/change", BodyPublishers.noBody(), headers);
  }

  /** A bare socket, for a client library sets this header itself. */
  private static String askedFor(Server server, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
