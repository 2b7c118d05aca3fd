package deltascope.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Deltascope in a process of its own, started as a user starts it. */
final class Started implements AutoCloseable {
  final int port;
  final double millisToFirstPage;
  private final Process process;

  private Started(Process process, int port, double millisToFirstPage) {
    this.process = process;
    this.port = port;
    this.millisToFirstPage = millisToFirstPage;
  }

  /** {@code ./run --port N}, timed from the start of the process to the first whole answer. */
  static Started run(Path folder, String page) throws IOException, InterruptedException {
    return start(List.of(folder.resolve("run").toString()), folder, page);
  }

  static Started start(List<String> command, Path folder, String page)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--port", String.valueOf(port)));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers(port, page)) {
      if (!process.isAlive()) {
        throw new IOException(command + " ended with " + process.exitValue());
      }
      if (System.nanoTime() - begin > 120e9) {
        process.destroy();
        throw new IOException(page + " was not there after two minutes");
      }
      Thread.sleep(1);
    }
    return new Started(process, port, (System.nanoTime() - begin) / 1e6);
  }

  long pid() {
    return process.pid();
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** A bare socket: a client library would share the cores with the start that is measured. */
  private static boolean answers(int port, String page) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      in.readAllBytes();
      if (!head.isEmpty() && !head.endsWith(" 200")) {
        throw new IllegalStateException(page + " answered " + head);
      }
      return !head.isEmpty();
    } catch (IOException notYet) {
      return false;
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
