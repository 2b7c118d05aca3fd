package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir private static Path folder;

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
  void itSaysThatItIsWell() {
    Asked health = Asked.get(server, "/healthz");
    assertEquals(200, health.status());
    assertEquals("application/json", health.header("Content-Type"));
    assertEquals("{\"status\":\"ok\"}", health.text());
  }

  @Test
  void theHomePageIsHtml() {
    Asked home = Asked.get(server, "/");
    assertEquals(200, home.status());
    assertEquals("text/html;charset=utf-8", home.header("Content-Type"));
    assertTrue(home.text().contains("Deltascope"));
  }

  @Test
  void everyAnswerForbidsForeignContentAndInlineScripts() {
    for (String path : new String[] {"/", "/healthz", "/nowhere", "/vendor/katex/katex.min.js"}) {
      String policy = Asked.get(server, path).header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertEquals("nosniff", Asked.get(server, path).header("X-Content-Type-Options"), path);
    }
  }

  @Test
  void aFileOfTheJarIsSentPackedToThoseWhoCanUnpack() {
    Asked plain = Asked.get(server, "/vendor/katex/katex.min.js");
    Asked packed = Asked.get(server, "/vendor/katex/katex.min.js", "Accept-Encoding", "gzip");
    assertEquals("text/javascript; charset=utf-8", plain.header("Content-Type"));
    assertEquals("", plain.header("Content-Encoding"));
    assertEquals("gzip", packed.header("Content-Encoding"));
    assertTrue(packed.length() < plain.length() / 2, packed.length() + " of " + plain.length());
  }

  @Test
  void aFileThatTheBrowserHasIsNotSentAgain() {
    Asked first = Asked.get(server, "/vendor/katex/katex.min.css");
    String tag = first.header("ETag");
    Asked again = Asked.get(server, "/vendor/katex/katex.min.css", "If-None-Match", tag);
    assertEquals(304, again.status());
    assertEquals(0, again.length());
    assertEquals(tag, again.header("ETag"));
    assertEquals("no-cache", again.header("Cache-Control"));
  }

  @Test
  void theFontsAndTheirLicencesAreInTheJar() {
    String font = "/vendor/fonts/source-sans-pro-latin-400-normal.woff2";
    assertEquals("font/woff2", Asked.get(server, font).header("Content-Type"));
    assertEquals(200, Asked.get(server, "/vendor/katex/fonts/KaTeX_Main-Regular.woff2").status());
    assertTrue(Server.class.getResource("/vendor/fonts/LICENSE") != null);
    assertTrue(Server.class.getResource("/vendor/katex/LICENSE") != null);
  }

  @Test
  void nothingBesideTheFilesMeantForTheBrowserIsServed() {
    for (String path :
        new String[] {
          "/static/..%2fsimplelogger.properties",
          "/vendor/katex/LICENSE",
          "/vendor/katex/",
          "/vendor/%2e%2e/deltascope/Main.class",
          "/static//etc/passwd"
        }) {
      assertTrue(Asked.get(server, path).status() >= 400, path);
    }
  }

  @Test
  void itListensToThisMachineOnlyUnlessToldOtherwise() {
    assertEquals("127.0.0.1", ServerOptions.usual().host());
    assertTrue(server.address().startsWith("http://localhost:"));
  }

  @Test
  void aTakenPortIsSaidInWords() {
    ServerOptions same =
        new ServerOptions("127.0.0.1", server.port(), folder, folder.resolve("key"));
    Server.PortTakenException taken =
        assertThrows(Server.PortTakenException.class, () -> Server.start(same));
    assertEquals(
        "Port %d on 127.0.0.1 is taken, perhaps by another Deltascope. Try: ./run --port %d"
            .formatted(server.port(), server.port() + 1),
        taken.getMessage());
  }

  @Test
  void whatCouldNotStartLeavesNoThreadBehind() throws InterruptedException {
    ServerOptions same =
        new ServerOptions("127.0.0.1", server.port(), folder, folder.resolve("key"));
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertThrows(Server.PortTakenException.class, () -> Server.start(same));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("training post") && !before.contains(thread)) {
        thread.join(20_000);
        assertFalse(thread.isAlive());
      }
    }
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    Refused refused =
        assertThrows(Refused.class, () -> new ServerOptions("127.0.0.1", 70_000, folder, folder));
    assertEquals("port is 70000, expected 0…65535", refused.getMessage());
  }
}
