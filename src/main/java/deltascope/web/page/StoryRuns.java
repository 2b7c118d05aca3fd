package deltascope.web.page;

import deltascope.bugs.Story;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a story's bugs do to learning: the textbook, then each bug alone, or of more than two all
 * but one, so that it shows what mending one of them moves, and then all of them.
 */
public final class StoryRuns {
  private StoryRuns() {}

  /**
   * The trainings side by side; with the usual batches, since small ones are there to be walked.
   */
  public static Runs of(Story story, Address wishes) {
    Map<String, String> shared = new TreeMap<>(ScenarioReader.parameters(story.scenario()));
    List<String> bugs = List.of(shared.getOrDefault("bugs", "").split(","));
    shared.remove("bugs");
    shared.remove("batch");
    wishes.forEach(shared::put);
    List<Map<String, String>> own = new ArrayList<>();
    own.add(Map.of());
    if (bugs.size() > 1) {
      bugs.forEach(bug -> own.add(Map.of("bugs", some(bugs, bug))));
    }
    own.add(Map.of("bugs", String.join(",", bugs)));
    return new Runs(Address.of(shared), own);
  }

  private static String some(List<String> bugs, String bug) {
    return bugs.size() == 2
        ? bug
        : String.join(",", bugs.stream().filter(other -> !other.equals(bug)).toList());
  }
}
