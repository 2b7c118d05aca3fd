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

  private static final String VERSION = "1";

  /** With what scenarios seldom say, at the end. */
  private static final String LONGER_VERSION = "2";

  private static final List<String> SELDOM = List.of("batches", "limit", "learn");

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

  /** The case as one text. */
  public String text() {
    Map<String, String> parameters = scenario.parameters();
    boolean longer = SELDOM.stream().anyMatch(parameters::containsKey);
    List<String> lines = new ArrayList<>();
    lines.add(longer ? LONGER_VERSION : VERSION);
    lines.add(Integer.toString(level));
    lines.add(cleanFirst ? "1" : "");
    lines.add(mayGiveUp ? "1" : "");
    names(longer).forEach(name -> lines.add(parameters.getOrDefault(name, "")));
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
    boolean longer = lines[0].equals(LONGER_VERSION);
    List<String> names = names(longer);
    int head = lines.length - names.size();
    if (head != 4 || !longer && !lines[0].equals(VERSION)) {
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

  private static List<String> names(boolean longer) {
    return longer ? Stream.concat(NAMES.stream(), SELDOM.stream()).toList() : NAMES;
  }
}
