package deltascope.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** An answer of a running server, as tests read it. */
record Asked(HttpResponse<byte[]> response) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** GETs a path such as {@code /healthz}; headers come as name, value, name, value. */
  static Asked get(Server server, String path, String... headers) {
    return send("GET", server, path, BodyPublishers.noBody(), headers);
  }

  static Asked post(Server server, String path, String body) {
    return send("POST", server, path, BodyPublishers.ofString(body));
  }

  static Asked send(
      String method, Server server, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address()).resolve(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Asked(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException unanswered) {
      throw new AssertionError(method + " " + path, unanswered);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  int length() {
    return response.body().length;
  }
}
