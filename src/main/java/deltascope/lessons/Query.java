package deltascope.lessons;

import deltascope.bugs.Catalogue;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of an address, as a lesson gives them. Where a lesson names no data, they are the
 * made digits: what it says has to be so everywhere.
 *
 * @param place where it stands
 * @param name of the scenario that it begins with; empty where it names none
 * @param parameters in their order, the data among them
 */
public record Query(Place place, String name, Map<String, String> parameters) {
  private static final ScenarioReader WALKING =
      ScenarioReader.stepping("made", Catalogue::variation);
  private static final ScenarioReader TRAINING =
      ScenarioReader.training("made", Catalogue::variation);

  /**
   * Reads {@code name&parameter=value…}, or parameters alone.
   *
   * @param scenarios those that have names
   * @param more what may be said beside a scenario's own parameters
   */
  static Query of(Place place, String text, Map<String, Query> scenarios, Set<String> more) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("data", "made");
    String name = "";
    String[] parts = text.strip().split("&");
    for (int k = 0; k < parts.length; k++) {
      String part = parts[k].strip();
      int equals = part.indexOf('=');
      if (equals > 0) {
        set(place, parameters, part.substring(0, equals), part.substring(equals + 1), more);
      } else if (k == 0) {
        name = part;
        parameters.putAll(named(place, name, scenarios).parameters());
      } else {
        throw place.bad("“" + part + "” is no parameter, expected name=value after each &");
      }
    }
    Query query = new Query(place, name, parameters);
    var unused = place.saidOf(query::walking);
    return query;
  }

  private static Query named(Place place, String name, Map<String, Query> scenarios) {
    Query known = scenarios.get(name);
    if (known == null) {
      String names = String.join(", ", scenarios.keySet());
      throw place.bad(
          "there is no scenario “"
              + name
              + "”, expected "
              + (names.isEmpty() ? "" : "one of " + names + ", or ")
              + "parameters as net=16-3-10&sample=4");
    }
    return known;
  }

  private static void set(
      Place place, Map<String, String> parameters, String name, String value, Set<String> more) {
    if (!ScenarioReader.NAMES.contains(name) && !more.contains(name)) {
      Set<String> names = new TreeSet<>(ScenarioReader.NAMES);
      names.addAll(more);
      throw place.bad(
          "“" + name + "” is no parameter here, expected one of " + String.join(", ", names));
    }
    try {
      parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      throw place.bad(value + " is not readable, expected two hexadecimal digits after a %");
    }
  }

  /** What is walked through. */
  public Scenario walking() {
    return WALKING.read(parameters);
  }

  /** What is trained. */
  public Scenario training() {
    return TRAINING.read(parameters);
  }

  /** The data set's id. */
  public String data() {
    return parameters.getOrDefault("data", "made");
  }

  /** With another value of a parameter. */
  public Query with(String parameter, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(parameter, value);
    return new Query(place, name, changed);
  }
}
