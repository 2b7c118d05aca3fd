package deltascope.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a block: {@code key: value} lines, whose values may go on in indented lines, and
 * {@code - label: value} lines that make a list.
 */
final class Fields {
  private static final Pattern KEY = Pattern.compile("([a-z]+)(?: ([^:]*))?:(.*)");
  private static final Pattern ITEM = Pattern.compile("- ([^:]+):(.*)");

  private final Place start;
  private final String block;
  private final List<Field> fields = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();

  /**
   * One line, with those that belong to it.
   *
   * @param key before the colon, or an item's label
   * @param more between key and colon, as in {@code when 0.42:}
   * @param value the rest
   * @param item whether it is an item of a list
   */
  record Field(Place place, String key, String more, String value, boolean item) {
    Field stripped() {
      return new Field(place, key, more, value.strip(), item);
    }
  }

  /** Reads the body of a block that begins at that line. */
  Fields(Place start, String block, String body) {
    this.start = start;
    this.block = block;
    String[] lines = body.split("\n", -1);
    for (int k = 0; k < lines.length; k++) {
      read(start.down(k + 1), lines[k]);
    }
    fields.replaceAll(Field::stripped);
  }

  private void read(Place place, String line) {
    if (line.isBlank() || Character.isWhitespace(line.charAt(0))) {
      goOn(place, line);
      return;
    }
    Matcher item = ITEM.matcher(line);
    Matcher key = KEY.matcher(line);
    if (item.matches()) {
      fields.add(new Field(place, item.group(1).strip(), "", item.group(2).strip(), true));
    } else if (key.matches()) {
      String more = key.group(2) == null ? "" : key.group(2).strip();
      fields.add(new Field(place, key.group(1), more, key.group(3).strip(), false));
    } else {
      throw place.bad(
          "“" + line.strip() + "” is no line of a block, expected key: value, or an indented line");
    }
  }

  private void goOn(Place place, String line) {
    if (fields.isEmpty()) {
      if (line.isBlank()) {
        return;
      }
      throw place.bad("expected key: value at the margin before “" + line.strip() + "”");
    }
    Field last = fields.remove(fields.size() - 1);
    String longer = last.value() + "\n" + line.strip();
    fields.add(new Field(last.place(), last.key(), last.more(), longer, last.item()));
  }

  Place place() {
    return start;
  }

  /** The field of that key; null where there is none. */
  @Nullable Field field(String key) {
    asked.add(key);
    Field found = null;
    for (Field field : fields) {
      if (!field.item() && field.key().equals(key)) {
        if (found != null) {
          throw field.place().bad("“" + key + "” stands twice in this " + block);
        }
        found = field;
      }
    }
    return found;
  }

  /** Every field of that key, which may stand several times. */
  List<Field> all(String key) {
    asked.add(key);
    return fields.stream().filter(field -> !field.item() && field.key().equals(key)).toList();
  }

  /** The items of the block's list. */
  List<Field> items() {
    asked.add("-");
    return fields.stream().filter(Field::item).toList();
  }

  /** The field of that key. */
  Field required(String key) {
    Field field = field(key);
    if (field == null || field.value().isBlank()) {
      throw start.bad("this " + block + " has no “" + key + ":”");
    }
    return field;
  }

  /** Its value, or another where there is none. */
  String text(String key, String otherwise) {
    Field field = field(key);
    return field == null || field.value().isBlank() ? otherwise : field.value().strip();
  }

  /** Where the field stands; the block where there is none. */
  Place place(String key) {
    Field field = field(key);
    return field == null ? start : field.place();
  }

  /** Refuses what nobody asked for. */
  void mustBeKnown() {
    for (Field field : fields) {
      boolean known = asked.contains(field.item() ? "-" : field.key());
      if (!known) {
        Set<String> keys = new TreeSet<>(asked);
        boolean list = keys.remove("-");
        throw field
            .place()
            .bad(
                "“"
                    + (field.item() ? "- " : "")
                    + field.key()
                    + ":” does not belong in "
                    + block
                    + ", expected one of "
                    + String.join(", ", keys)
                    + (list ? ", or lines that begin with “- ”" : ""));
      }
      if (!field.more().isEmpty() && !field.key().equals("when")) {
        throw field.place().bad("expected a colon right after “" + field.key() + "”");
      }
    }
  }
}
