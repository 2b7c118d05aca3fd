package deltascope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A Deltascope in a process of its own, started as a user starts it. */
final class Started implements AutoCloseable {
  final int port;
  final double millisToFirstPage;
  private final Process process;
  private final BufferedReader said;

  private Started(Process process, BufferedReader said, int port, double millisToFirstPage) {
    this.process = process;
    this.said = said;
    this.port = port;
    this.millisToFirstPage = millisToFirstPage;
  }

  /** {@code ./run --port N}, timed from the start of the process to the first whole answer. */
  static Started run(Path folder, String page) throws IOException {
    return start(List.of(folder.resolve("run").toString()), folder, page);
  }

  static Started start(List<String> command, Path folder, String page) throws IOException {
    int port = freePort();
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--port", String.valueOf(port)));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Future<?> patience =
        CompletableFuture.runAsync(
            process::destroy, CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES));
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    untilItSays("Deltascope: ", said);
    get(port, page);
    double millis = (System.nanoTime() - begin) / 1e6;
    patience.cancel(false);
    return new Started(process, said, port, millis);
  }

  /** Waits for a line that begins so. */
  void says(String words) throws IOException {
    untilItSays(words, said);
  }

  private static void untilItSays(String words, BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(words)) {
        return;
      }
    }
    throw new IOException("it ended, or took two minutes, before it said: " + words);
  }

  /** Bytes that are still held after a full collection. */
  double heapAfterCollection() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram").start();
    String histogram = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor(1, TimeUnit.MINUTES);
    String[] total = histogram.substring(histogram.lastIndexOf("Total")).trim().split("\\s+");
    return Double.parseDouble(total[2]);
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** A bare socket: a client library would share the cores with the start that is measured. */
  private static void get(int port, String page) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      in.readAllBytes();
      if (!head.endsWith(" 200")) {
        throw new IOException(page + " answered " + head);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
