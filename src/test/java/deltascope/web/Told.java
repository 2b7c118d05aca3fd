package deltascope.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A server-sent event as a client reads it. */
record Told(String name, JsonNode data) {
  /** The data of those of that name. */
  static List<JsonNode> named(String name, List<Told> told) {
    return told.stream().filter(one -> one.name().equals(name)).map(Told::data).toList();
  }
}
