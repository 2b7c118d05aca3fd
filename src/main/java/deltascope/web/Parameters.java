package deltascope.web;

import deltascope.math.Refused;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a request's address: each known, each given once. */
final class Parameters {
  private final Map<String, String> values = new HashMap<>();

  /**
   * Reads them.
   *
   * @param known the names that this address understands
   * @throws Refused for a name that is not known, or given twice
   */
  Parameters(Context ctx, Set<String> known) {
    for (Map.Entry<String, List<String>> given : ctx.queryParamMap().entrySet()) {
      String name = given.getKey();
      if (name.equals("mystery") && !known.contains(name)) {
        throw new Refused(
            name, "sealed", "a scenario in the open: nothing here looks behind a seal");
      }
      if (!known.contains(name)) {
        String names = String.join(", ", new TreeSet<>(known));
        throw new Refused(
            name, "no parameter here", names.isEmpty() ? "no parameters" : "one of " + names);
      }
      if (given.getValue().isEmpty()) {
        throw new Refused(name, "unreadable", "text, two hexadecimal digits after a percent sign");
      }
      if (given.getValue().size() > 1) {
        throw new Refused(name, String.join(" and ", given.getValue()), "one value");
      }
      values.put(name, given.getValue().get(0));
    }
  }

  /**
   * The parameters of an address that is itself a parameter's value, without its question mark.
   *
   * @throws Refused for a name that is not known, or given twice
   */
  static Map<String, String> query(String parameter, String query, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      String name = both[0];
      if (!known.contains(name)) {
        throw new Refused(
            parameter,
            name,
            "one of " + String.join(", ", new TreeSet<>(known)) + ", with a value");
      }
      if (values.put(name, decoded(parameter, both.length == 1 ? "" : both[1])) != null) {
        throw new Refused(parameter, name + " twice", "one value of each");
      }
    }
    return values;
  }

  private static String decoded(String parameter, String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new Refused(parameter, value, "text, two hexadecimal digits after a percent sign");
    }
  }

  /** Those names and some more. */
  static Set<String> names(Set<String> set, String... more) {
    return names(set, List.of(more));
  }

  /** Those names and those. */
  static Set<String> names(Set<String> set, Collection<String> more) {
    Set<String> names = new TreeSet<>(set);
    names.addAll(more);
    return names;
  }

  Map<String, String> all() {
    return values;
  }

  boolean has(String name) {
    return !values.getOrDefault(name, "").isBlank();
  }

  String text(String name, String absent) {
    return has(name) ? values.getOrDefault(name, "").strip() : absent;
  }

  /** One of a few words. */
  String oneOf(String name, String absent, String... allowed) {
    String value = text(name, absent);
    if (!List.of(allowed).contains(value)) {
      throw new Refused(name, value, "one of " + String.join(", ", allowed));
    }
    return value;
  }

  /** A whole number in least…most. */
  int whole(String name, int absent, int least, int most) {
    String value = text(name, Integer.toString(absent));
    String range =
        most == Integer.MAX_VALUE
            ? "a whole number from " + least
            : "a whole number in " + least + "…" + most;
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      throw new Refused(name, value, range);
    }
    throw new Refused(name, value, range);
  }
}
