package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.data.Library;
import deltascope.web.limits.Bounds;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KeptAnswers that are kept: they are those that would be given anew. */
class KeptAnswersTest {
  @TempDir Path folder;

  private final AtomicInteger made = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private Library library;
  private Server server;

  @BeforeEach
  void start() {
    library = new Library(folder);
    KeptAnswers answers = new KeptAnswers(library);
    server =
        Server.start(
            ServerOptions.anyPort(), routes -> routes.get("/made", answers.of(this::make)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Something that tells how often it was made. */
  private void make(Context ctx) {
    made.incrementAndGet();
    if (ctx.queryParam("bad") != null) {
      ctx.status(400);
    }
    ctx.contentType(Pages.TYPE).result("made of " + ctx.queryString() + ", and δ");
  }

  private HttpResponse<byte[]> ask(String query, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + "made?" + query));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void theSameQuestionIsAnsweredAlikePackedOrNot() throws IOException, InterruptedException {
    byte[] expected = "made of a=1, and δ".getBytes(StandardCharsets.UTF_8);
    for (int n = 0; n < 2; n++) {
      HttpResponse<byte[]> plain = ask("a=1");
      assertArrayEquals(expected, plain.body());
      assertEquals(
          "text/html", plain.headers().firstValue("Content-Type").orElse("").split(";")[0]);
      HttpResponse<byte[]> packed = ask("a=1", "Accept-Encoding", "gzip, br");
      assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
      assertArrayEquals(
          expected, new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }
    assertEquals(1, made.get());
  }

  /** With no place for anything that has to be made. */
  @Test
  void whatWasMadeIsGivenWithoutAPlace() throws IOException, InterruptedException {
    server.close();
    KeptAnswers answers = new KeptAnswers(library);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    server =
        Server.start(
            ServerOptions.anyPort(),
            oneAtATime(),
            routes -> {
              routes.get("/made", answers.of(this::make));
              routes.get(
                  "/work",
                  ctx -> {
                    inside.countDown();
                    assertTrue(goOn.await(1, TimeUnit.MINUTES));
                  });
            });
    ask("a=1");
    var work =
        client.sendAsync(
            HttpRequest.newBuilder(URI.create(server.address() + "work")).build(),
            BodyHandlers.discarding());
    assertTrue(inside.await(1, TimeUnit.MINUTES));
    assertEquals(200, ask("a=1").statusCode());
    assertEquals(503, ask("a=2").statusCode());
    goOn.countDown();
    assertEquals(200, work.join().statusCode());
  }

  private static Bounds oneAtATime() {
    Bounds usual = Bounds.usual();
    return new Bounds(
        usual.connections(),
        usual.idle(),
        usual.head(),
        usual.body(),
        usual.threadsEach(),
        1,
        1,
        0,
        usual.patience(),
        usual.streams(),
        usual.streamsEach());
  }

  @Test
  void anotherAddressOrLanguageIsAnotherQuestion() throws IOException, InterruptedException {
    ask("a=1");
    ask("a=2");
    ask("a=1", "Accept-Language", "de");
    assertEquals(3, made.get());
  }

  @Test
  void otherDataMakeOtherAnswers() throws IOException, InterruptedException {
    ask("a=1");
    for (String name :
        List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte")) {
      Files.createFile(folder.resolve(name));
    }
    library.lookAgain();
    ask("a=1");
    library.lookAgain();
    ask("a=1");
    assertEquals(3, made.get());
  }

  @Test
  void whatFailedIsTriedAgain() throws IOException, InterruptedException {
    assertEquals(400, ask("bad=1").statusCode());
    assertEquals(400, ask("bad=1").statusCode());
    assertEquals(2, made.get());
  }
}
