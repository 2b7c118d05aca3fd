package deltascope.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** What a client of this machine waits for an answer, each time of another sample. */
final class LoopbackBench {
  private static final int WARM_UP = 1_500;
  private static final int RUNS = 1_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private LoopbackBench() {}

  static void run() throws IOException, InterruptedException {
    try (Started server = Started.run(Path.of("").toAbsolutePath(), "/step")) {
      row(server, "`/api/trace` on loopback", "/api/trace?sample=%d");
      row(server, "`/step` on loopback", "/step?sample=%d&step=5");
    }
  }

  private static void row(Started server, String what, String path)
      throws IOException, InterruptedException {
    double[] millis = new double[RUNS];
    int bytes = 0;
    for (int i = -WARM_UP; i < RUNS; i++) {
      URI address = URI.create(server.address(path.formatted(i + WARM_UP)));
      long begin = System.nanoTime();
      HttpResponse<byte[]> answer =
          CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException(address + " answered " + answer.statusCode());
      }
      if (i >= 0) {
        millis[i] = (System.nanoTime() - begin) / 1e6;
        bytes = answer.body().length;
      }
    }
    Report.row(
        what,
        Report.format(
            "p50 %.1f ms, p99 %.1f ms (%d kB)",
            Report.median(millis), Report.percentile(millis, 99), bytes / 1000),
        "");
  }
}
