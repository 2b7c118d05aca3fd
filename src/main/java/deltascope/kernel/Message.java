package deltascope.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message of Jupyter's.
 *
 * @param identities of whom a reply goes to, or the topic of what everybody hears
 * @param header what it is: "msg_type", "msg_id", "session" and more
 * @param parent the header of what it answers; empty where it answers nothing
 * @param metadata beside the content
 * @param content what it says
 */
record Message(
    List<byte[]> identities,
    JsonNode header,
    JsonNode parent,
    JsonNode metadata,
    JsonNode content) {
  static final String PROTOCOL = "5.3";

  Message {
    identities = List.copyOf(identities);
  }

  /** "execute_request". */
  String type() {
    return header.path("msg_type").asText();
  }

  /** An answer to this one, for whoever asked. */
  Message reply(String type, String session, Map<String, ?> content) {
    return new Message(
        identities, header(type, session), header, object(Map.of()), object(content));
  }

  /** What everybody hears of it. */
  Message said(String type, String session, Map<String, ?> content) {
    return new Message(
        List.of(type.getBytes(Wire.CHARSET)),
        header(type, session),
        header,
        object(Map.of()),
        object(content));
  }

  /** What comes before anything was asked. */
  static Message nothing() {
    return new Message(
        List.of(), object(Map.of()), object(Map.of()), object(Map.of()), object(Map.of()));
  }

  private static JsonNode header(String type, String session) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("msg_id", UUID.randomUUID().toString());
    header.put("session", session);
    header.put("username", "kernel");
    header.put("date", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    header.put("msg_type", type);
    header.put("version", PROTOCOL);
    return object(header);
  }

  private static JsonNode object(Map<String, ?> content) {
    return Json.MAPPER.valueToTree(content);
  }
}
