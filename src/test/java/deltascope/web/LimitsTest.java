package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.web.limits.Bounds;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does about clients that are many, slow, silent or gone. */
class LimitsTest {
  private static final int LATEST = 60;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir private static Path folder;

  private final List<Socket> sockets = new ArrayList<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch twoWork = new CountDownLatch(2);
  private Server server;

  @AfterEach
  void stop() throws IOException {
    goOn.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  private static Bounds patient() {
    return new Bounds(200, LONG, LONG, LONG, 50, 20, 20, 20, LONG, 20, 20);
  }

  private void start(Bounds bounds) {
    start(bounds, routes -> {});
  }

  private void start(Bounds bounds, Consumer<RoutesConfig> more) {
    ServerOptions options =
        new ServerOptions(ServerOptions.LOOPBACK, 0, Path.of("none"), folder.resolve("key"));
    server = Server.start(options, bounds, more);
  }

  /** A route where work goes on until the test lets it. */
  private void work(RoutesConfig routes) {
    for (String path : List.of("/work", "/step/work")) {
      routes.get(
          path,
          ctx -> {
            twoWork.countDown();
            assertTrue(goOn.await(LATEST, TimeUnit.SECONDS));
            ctx.result("worked");
          });
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(LATEST * 1_000);
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private Socket asked(String path, String... headers) throws IOException {
    Socket socket = connected();
    say(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    say(socket, String.join("", headers) + "\r\n");
    return socket;
  }

  /** All that comes until the server ends the connection. */
  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private void hasOneSentenceAndSaysWhen(String answer, String sentence) {
    assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
    assertTrue(answer.contains("Retry-After: 5\r\n"), answer);
    assertTrue(answer.contains(sentence), answer);
  }

  // Who is many.

  @Test
  void whoFindsTheQueueFullIsToldWhenToAskAgain() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 50, 2, 2, 0, LONG, 20, 20), this::work);
    Socket first = asked("/work");
    Socket second = asked("/work");
    assertTrue(twoWork.await(LATEST, TimeUnit.SECONDS));
    hasOneSentenceAndSaysWhen(
        rest(asked("/api/bugs")), "Too many ask at once; ask again in a few seconds.");
    hasOneSentenceAndSaysWhen(
        rest(asked("/step?epochs=1")), "Too many ask at once; ask again in a few seconds.");
    assertTrue(rest(asked("/step")).startsWith("HTTP/1.1 200"), "a step waits for no long work");
    assertTrue(rest(asked("/healthz")).endsWith("{\"status\":\"ok\"}"));
    goOn.countDown();
    assertTrue(rest(first).endsWith("worked"));
    assertTrue(rest(second).endsWith("worked"));
    assertTrue(rest(asked("/keys")).startsWith("HTTP/1.1 200"), "there is room again");
  }

  @Test
  void whatTakesMillisecondsIsDoneAFewAtATime() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 50, 20, 2, 0, LONG, 20, 20), this::work);
    Socket first = asked("/step/work");
    Socket second = asked("/step/work");
    assertTrue(twoWork.await(LATEST, TimeUnit.SECONDS));
    hasOneSentenceAndSaysWhen(
        rest(asked("/step")), "Too many ask at once; ask again in a few seconds.");
    assertTrue(rest(asked("/step?epochs=0")).startsWith("HTTP/1.1 200"), "it may be trained first");
    assertTrue(rest(asked("/keys")).startsWith("HTTP/1.1 200"));
    goOn.countDown();
    assertTrue(rest(first).endsWith("worked"));
    assertTrue(rest(second).endsWith("worked"));
  }

  @Test
  void whoWaitsTooLongIsToldSo() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 50, 2, 2, 5, SHORT, 20, 20), this::work);
    asked("/work");
    asked("/work");
    assertTrue(twoWork.await(LATEST, TimeUnit.SECONDS));
    hasOneSentenceAndSaysWhen(rest(asked("/keys")), "Too many ask at once");
  }

  @Test
  void whoWaitsIsAnsweredInItsTurn() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 50, 2, 2, 5, LONG, 20, 20), this::work);
    asked("/work");
    asked("/work");
    assertTrue(twoWork.await(LATEST, TimeUnit.SECONDS));
    Socket waits = asked("/keys");
    goOn.countDown();
    assertTrue(rest(waits).startsWith("HTTP/1.1 200"));
  }

  @Test
  void whatFailsGivesItsPlaceBack() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 50, 1, 1, 0, LONG, 20, 20));
    for (int n = 0; n < 3; n++) {
      assertTrue(rest(asked("/step?seed=none")).startsWith("HTTP/1.1 400"));
      assertTrue(rest(asked("/step?net=784-1024-10&seed=none")).startsWith("HTTP/1.1 400"));
      assertEquals(400, Asked.post(server, "/api/trace", "{").status());
    }
  }

  @Test
  void oneAddressCannotTakeAllThreads() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 2, 20, 20, 20, LONG, 20, 20), this::work);
    for (int n = 0; n < 10; n++) {
      asked("/work");
    }
    assertTrue(twoWork.await(LATEST, TimeUnit.SECONDS));
    try (Socket other = new Socket()) {
      other.bind(new InetSocketAddress("127.0.0.2", 0));
      other.connect(new InetSocketAddress("127.0.0.1", server.port()));
      other.setSoTimeout(LATEST * 1_000);
      say(other, "GET /keys HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(rest(other).startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void aConnectionTooManyIsTakenWhenAnotherHasEnded() throws Exception {
    start(new Bounds(3, LONG, LONG, LONG, 50, 20, 20, 20, LONG, 20, 20));
    List<Socket> open = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      Socket socket = connected();
      say(socket, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertEquals("HTTP/1.1 200 OK", line(socket));
      open.add(socket);
    }
    Socket waits = asked("/healthz");
    assertEquals(0, waits.getInputStream().available());
    open.get(0).close();
    assertTrue(rest(waits).startsWith("HTTP/1.1 200"));
  }

  @Test
  void streamsAreBoundedForEachClientAndInAll() throws Exception {
    start(new Bounds(200, LONG, LONG, LONG, 50, 20, 20, 20, LONG, 5, 3));
    String path = "/api/train?data=made&net=16-8-10&limit=100&epochs=1&seed=";
    for (int n = 0; n < 3; n++) {
      assertEquals("HTTP/1.1 200 OK", line(stream(path + n, "10.0.0.1")));
    }
    String mine = rest(stream(path + 3, "10.0.0.1"));
    hasOneSentenceAndSaysWhen(mine, "You wait for 3 trainings already; ask again later.");
  }

  private Socket stream(String path, String client) throws IOException {
    return asked(
        path, "Accept: text/event-stream\r\n", "X-Forwarded-For: 1.2.3.4, " + client + "\r\n");
  }

  // Who is slow, silent or gone.

  @Test
  void aHeadThatDoesNotEndIsNotWaitedFor() throws Exception {
    start(new Bounds(200, LONG, SHORT, LONG, 50, 20, 20, 20, LONG, 20, 20));
    Socket kept = connected();
    say(kept, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertEquals("HTTP/1.1 200 OK", line(kept));
    Socket slow = connected();
    say(slow, "GET /step HTTP/1.1\r\nHost: loc");
    assertEquals("", rest(slow));
    say(kept, "GET /keys HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(rest(kept).contains("HTTP/1.1 200 OK"), "one that only waits is left alone");
    Socket second = connected();
    say(second, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertEquals("HTTP/1.1 200 OK", line(second));
    say(second, "GET");
    assertTrue(rest(second).endsWith("{\"status\":\"ok\"}"), "nor is a second head waited for");
  }

  @Test
  void aConnectionOnWhichNothingComesEnds() throws Exception {
    start(new Bounds(200, SHORT, LONG, LONG, 50, 20, 20, 20, LONG, 20, 20));
    assertEquals("", rest(connected()));
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedFor() throws Exception {
    start(new Bounds(200, SHORT, LONG, LONG, 50, 20, 20, 20, LONG, 20, 20));
    Socket socket = connected();
    say(socket, "POST /api/trace HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    String answer = rest(socket);
    assertFalse(answer.startsWith("HTTP/1.1 200") || answer.contains(" 500 "), answer);
  }

  @Test
  void aBodyThatComesByteByByteIsNotWaitedFor() throws Exception {
    start(new Bounds(200, LONG, LONG, Duration.ofNanos(1), 50, 20, 20, 20, LONG, 20, 20));
    Socket socket = connected();
    say(socket, "POST /api/trace HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n");
    say(socket, "Connection: close\r\n\r\n{");
    String answer = rest(socket);
    assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
    assertTrue(answer.contains("The body took too long to come."), answer);
  }

  @Test
  void whoDoesNotTakeTheAnswerIsGivenUp() throws Exception {
    CountDownLatch givenUp = new CountDownLatch(1);
    InputStream large =
        new ByteArrayInputStream(new byte[32 << 20]) {
          @Override
          public void close() {
            givenUp.countDown();
          }
        };
    start(
        new Bounds(200, SHORT, LONG, LONG, 50, 20, 20, 20, LONG, 20, 20),
        routes -> routes.get("/large", ctx -> ctx.result(large)));
    asked("/large");
    assertTrue(givenUp.await(LATEST, TimeUnit.SECONDS));
  }

  @Test
  void manyWhoDoNotTakeTheirAnswersKeepNobodyElseFromTheirs() throws Exception {
    byte[] large = new byte[32 << 20];
    start(
        new Bounds(200, LONG, LONG, LONG, 50, 2, 2, 0, LONG, 20, 20),
        routes -> routes.get("/large", ctx -> ctx.result(large)));
    for (int n = 0; n < 20; n++) {
      assertEquals("HTTP/1.1 200 OK", line(asked("/large")));
    }
    assertTrue(rest(asked("/keys")).startsWith("HTTP/1.1 200"));
  }

  @Test
  void whoDoesNotTakeItsEventsIsDroppedWhereNothingMoreIsSaid() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    Streams[] streams = new Streams[1];
    start(
        new Bounds(200, SHORT, LONG, LONG, 50, 20, 20, 20, LONG, 20, 20),
        routes -> {
          streams[0] = new Streams(2, 2, Runnable::run);
          routes.get(
              "/stream",
              ctx ->
                  streams[0].answer(
                      ctx,
                      "text/plain",
                      new byte[1],
                      stream -> {
                        stream.open();
                        stream.send(() -> new byte[32 << 20]);
                        return left::countDown;
                      }));
        });
    asked("/stream");
    assertTrue(left.await(LATEST, TimeUnit.SECONDS));
  }

  @Test
  void headersTooLongAreRefused() throws Exception {
    start(patient());
    String answer = rest(asked("/keys", "X-Long: " + "x".repeat(20_000) + "\r\n"));
    assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
  }

  @Test
  void onlyABalancerOnThisMachineIsBelievedForWhomItAsks() throws Exception {
    List<String> clients = new ArrayList<>();
    start(
        patient(),
        routes ->
            routes.get(
                "/who",
                ctx -> {
                  clients.add(Client.of(ctx));
                  ctx.result("");
                }));
    rest(asked("/who"));
    rest(asked("/who", "X-Forwarded-For: 1.2.3.4, 10.0.0.7\r\n"));
    assertEquals(List.of("127.0.0.1", "10.0.0.7"), clients);
  }
}
