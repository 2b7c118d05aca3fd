package deltascope.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What servers answer on a walk through everything whose answer depends on its address alone. */
final class Answers {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Pages, parts of pages, documents, tensors, pictures, in the order of a lesson. */
  static final List<String> WALK =
      List.of(
          "/",
          "/step?net=784-30-10&sample=7",
          "/step/sections?net=784-30-10&sample=7",
          "/step?net=784-30-10&sample=7&bugs=error-sign&step=9",
          "/step/explain?net=784-30-10&sample=7&step=2&unit=3",
          "/step?net=49-8-10&sample=3&epochs=1&limit=500&step=4",
          "/api/trace?net=49-8-10&sample=3&bugs=error-sign",
          "/api/tensor.npy?net=49-8-10&sample=3&step=2&name=W1",
          "/api/tensor.png?net=49-8-10&sample=3&step=2",
          "/compare?net=49-8-10&bugs=error-sign",
          "/api/compare?net=49-8-10&bugs=error-sign",
          "/api/checks?net=16-8-10&limit=200&check=gradient-check",
          "/bugs/error-sign",
          "/bugs/grid?theme=dark&type=large&code=java&checks=closed",
          "/api/bugs",
          "/api/grid",
          "/api/samples?data=made&count=5",
          "/bugs?theme=dark&type=large&code=java&checks=closed",
          "/bugs/zero-init?theme=dark&type=large&code=java&checks=closed",
          "/bugs/looks-wrong/zero-gradient-when-saturated?theme=dark&type=large",
          "/checks?net=16-8-10&limit=200",
          "/stories/two-wrongs",
          "/train",
          "/train?bugs=zero-init",
          "/quiz?seed=3",
          "/samples?digit=3",
          "/stories",
          "/mystery",
          "/api/datasets",
          "/static/css/base.css");

  private static final Pattern TOKEN = Pattern.compile("mystery=([A-Za-z0-9_.~-]+)");

  private Answers() {}

  /** Status, type and body of what is at an address such as {@code http://localhost:1234}. */
  static String of(String server, String path) {
    try {
      HttpResponse<byte[]> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(server + path)).build(),
              BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
      return answer.statusCode() + " " + type + "\n" + body;
    } catch (IOException unanswered) {
      throw new AssertionError(server + path, unanswered);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** The token of the mystery of that seed: every server draws the same case. */
  static String mystery(String server, int seed) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(server + "/mystery/new?level=2&seed=" + seed))
                  .build(),
              BodyHandlers.ofString());
      String place = answer.headers().firstValue("Location").orElse(answer.body());
      Matcher token = TOKEN.matcher(place);
      if (!token.find()) {
        throw new AssertionError("no token: " + answer.statusCode() + " " + place);
      }
      return token.group(1);
    } catch (IOException unanswered) {
      throw new AssertionError(unanswered);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
