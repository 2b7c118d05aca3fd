package deltascope;

import deltascope.web.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What a server of this program was asked for by the program itself, and answered. */
final class Fetched {
  /** A thread for each question: they do nothing but wait. */
  private static final Executor ASKING =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "asking");
            thread.setDaemon(true);
            return thread;
          });

  private Fetched() {}

  /** All of them side by side, each as in {@link #from}; returns when the last is answered. */
  static void atOnce(Server server, List<String> paths) {
    CompletableFuture<?>[] asked =
        paths.stream()
            .map(path -> CompletableFuture.runAsync(() -> from(server, path), ASKING))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(asked).join();
  }

  /** Whatever the answer: what counts is that it was made. */
  static void from(Server server, String path) {
    try {
      URI address = URI.create(server.address()).resolve(path);
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setRequestProperty("Accept-Encoding", "gzip");
      boolean refused = connection.getResponseCode() >= 400;
      try (InputStream in = refused ? connection.getErrorStream() : connection.getInputStream()) {
        in.readAllBytes();
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
