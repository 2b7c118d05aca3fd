package deltascope;

import deltascope.web.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a server of this program was asked for by the program itself, and answered. */
final class Fetched {
  private Fetched() {}

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
