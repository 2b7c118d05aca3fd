package deltascope.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, which can be killed. */
final class Running implements AutoCloseable {
  private final Process process;
  private final int port;

  private Running(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** From the classes that are tested, on any free port; returns when it answers. */
  static Running start(Path home, String... more) throws IOException {
    Process process = begin("deltascope.Main", home, more);
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("Deltascope: http://localhost:")) {
        String address = line.split(" ")[1];
        return new Running(process, Integer.parseInt(address.replaceAll("\\D", "")));
      }
    }
    throw new IOException("the server ended before it began");
  }

  /** The process alone. */
  static Process begin(String main, Path home, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    if (main.equals("deltascope.Main")) {
      words.addAll(List.of("--port", "0", "--home", home.toString(), "--data", "none"));
    }
    words.addAll(List.of(more));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  int port() {
    return port;
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
