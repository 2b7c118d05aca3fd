package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import deltascope.data.Download;
import deltascope.data.Library;
import deltascope.data.MnistFile;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The button that brings MNIST, against a mirror of our own. */
@Timeout(30)
class DownloadApiTest {
  /** Five bytes; md5sum says what their sum is. */
  private static final MnistFile HELLO =
      new MnistFile("hello.gz", 25, 5, "5d41402abc4b2a76b9719d911017c592");

  @TempDir Path folder;
  private HttpServer mirror;
  private Javalin app;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror.setExecutor(threads);
    mirror.createContext(
        "/good/",
        exchange -> {
          await(mayAnswer);
          byte[] body = gzip("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    mirror.start();
  }

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    app.stop();
    mirror.stop(0);
    threads.shutdownNow();
  }

  private void serve(String mirrorPath) {
    URI address = URI.create("http://localhost:" + mirror.getAddress().getPort() + mirrorPath);
    DownloadApi api =
        new DownloadApi(new Library(folder), new Download(List.of(address), List.of(HELLO), 5_000));
    app =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get("/api/datasets/mnist", api::status);
              config.routes.post("/api/datasets/mnist", api::begin);
            });
    app.start("127.0.0.1", 0);
  }

  private HttpResponse<String> ask(String method, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/api/datasets/mnist"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode status() throws Exception {
    return Json.mapper().readTree(ask("GET").body());
  }

  private JsonNode ended() throws Exception {
    JsonNode status = status();
    while (status.path("status").asText().equals("running")) {
      Thread.onSpinWait();
      status = status();
    }
    return status;
  }

  @Test
  void itRunsOnceAskedAndEndsWithTheFileInPlace() throws Exception {
    serve("/good/");
    assertEquals("idle", status().path("status").asText());
    assertEquals(202, ask("POST").statusCode());
    assertEquals("running", status().path("status").asText());
    assertEquals(202, ask("POST").statusCode(), "asked twice, it runs once");
    mayAnswer.countDown();
    JsonNode end = ended();
    assertEquals("done", end.path("status").asText(), end.toString());
    assertTrue(Files.exists(folder.resolve("hello.gz")));
  }

  @Test
  void whatWentWrongIsSaidInWordsAndNothingIsLeftBehind() throws Exception {
    serve("/nowhere/");
    ask("POST");
    JsonNode end = ended();
    assertEquals("failed", end.path("status").asText());
    assertTrue(
        end.path("message").asText().startsWith("No mirror has a whole hello.gz"), end.toString());
    try (var left = Files.list(folder)) {
      assertArrayEquals(new Object[0], left.toArray());
    }
  }

  @Test
  void aPageOfAnotherSiteMayNotAskForIt() throws Exception {
    serve("/good/");
    assertEquals(403, ask("POST", "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals("idle", status().path("status").asText());
    assertFalse(Files.exists(folder.resolve("hello.gz")));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
