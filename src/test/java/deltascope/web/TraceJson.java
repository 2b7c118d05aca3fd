package deltascope.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltascope.oracle.Naive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace's JSON document as tests read it: nothing of the program's own objects. */
record TraceJson(JsonNode document) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static JsonNode parse(Asked answer) {
    try {
      return MAPPER.readTree(new String(answer.response().body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(answer.text(), broken);
    }
  }

  /** GETs the trace with every value. */
  static TraceJson get(Server server, String query) {
    Asked answer = Asked.get(server, "/api/trace?values=all&" + query);
    if (answer.status() != 200) {
      throw new AssertionError(query + ": " + answer.text());
    }
    return new TraceJson(parse(answer));
  }

  static TraceJson post(Server server, String body) {
    Asked answer = Asked.post(server, "/api/trace", body);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return new TraceJson(parse(answer));
  }

  List<JsonNode> steps() {
    List<JsonNode> steps = new ArrayList<>();
    document.get("steps").forEach(steps::add);
    return steps;
  }

  /** The step of that equation and layer; layer 0 where the equation has none. */
  JsonNode step(String equation, int layer) {
    return steps().stream()
        .filter(step -> step.get("equation").asText().equals(equation))
        .filter(step -> step.path("layer").asInt(0) == layer)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + equation + " of layer " + layer));
  }

  /** A tensor's numbers; NaN and infinities are strings. */
  static double[][] matrix(JsonNode tensor) {
    JsonNode list = tensor.get("values");
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(list.get(i));
    }
    return Naive.rows(values, tensor.get("rows").asInt(), tensor.get("cols").asInt());
  }

  static double number(JsonNode node) {
    if (node.isNumber()) {
      return node.asDouble();
    }
    return switch (node.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new AssertionError(node + " is no number");
    };
  }

  static Map<String, double[][]> operands(JsonNode step) {
    Map<String, double[][]> operands = new LinkedHashMap<>();
    step.get("operands")
        .forEach(operand -> operands.put(operand.get("name").asText(), matrix(operand)));
    return operands;
  }
}
