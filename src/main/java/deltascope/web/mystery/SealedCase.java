package deltascope.web.mystery;

import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** In this order they stand in every token that was ever handed out. */
  private static final List<String> NAMES =
      ScenarioReader.NAMES.stream().filter(name -> !name.equals("sample")).toList();

  public SealedCase {
    if (level < 1 || level > LEVELS) {
      throw new Refused("level", level, "1…" + LEVELS);
    }
    scenario = scenario.at(0);
  }

  /** The case as one text. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    lines.add(Integer.toString(level));
    lines.add(cleanFirst ? "1" : "");
    lines.add(mayGiveUp ? "1" : "");
    Map<String, String> parameters = scenario.parameters();
    NAMES.forEach(name -> lines.add(parameters.getOrDefault(name, "")));
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
    int head = lines.length - NAMES.size();
    if (head != 4 || !lines[0].equals(VERSION)) {
      throw Seal.unreadable();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      parameters.put(NAMES.get(i), lines[head + i]);
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
}
