package deltascope.lessons;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a lesson's numbers are looked up.
 *
 * @param numbers where they come from
 * @param scenarios by the names that the lesson gives them
 */
public record Look(Numbers numbers, Map<String, Query> scenarios) {
  /** The scenario of that name, which the reader of the lesson has seen to exist. */
  Query scenario(String name) {
    Query query = scenarios.get(name);
    if (query == null) {
      throw new IllegalStateException("no scenario " + name);
    }
    return query;
  }

  /** The same where that name stands for another scenario. */
  Look where(String name, Query other) {
    Map<String, Query> changed = new LinkedHashMap<>(scenarios);
    changed.put(name, other);
    return new Look(numbers, changed);
  }
}
