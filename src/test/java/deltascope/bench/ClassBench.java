package deltascope.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A class on one machine: each of many students steps once a second, while two networks train. They
 * come in one after the other, and are measured when all are there. Times count from when a step
 * was due, so that a server which is behind cannot hide it.
 */
final class ClassBench {
  private static final int[] CLASSES = {50, 500, 1_000, 2_000};
  private static final int SECONDS = 15;
  private static final int ARRIVING = 10;
  private static final int SETTLING = 3;
  private static final int TRAININGS = 2;

  private ClassBench() {}

  static void run() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "env",
            "JAVA_TOOL_OPTIONS=-Xmx512m",
            Path.of("run").toAbsolutePath().toString(),
            "--host",
            "0.0.0.0");
    try (Started server = Started.start(command, Path.of("").toAbsolutePath(), "/step")) {
      server.says("Ready for a class");
      for (int n = 0; n < TRAININGS; n++) {
        train(server, n);
      }
      for (int k = 0; k < 2 * CLASSES.length; k++) {
        int students = CLASSES[k / 2];
        boolean scripts = k % 2 == 0;
        Latencies latencies = step(server.port, students, scripts);
        Report.row(
            students
                + (scripts ? " students" : " without scripts")
                + ", each a step a second, beside two trainings",
            Report.format(
                "p50 %.1f ms, p99 %.1f ms, %d errors, %.0f answers a second (p99 in ms: %s); heap %.0f of"
                    + " 512 MB after a collection",
                latencies.percentile(50),
                latencies.percentile(99),
                latencies.errors(),
                latencies.count() / (double) SECONDS,
                latencies.slow(),
                server.heapAfterCollection() / 1e6),
            students == 500 && scripts ? "p99 ≤ 50 ms, no error, heap ≤ 512 MiB" : "");
      }
    }
  }

  /** Listens to one training after the other, as long as the server answers. */
  private static void train(Started server, int number) {
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int seed = number; ; seed += TRAININGS) {
                  String path = "/api/train?net=784-30-10&epochs=100&seed=" + seed;
                  var events =
                      (HttpURLConnection) URI.create(server.address(path)).toURL().openConnection();
                  events.setRequestProperty("Accept", "text/event-stream");
                  try (InputStream in = events.getInputStream()) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                  }
                }
              } catch (IOException over) {
                // The server has ended, and with it what was listened to.
              }
            },
            "listens");
    thread.setDaemon(true);
    thread.start();
  }

  private static Latencies step(int port, int students, boolean scripts) throws IOException {
    Latencies settling = new Latencies();
    Latencies measured = new Latencies();
    ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
    try (Selector selector = Selector.open()) {
      Latencies[] current = {settling};
      List<Student> all = new ArrayList<>();
      for (int n = 0; n < students; n++) {
        all.add(new Student(n, scripts, port, selector, in, () -> current[0]));
      }
      long begin = System.nanoTime();
      for (int second = 0; second < ARRIVING + SETTLING + SECONDS; second++) {
        if (second == ARRIVING + SETTLING) {
          current[0] = measured;
        }
        int here = students * Math.min(second + 1, ARRIVING) / ARRIVING;
        for (int n = 0; n < here; n++) {
          long at = begin + second * 1_000_000_000L + n * 1_000_000_000L / here;
          answer(selector, at);
          all.get(n).step(at);
        }
      }
      answer(selector, System.nanoTime() + 1_000_000_000L);
      for (Student student : all) {
        student.leave();
      }
    }
    return measured;
  }

  /** Takes answers until that time. */
  private static void answer(Selector selector, long until) throws IOException {
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      if (left < 1_000_000) {
        selector.selectNow();
      } else {
        selector.select(left / 1_000_000);
      }
      for (SelectionKey key : selector.selectedKeys()) {
        ((Student) key.attachment()).read();
      }
      selector.selectedKeys().clear();
    }
  }
}
