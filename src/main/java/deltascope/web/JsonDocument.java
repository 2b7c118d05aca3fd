package deltascope.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object that was sent, and its place in the whole, so that errors can name it. */
record JsonDocument(JsonNode node, String place) {
  /** More than a pass has names. */
  private static final int MATRICES = 256;

  /**
   * Reads a body.
   *
   * @throws Refused if it is no JSON object
   */
  static JsonDocument read(String body) {
    try {
      JsonNode node = Reader.STRICT.readTree(body);
      if (node == null || !node.isObject()) {
        throw new Refused("body", body.isBlank() ? "empty" : body, "a JSON object");
      }
      return new JsonDocument(node, "");
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      String where =
          at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
      throw new Refused(
          "body",
          "broken JSON%s (%s)".formatted(where, broken.getOriginalMessage()),
          "a JSON object");
    }
  }

  /**
   * Nothing may follow the document and no name may come twice; NaN and infinities are read, so
   * that whoever asks for a finite number can name their place.
   */
  private static final class Reader {
    static final ObjectReader STRICT =
        Json.mapper()
            .reader()
            .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }

  /** "layers[0].weights". */
  String path(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  void allowOnly(String... names) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!Arrays.asList(names).contains(name)) {
                throw new Refused(
                    path(name), "no field here", "one of " + String.join(", ", names));
              }
            });
  }

  String text(String name, String absent) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return absent;
    }
    if (!value.isTextual()) {
      throw new Refused(path(name), value, "a text");
    }
    return value.asText();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name, 0, Integer.MAX_VALUE)) {
      if (!element.isTextual()) {
        throw new Refused(path(name), element, "a list of texts");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  int whole(String name, int absent, int least, int most) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    boolean whole = value.isIntegralNumber() && value.canConvertToInt();
    if (!whole || value.asInt() < least || value.asInt() > most) {
      throw new Refused(path(name), value, "a whole number in " + least + "…" + most);
    }
    return value.asInt();
  }

  double rate(String name, double absent, double most) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    double rate = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(rate > 0 && rate <= most)) {
      throw new Refused(path(name), value, "a number, 0 < η ≤ 100");
    }
    return rate;
  }

  /** A number in 0…1, 1 excluded. */
  double fraction(String name, double absent) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    double fraction = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(fraction >= 0 && fraction < 1)) {
      throw new Refused(path(name), value, "a number, 0 ≤ tolerance < 1");
    }
    return fraction;
  }

  /** A list of objects, least…most of them. */
  List<JsonDocument> list(String name, int least, int most) {
    List<JsonDocument> list = new ArrayList<>();
    for (JsonNode element : array(name, least, most)) {
      String where = path(name) + "[" + list.size() + "]";
      if (!element.isObject()) {
        throw new Refused(where, element, "an object");
      }
      list.add(new JsonDocument(element, where));
    }
    return list;
  }

  /** Exactly so many finite numbers. */
  double[] numbers(String name, int count, String why) {
    return numbers(node.path(name), path(name), count, count, why);
  }

  /** A matrix of finite numbers, rows of one length, at most {@code most} each way. */
  Matrix matrix(String name, int most) {
    JsonNode rows = array(name, 1, most);
    double[][] values = new double[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      String where = path(name) + "[" + i + "]";
      values[i] =
          i == 0
              ? numbers(rows.get(0), where, 1, most, "a row")
              : numbers(rows.get(i), where, values[0].length, values[0].length, "as the first row");
    }
    return Matrix.onRows(values);
  }

  /**
   * Matrices by their names: lists of rows, lists of numbers as columns, or single numbers. NaN and
   * infinities are numbers here, as such or as texts.
   */
  Map<String, Matrix> matrices(String name) {
    JsonNode object = node.path(name);
    if (!object.isObject()) {
      throw new Refused(
          path(name), object.isMissingNode() ? "missing" : object, "an object of matrices");
    }
    if (object.size() > MATRICES) {
      throw new Refused(path(name), object.size() + " matrices", "at most " + MATRICES);
    }
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry ->
                matrices.put(
                    entry.getKey(),
                    AnyNumbers.matrix(entry.getValue(), path(name) + "." + entry.getKey())));
    return matrices;
  }

  private JsonNode array(String name, int least, int most) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() && least == 0) {
      return Json.mapper().createArrayNode();
    }
    if (!value.isArray() || value.size() < least || value.size() > most) {
      String found =
          value.isMissingNode()
              ? "missing"
              : value.isArray() ? value.size() + " elements" : value.toString();
      String range =
          most == Integer.MAX_VALUE ? "a list" : "a list of " + least + "…" + most + " elements";
      throw new Refused(path(name), found, range);
    }
    return value;
  }

  private static double[] numbers(JsonNode list, String where, int least, int most, String why) {
    String range = (least == most ? "" + least : least + "…" + most) + " numbers, " + why;
    if (!list.isArray() || list.size() < least || list.size() > most) {
      String found =
          list.isMissingNode()
              ? "missing"
              : list.isArray() ? list.size() + " elements" : list.toString();
      throw new Refused(where, found, range);
    }
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode element = list.get(i);
      numbers[i] = element.isNumber() ? element.asDouble() : Double.NaN;
      if (!Double.isFinite(numbers[i])) {
        throw new Refused(where + "[" + i + "]", element, "a finite number");
      }
    }
    return numbers;
  }
}
