package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.web.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Opens the addresses that documents name, on a server of the test's own. */
final class Addresses {
  /** Where documents say that the server is. */
  static final String USUAL = "http://localhost:7070";

  private static final Pattern WRITTEN =
      Pattern.compile("(?:(GET|POST) )?(?:http://localhost:7070)?(/[\\w{].*|/)");

  /** What stands for something in a document, and something that it can stand for. */
  private static final Map<String, String> STANDS_FOR = new LinkedHashMap<>();

  static {
    STANDS_FOR.put("/lesson/{id}", "/lesson/one-neuron");
    STANDS_FOR.put("SCENARIO", "data=made&net=16-3-10&limit=300&epochs=1");
    STANDS_FOR.put("&runs=…&at=…", "&runs=plain&at=1");
    STANDS_FOR.put("=…", "=data%3Dmade%26net%3D16-10%26limit%3D300%26epochs%3D1");
    STANDS_FOR.put("?…&", "?data=made&limit=5000&");
    STANDS_FOR.put("?…", "");
    STANDS_FOR.put("/api/*", "/api/bugs");
    STANDS_FOR.put(".*", ".npy");
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private final Server server;

  Addresses(Server server) {
    this.server = server;
  }

  /** Whether what is written is an address of this program. */
  static boolean isOne(String written) {
    return WRITTEN.matcher(written).matches();
  }

  /**
   * Opens what is written, which must answer 200. The API without a query may want to be asked for
   * something, and so may a POST without a body; but there must be such a thing.
   */
  void open(String written) {
    var parts = WRITTEN.matcher(written);
    assertTrue(parts.matches(), written);
    String path = parts.group(2);
    for (var stands : STANDS_FOR.entrySet()) {
      path = path.replace(stands.getKey(), stands.getValue());
    }
    String method = parts.group(1) == null ? "GET" : parts.group(1);
    HttpResponse<InputStream> answer = ask(method, quick(path), "", List.of());
    boolean asks = path.startsWith("/api/") && !path.contains("?");
    if (method.equals("GET") && !asks) {
      assertEquals(200, answer.statusCode(), written);
    } else {
      assertFalse(
          Set.of(404, 405).contains(answer.statusCode()) || answer.statusCode() >= 500,
          written + " answers " + answer.statusCode());
    }
    fragment(written, path, answer);
  }

  /** A training on a few digits shows as well that there is one. */
  private static String quick(String path) {
    return path.matches("/api/train(\\?.*)?") && !path.contains("limit=")
        ? path + (path.contains("?") ? "&" : "?") + "data=made&limit=300"
        : path;
  }

  private static void fragment(String written, String path, HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      if (path.contains("#")) {
        String id = "id=\"" + path.substring(path.indexOf('#') + 1) + "\"";
        assertTrue(read(answer).contains(id), written + " has nothing with " + id);
      }
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  int status(String path) {
    HttpResponse<InputStream> answer = ask("GET", path, "", List.of());
    read(answer);
    return answer.statusCode();
  }

  private static String read(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** What curl would do with these arguments; it must answer 200. */
  void curl(List<String> arguments) {
    String method = "";
    String data = "";
    String address = "";
    List<String> headers = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      String argument = arguments.get(k);
      switch (argument) {
        case "-s", "-N", "-L", "-O" -> {}
        case "-o" -> k++;
        case "-X" -> method = arguments.get(++k);
        case "-d" -> data = arguments.get(++k);
        case "-H" -> headers.addAll(List.of(arguments.get(++k).split(": *", 2)));
        default -> {
          assertTrue(argument.startsWith(USUAL), "curl: " + argument);
          address = argument.substring(USUAL.length());
        }
      }
    }
    if (method.isEmpty()) {
      method = data.isEmpty() ? "GET" : "POST";
    }
    HttpResponse<InputStream> answer = ask(method, quick(address), data, headers);
    String said = read(answer);
    assertEquals(200, answer.statusCode(), address + ": " + said);
  }

  private HttpResponse<InputStream> ask(
      String method, String path, String body, List<String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address()).resolve(path.split("#")[0]))
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException unanswered) {
      throw new AssertionError(method + " " + path, unanswered);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
