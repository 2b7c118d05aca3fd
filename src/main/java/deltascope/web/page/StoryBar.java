package deltascope.web.page;

import deltascope.bugs.Story;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a story says at its stop, above the walk.
 *
 * @param title the story's
 * @param about its own page
 * @param others all stories
 * @param place "2 of 5"
 * @param says what is to be seen here; where the walk has left the story, that it has
 * @param moral what is to be learned, at the last stop; else empty
 * @param back the stop before, or the way back into the story; else empty
 * @param next the stop after; else empty
 * @param left whether the walk is another one than the story's
 */
public record StoryBar(
    String title,
    String about,
    String others,
    String place,
    String says,
    String moral,
    String back,
    String next,
    boolean left) {

  /** The bar for an address; null where it names no story. */
  public static @Nullable StoryBar of(Address address, Scenario scenario, ScenarioReader reader) {
    Words words = address.words();
    String id = address.get("story", "");
    if (id.isEmpty()) {
      return null;
    }
    Story story = CardWords.of(words, Story.of(id));
    int last = story.stops().size();
    int number = View.whole(address, "stop", 1, 1, last);
    boolean left = !alike(scenario, walk(story, reader));
    List<String> links = links(story, address, reader);
    String back = left ? links.get(number - 1) : number > 1 ? links.get(number - 2) : "";
    return new StoryBar(
        story.title(),
        address.wishes().at("/stories/" + story.id()),
        address.wishes().at("/stories"),
        words.of("story.place", number, last),
        left ? words.of("story.left", number) : story.stops().get(number - 1).says(),
        !left && number == last ? story.moral() : "",
        back,
        !left && number < last ? links.get(number) : "",
        left);
  }

  /** The address of each stop; data and wishes as they are at {@code from}. */
  public static List<String> links(Story story, Address from, ScenarioReader reader) {
    List<String> links = new ArrayList<>();
    for (Story.Stop stop : story.stops()) {
      Map<String, String> asked =
          ScenarioReader.parameters(story.scenario() + "&" + stop.parameters());
      Scenario there = reader.read(asked);
      Address address = from.wishes().with("data", from.get("data"));
      for (Map.Entry<String, String> parameter : asked.entrySet()) {
        if (!parameter.getValue().equals("0")) {
          address = address.with(parameter.getKey(), parameter.getValue());
        }
      }
      links.add(
          address
              .with("story", story.id())
              .with("stop", links.size() + 1)
              .step(step(there, stop.equation(), stop.layer())));
    }
    return List.copyOf(links);
  }

  static Scenario walk(Story story, ScenarioReader reader) {
    return reader.read(story.scenario());
  }

  /** Whether two walks are through the same program; the sample may be another. */
  private static boolean alike(Scenario one, Scenario other) {
    Map<String, String> these = new HashMap<>(one.parameters());
    Map<String, String> those = new HashMap<>(other.parameters());
    for (String free : List.of("data", "sample", "epochs")) {
      these.remove(free);
      those.remove(free);
    }
    return these.equals(those);
  }

  private static int step(Scenario scenario, EquationId equation, int layer) {
    var equations = scenario.setup().equations().asRun();
    int size = equations.batchSize(scenario.batch());
    boolean ends = scenario.sample() % size == size - 1;
    var calls = equations.schedule(scenario.net(), ends);
    for (int step = 0; step < calls.size(); step++) {
      boolean here = !equation.layered() || calls.get(step).layer().index() == layer;
      if (calls.get(step).equation() == equation && here) {
        return step;
      }
    }
    throw new IllegalStateException("No step " + equation + " in layer " + layer);
  }
}
