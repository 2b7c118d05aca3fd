package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of our own that behaves as badly as a network can. */
class DownloadTest {
  private static final int PATIENCE = 300;

  /** The bytes 0, 1, 2 … 255, 0, 1 …; md5sum says what their sum is. */
  private static final byte[] PLAIN = Arrays.copyOfRange(Bytes.images(1), 16, 800);

  static final byte[] GOOD = Bytes.gzip(PLAIN);
  static final MnistFile FILE =
      new MnistFile("a.gz", GOOD.length, 784, "d910ad338ce3477abc06484ba97b3d79");

  @TempDir Path folder;
  private HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    serve("good", exchange -> send(exchange, GOOD));
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI serve(String name, HttpHandler handler) {
    server.createContext("/" + name + "/", handler);
    return mirror(name);
  }

  private URI mirror(String name) {
    int port = server.getAddress().getPort();
    return URI.create("http://localhost:" + port + "/" + name + "/");
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static HttpHandler redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    };
  }

  private void fetch(URI... mirrors) throws IOException {
    new Download(List.of(mirrors), List.of(FILE), PATIENCE)
        .into(folder, (file, bytes, total) -> {});
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** Alone, a bad mirror is a failure that says why; before a good one, it is passed over. */
  private void passedOver(URI bad, String why) throws IOException {
    IOException failure = assertThrows(IOException.class, () -> fetch(bad));
    assertEquals("No mirror has a whole a.gz:\n  " + bad + ": " + why, failure.getMessage());
    assertEquals(List.of(), names());

    fetch(bad, mirror("good"));
    assertArrayEquals(GOOD, Files.readAllBytes(folder.resolve("a.gz")));
    assertEquals(List.of("a.gz"), names());
  }

  @Test
  void oneThatIsKilledLeavesNothingThatCountsAndIsMadeUpFor() throws Exception {
    URI half =
        serve(
            "half",
            exchange -> {
              exchange.sendResponseHeaders(200, GOOD.length);
              exchange.getResponseBody().write(GOOD, 0, GOOD.length / 2);
              exchange.getResponseBody().flush();
              await();
            });
    Process process;
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "deltascope.data.KilledDownload",
                  half.toString(),
                  folder.toString())
              .start();
      assertNotNull(watch.poll(60, TimeUnit.SECONDS), "it has begun");
    }
    process.destroyForcibly().waitFor();
    assertFalse(Files.exists(folder.resolve("a.gz")));
    Path part = folder.resolve(names().get(0));
    fetch(mirror("good"));
    assertArrayEquals(GOOD, Files.readAllBytes(folder.resolve("a.gz")));
    assertTrue(Files.exists(part), "which might be another's, who is at it now");
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(3_600)));
    fetch(mirror("good"));
    assertEquals(List.of("a.gz"), names());
  }

  @Test
  void aWholeFileComesIntoAFolderThatIsMadeForIt() throws IOException {
    Path deep = folder.resolve("data").resolve("mnist");
    new Download(List.of(mirror("good")), List.of(FILE), PATIENCE).into(deep, (f, b, t) -> {});
    assertArrayEquals(GOOD, Files.readAllBytes(deep.resolve("a.gz")));
  }

  @Test
  void aMirrorThatAnswersAndFallsSilentIsPassedOver() throws IOException {
    URI stalled =
        serve(
            "stall",
            exchange -> {
              exchange.sendResponseHeaders(200, GOOD.length);
              exchange.getResponseBody().write(GOOD, 0, 20);
              exchange.getResponseBody().flush();
              await();
            });
    passedOver(stalled, "fell silent");
  }

  @Test
  void aMirrorThatNeverAnswersIsPassedOver() throws IOException {
    passedOver(serve("mute", exchange -> await()), "fell silent");
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFileThatBreaksOffIsPassedOver() throws IOException {
    URI short20 =
        serve(
            "truncate",
            exchange -> {
              exchange.sendResponseHeaders(200, GOOD.length);
              exchange.getResponseBody().write(GOOD, 0, 20);
              exchange.getResponseBody().flush();
              exchange.close();
            });
    IOException failure = assertThrows(IOException.class, () -> fetch(short20));
    assertTrue(failure.getMessage().startsWith("No mirror has a whole a.gz:\n  " + short20));
    assertEquals(List.of(), names());
    fetch(short20, mirror("good"));
    assertEquals(List.of("a.gz"), names());
  }

  @Test
  void aFileThatIsSentShortIsPassedOver() throws IOException {
    passedOver(
        serve("short", exchange -> send(exchange, Arrays.copyOf(GOOD, GOOD.length - 9))),
        "found a gzip stream that breaks off or is damaged, expected a whole gzip file");
  }

  @Test
  void aFileWithFewerBytesIsPassedOver() throws IOException {
    passedOver(
        serve("fewer", exchange -> send(exchange, Bytes.gzip(Arrays.copyOf(PLAIN, 783)))),
        "found the end, expected 784 bytes in all");
  }

  @Test
  void aFileOfTheRightSizeAndTheWrongBytesIsPassedOver() throws IOException {
    byte[] wrong = PLAIN.clone();
    wrong[400] ^= 1;
    String why = "found MD5 sum 3e02f24f77b9c94853e8024e814daad7, expected " + FILE.md5();
    passedOver(serve("corrupt", exchange -> send(exchange, Bytes.gzip(wrong))), why);
  }

  @Test
  void aPageInsteadOfTheFileIsPassedOver() throws IOException {
    byte[] page = "<html>Sign in to this network</html>".getBytes("UTF-8");
    passedOver(
        serve("portal", exchange -> send(exchange, page)),
        "found the end, expected 784 bytes in all");
  }

  @Test
  void aFileWithoutEndIsGivenUp() throws IOException {
    URI endless =
        serve(
            "endless",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (var body = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                  body.write(new byte[1024]);
                }
              }
            });
    passedOver(endless, "more than the 1808 bytes expected");
  }

  @Test
  void anErrorOfTheServerIsPassedOver() throws IOException {
    URI gone =
        serve(
            "gone",
            exchange -> {
              exchange.sendResponseHeaders(404, -1);
              exchange.close();
            });
    passedOver(gone, "answered 404");
  }

  @Test
  void aServerThatIsNotThereIsPassedOver() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI nobody = URI.create("http://localhost:" + free + "/");
    IOException failure = assertThrows(IOException.class, () -> fetch(nobody));
    assertTrue(failure.getMessage().contains(nobody + ": Connection refused"), failure::getMessage);
    fetch(nobody, mirror("good"));
    assertEquals(List.of("a.gz"), names());
  }

  @Test
  void redirectsAreFollowedBothAbsoluteAndRelative() throws IOException {
    serve("there", redirect("../good/a.gz"));
    URI here = serve("here", redirect(mirror("there") + "a.gz"));
    fetch(here);
    assertArrayEquals(GOOD, Files.readAllBytes(folder.resolve("a.gz")));
  }

  @Test
  void redirectsThatGoRoundOrElsewhereAreGivenUp() throws IOException {
    passedOver(serve("round", redirect("/round/a.gz")), "more than 5 redirects");
    Path secret = Files.write(folder.resolve("secret"), GOOD);
    URI local = serve("local", redirect(secret.toUri().toString()));
    Files.delete(folder.resolve("a.gz"));
    IOException failure = assertThrows(IOException.class, () -> fetch(local));
    assertTrue(failure.getMessage().endsWith("led to file, expected http or https"));
  }

  @Test
  void whatIsThereWholeIsNotFetchedAgain() throws IOException {
    Files.write(folder.resolve("a.gz"), GOOD);
    fetch(); // from nowhere
    assertEquals(List.of("a.gz"), names());
  }

  @Test
  void whatIsThereBrokenIsReplaced() throws IOException {
    Files.write(folder.resolve("a.gz"), Arrays.copyOf(GOOD, 30));
    fetch(mirror("good"));
    assertArrayEquals(GOOD, Files.readAllBytes(folder.resolve("a.gz")));
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    byte[] broken = Arrays.copyOf(GOOD, 30);
    Files.write(folder.resolve("a.gz"), broken);
    assertThrows(IOException.class, () -> fetch(mirror("nowhere")));
    assertArrayEquals(broken, Files.readAllBytes(folder.resolve("a.gz")));
    assertEquals(List.of("a.gz"), names());
  }

  @Test
  void progressRisesToTheWholeOverAllFiles() throws IOException {
    MnistFile second = new MnistFile("b.gz", GOOD.length, 784, FILE.md5());
    List<Long> heard = new ArrayList<>();
    new Download(List.of(mirror("good")), List.of(FILE, second), PATIENCE)
        .into(
            folder,
            (file, bytes, total) -> {
              assertEquals(2L * GOOD.length, total);
              heard.add(bytes);
            });
    assertEquals(heard.stream().sorted().toList(), heard);
    assertEquals(0, heard.get(0));
    assertEquals(2L * GOOD.length, heard.get(heard.size() - 1));
    assertEquals(List.of("a.gz", "b.gz"), names());
  }

  @Test
  void anInterruptedDownloadEndsAndLeavesNothing() throws IOException {
    Download download =
        new Download(List.of(mirror("good"), mirror("good")), List.of(FILE), PATIENCE);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedIOException.class, () -> download.into(folder, (f, b, t) -> {}));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), names());
  }

  @Test
  void theMirrorsArePublicAndSpeakHttps() {
    assertFalse(Download.MIRRORS.isEmpty());
    for (URI mirror : Download.MIRRORS) {
      assertEquals("https", mirror.getScheme());
      assertTrue(mirror.getPath().endsWith("/"), mirror::toString);
    }
  }
}
