package deltascope.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import deltascope.math.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Where Jupyter wants the kernel to listen: what its connection file says.
 *
 * @param transport "tcp" or "ipc"
 * @param ip the address
 * @param shell port of what is to be run
 * @param control port of interrupt and shutdown
 * @param iopub port of what everybody hears
 * @param stdin port of what the user is asked
 * @param heartbeat port that gives back whatever comes
 * @param key with which messages are signed; empty where they are not
 */
record Connection(
    String transport,
    String ip,
    int shell,
    int control,
    int iopub,
    int stdin,
    int heartbeat,
    String key) {
  private static final String SCHEME = "hmac-sha256";

  /**
   * Reads a connection file.
   *
   * @throws Refused naming the field, what is there and what should be
   * @throws IOException if there is no such file
   */
  static Connection read(Path file) throws IOException {
    JsonNode document;
    try {
      document = Json.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      throw new Refused(file.toString(), "no JSON", "a connection file of Jupyter's");
    }
    String scheme = document.path("signature_scheme").asText(SCHEME);
    if (!scheme.equals(SCHEME)) {
      throw new Refused("signature_scheme", scheme, SCHEME);
    }
    return new Connection(
        text(document, "transport", word -> word.equals("tcp") || word.equals("ipc"), "tcp or ipc"),
        text(document, "ip", word -> !word.isBlank(), "an address"),
        port(document, "shell_port"),
        port(document, "control_port"),
        port(document, "iopub_port"),
        port(document, "stdin_port"),
        port(document, "hb_port"),
        text(document, "key", word -> true, "a text"));
  }

  /** The address of a port, as ZeroMQ wants it. */
  String address(int port) {
    return transport + "://" + ip + (transport.equals("tcp") ? ":" : "-") + port;
  }

  private static String text(
      JsonNode document, String name, Predicate<String> suits, String range) {
    JsonNode value = document.path(name);
    if (!value.isTextual() || !suits.test(value.asText())) {
      throw new Refused(name, value.isMissingNode() ? "missing" : value, range);
    }
    return value.asText();
  }

  private static int port(JsonNode document, String name) {
    JsonNode value = document.path(name);
    if (!value.isInt() || value.asInt() < 1 || value.asInt() > 65535) {
      throw new Refused(name, value.isMissingNode() ? "missing" : value, "a port, 1…65535");
    }
    return value.asInt();
  }
}
