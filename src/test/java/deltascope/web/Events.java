package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of server-sent events, read as it comes. */
final class Events implements AutoCloseable {
  private final HttpURLConnection connection;
  private final BufferedReader lines;
  private boolean open = true;

  private Events(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    this.lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  static Events of(Server server, String path) {
    try {
      var connection =
          (HttpURLConnection) URI.create(server.address()).resolve(path).toURL().openConnection();
      connection.setRequestProperty("Accept", "text/event-stream");
      connection.setReadTimeout(60_000);
      assertEquals(200, connection.getResponseCode());
      assertEquals("text/event-stream", connection.getContentType().replaceAll(";.*", ""));
      return new Events(connection);
    } catch (IOException unanswered) {
      throw new UncheckedIOException(unanswered);
    }
  }

  boolean isOpen() {
    return open;
  }

  /** The data of the next event of that name; others before it are passed over. */
  JsonNode next(String name) {
    List<String> before = new ArrayList<>();
    for (Told told = next(); told != null; told = next()) {
      if (told.name().equals(name)) {
        return told.data();
      }
      before.add(told.name());
    }
    throw new AssertionError("no " + name + " after " + before);
  }

  /** All events until the stream ends. */
  List<Told> rest() {
    List<Told> rest = new ArrayList<>();
    for (Told told = next(); told != null; told = next()) {
      rest.add(told);
    }
    return rest;
  }

  private @Nullable Told next() {
    try {
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          return new Told(name, Json.mapper().readTree(line.substring(6)));
        }
      }
      open = false;
      return null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
