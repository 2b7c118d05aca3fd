package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.web.limits.Busy;
import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are written bit by bit to many clients, of whom some are slow and some go. */
class StreamsTest {
  private static final int MOST = 320;
  private static final int LATEST = 60;

  private final ExecutorService postman = Executors.newSingleThreadExecutor();
  private final Streams streams = new Streams(MOST, MOST, postman);
  private final Streams broken =
      new Streams(
          MOST,
          MOST,
          work -> {
            throw new RejectedExecutionException("a stream that breaks");
          });
  private final BlockingQueue<Stream> begun = new LinkedBlockingQueue<>();
  private final CountDownLatch left = new CountDownLatch(1);
  private final List<Socket> sockets = new ArrayList<>();
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get(
                    "/stream",
                    ctx ->
                        streams.answer(
                            ctx,
                            "text/plain",
                            new byte[] {' '},
                            stream -> {
                              begun.add(stream);
                              return left::countDown;
                            }));
                config.routes.exception(Busy.class, (busy, ctx) -> ctx.status(503));
                config.routes.get(
                    "/at-once",
                    ctx -> {
                      streams.answer(ctx, "text/plain", new byte[] {' '}, this::past);
                      // Before there is anything to write to.
                      streams.keepAlive();
                    });
                config.routes.get(
                    "/broken",
                    ctx -> {
                      broken.answer(
                          ctx,
                          "text/plain",
                          new byte[] {' '},
                          stream -> {
                            begun.add(stream);
                            return () -> {};
                          });
                    });
                config.routes.get("/plain", ctx -> ctx.result("here"));
              })
          .start("127.0.0.1", 0);

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    streams.close();
    server.stop();
    postman.shutdown();
  }

  private Socket ask(String path) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(LATEST * 1_000);
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Stream begun() throws InterruptedException {
    return begun.poll(LATEST, TimeUnit.SECONDS);
  }

  /** More is said at the beginning than would be kept for a slow client. */
  private Runnable past(Stream stream) {
    stream.open();
    for (int n = 0; n < 2 * Stream.MOST_PIECES; n++) {
      String piece = n + "\n";
      stream.send(() -> bytes(piece));
    }
    stream.send(() -> bytes("that was all\n"));
    stream.finish();
    return () -> {};
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void moreStreamsThanThreadsAreOpenAndOthersAreAnswered() throws Exception {
    for (int n = 0; n < MOST; n++) {
      ask("/stream");
    }
    for (int n = 0; n < MOST; n++) {
      begun().open();
    }
    assertTrue(answer(ask("/plain")).endsWith("here"));
    Socket oneMore = ask("/stream");
    assertTrue(answer(oneMore).startsWith("HTTP/1.1 503"));
  }

  @Test
  void piecesComeInOrderAndAsTheyAreSaid() throws Exception {
    Socket socket = ask("/stream");
    Stream stream = begun();
    stream.open();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    assertEquals("HTTP/1.1 200 OK", line);
    for (int n = 0; n < 20; n++) {
      String piece = "piece " + n;
      stream.send(() -> bytes(piece + "\n"));
      while (!line.equals(piece)) {
        line = lines.readLine();
      }
    }
    stream.finish();
    stream.ended().get(LATEST, TimeUnit.SECONDS);
    assertTrue(left.await(LATEST, TimeUnit.SECONDS));
  }

  @Test
  void aClientThatDoesNotReadIsDroppedAndNobodyWaitsForIt() throws Exception {
    ask("/stream");
    Stream stream = begun();
    stream.open();
    byte[] large = new byte[1 << 16];
    for (int n = 0; n < 3 * Stream.MOST_PIECES && !stream.ended().isDone(); n++) {
      stream.send(() -> large);
    }
    stream.ended().get(LATEST, TimeUnit.SECONDS);
    assertTrue(left.await(LATEST, TimeUnit.SECONDS));
  }

  @Test
  void whatWasBeforeIsToldHoweverMuchItIsAndWithoutSigns() throws IOException {
    String answer = answer(ask("/at-once"));
    assertTrue(answer.contains(2 * Stream.MOST_PIECES - 1 + "\n"), answer);
    assertTrue(answer.contains("that was all\n"), answer);
    assertFalse(answer.contains(" 0\n"), "nothing is written before it begins");
  }

  @Test
  void whatTakesLongToWriteKeepsNobodyWaitingWhoSpeaks() throws Exception {
    Socket socket = ask("/stream");
    Stream stream = begun();
    stream.open();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    stream.send(
        () -> {
          written.countDown();
          return bytes(reached(said) ? "one " : "too late ");
        });
    assertTrue(reached(written));
    stream.send(() -> bytes("two"));
    stream.finish();
    said.countDown();
    assertTrue(answer(socket).replaceAll("\r\n\\w+\r\n", "").contains("one two"));
  }

  private static boolean reached(CountDownLatch latch) {
    try {
      return latch.await(LATEST / 2, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void aStreamThatBreaksDoesNotEndTheSignsForOthers() throws Exception {
    ask("/broken");
    Stream stream = begun();
    stream.open();
    broken.keepAlive();
    assertTrue(stream.ended().isDone());
  }

  @Test
  void whoGoesIsNoticedEvenWhereNothingIsSaid() throws Exception {
    Socket socket = ask("/stream");
    begun();
    socket.setSoLinger(true, 0);
    socket.close();
    for (int tries = 0; tries < 10_000 && left.getCount() > 0; tries++) {
      streams.keepAlive();
      if (left.await(10, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    assertEquals(0, left.getCount());
  }

  @Test
  void whoWaitsIsShownThatSomebodyIsThere() throws Exception {
    Socket socket = ask("/stream");
    Stream stream = begun();
    streams.keepAlive();
    stream.send(() -> bytes("the end"));
    stream.finish();
    assertTrue(answer(socket).replaceAll("\r\n\\d+\r\n", "").contains(" the end"));
  }

  @Test
  void aFailureBeforeTheFirstWordIsAnAnswerOfItsOwn()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Socket socket = ask("/stream");
    begun().fail(new IllegalStateException("broken"));
    assertTrue(answer(socket).startsWith("HTTP/1.1 500"));
  }
}
