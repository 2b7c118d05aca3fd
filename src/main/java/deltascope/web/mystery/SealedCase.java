package deltascope.web.mystery;

import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a token seals.
 *
 * @param scenario what is walked, bugs and seed and all; its sample means nothing
 * @param level 1 where the wrong step is marked, 2 where it is not, 3 where several are
 * @param cleanFirst whether a clean walk comes first
 * @param mayGiveUp whether the student may have it revealed unsolved
 */
public record SealedCase(Scenario scenario, int level, boolean cleanFirst, boolean mayGiveUp) {
  /** How many levels there are. */
  public static final int LEVELS = 3;

  /** What scenarios seldom say; at the end, where one says it. */
  private static final List<String> SELDOM = List.of("batches", "limit", "learn");

  /** A text's first line, and how many of the seldom lines it has. */
  private static final Map<String, Integer> VERSIONS = Map.of("1", 0, "2", 2, "3", 3);

  /** In this order they stand in every token that was ever handed out. */
  private static final List<String> NAMES =
      ScenarioReader.NAMES.stream()
          .filter(name -> !name.equals("sample") && !SELDOM.contains(name))
          .toList();

  public SealedCase {
    if (level < 1 || level > LEVELS) {
      throw new Refused("level", level, "1…" + LEVELS);
    }
    scenario = scenario.at(0);
  }

  /** The same with chance from another seed. */
  public SealedCase seeded(long seed) {
    return new SealedCase(scenario.seeded(seed), level, cleanFirst, mayGiveUp);
  }

  /** The case as one text. */
  public String text() {
    Map<String, String> parameters = scenario.parameters();
    boolean longer = SELDOM.stream().anyMatch(parameters::containsKey);
    List<String> lines = new ArrayList<>();
    String version = longer ? "3" : "1";
    lines.add(version);
    lines.add(Integer.toString(level));
    lines.add(cleanFirst ? "1" : "");
    lines.add(mayGiveUp ? "1" : "");
    names(version).forEach(name -> lines.add(parameters.getOrDefault(name, "")));
    return String.join("\n", lines);
  }

  /**
   * The case of a text.
   *
   * @throws Refused as for any token that cannot be opened, where this version cannot read it: a
   *     message that says more would say what was sealed
   */
  public static SealedCase read(String text, ScenarioReader reader) {
    String[] lines = text.split("\n", -1);
    if (!VERSIONS.containsKey(lines[0])) {
      throw Seal.unreadable();
    }
    List<String> names = names(lines[0]);
    int head = lines.length - names.size();
    if (head != 4) {
      throw Seal.unreadable();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.put(names.get(i), lines[head + i]);
    }
    try {
      return new SealedCase(
          reader.read(parameters),
          Integer.parseInt(lines[1]),
          !lines[2].isEmpty(),
          !lines[3].isEmpty());
    } catch (IllegalArgumentException ofAnotherVersion) {
      throw Seal.unreadable();
    }
  }

  private static List<String> names(String version) {
    int seldom = VERSIONS.getOrDefault(version, 0);
    return Stream.concat(NAMES.stream(), SELDOM.stream().limit(seldom)).toList();
  }
}
