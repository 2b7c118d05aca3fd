package deltascope.lessons;

import deltascope.lessons.Fields.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A block as it is read: its fields, and what readers of all kinds ask of them. */
final class Block {
  final Map<String, Query> scenarios;
  final Values values;
  final Fields fields;
  final Place place;

  Block(Map<String, Query> scenarios, Values values, Fields fields) {
    this.scenarios = scenarios;
    this.values = values;
    this.fields = fields;
    this.place = fields.place();
  }

  String id() {
    Field field = fields.required("id");
    if (!field.value().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw field
          .place()
          .bad("id is “" + field.value() + "”, expected words-and-1-digit as big-one");
    }
    return field.value();
  }

  Text text(String key) {
    return Markdown.text(fields.place(key), fields.text(key, ""), values);
  }

  Text must(String key) {
    Field field = fields.required(key);
    return Markdown.text(field.place(), field.value(), values);
  }

  Query query(String key, Set<String> more) {
    Field field = fields.required(key);
    return Query.of(field.place(), field.value(), scenarios, more);
  }

  boolean again() {
    Field field = fields.field("asked");
    if (field != null && !field.value().equals("again")) {
      throw field.place().bad("asked is “" + field.value() + "”, expected again");
    }
    return field != null;
  }

  Value value(Field field) {
    return values.alone(field.place(), field.value());
  }

  static List<String> list(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
