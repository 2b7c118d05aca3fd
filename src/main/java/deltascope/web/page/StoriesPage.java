package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Story;
import deltascope.network.ScenarioReader;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.List;

/** The stories, each with where it begins. */
public record StoriesPage(Shell shell, List<Entry> stories) {
  /**
   * A story.
   *
   * @param start where it begins
   * @param about its own page
   * @param learns where its programs are trained side by side
   * @param stops its stops
   * @param bugs the bugs in it
   */
  public record Entry(
      Story story, String start, String about, String learns, List<Stop> stops, List<Link> bugs) {}

  /** A stop, and where it is. */
  public record Stop(String says, String href) {}

  /** A bug's title and page. */
  public record Link(String title, String href) {}

  /** The page of these stories. */
  public static StoriesPage of(Shell shell, List<Story> stories, ScenarioReader reader) {
    return new StoriesPage(
        shell, stories.stream().map(story -> entry(story, shell.here(), reader)).toList());
  }

  private static Entry entry(Story told, Address here, ScenarioReader reader) {
    Story story = CardWords.of(here.words(), told);
    List<String> links = StoryBar.links(story, here, reader);
    List<Stop> stops = new ArrayList<>();
    for (int k = 0; k < links.size(); k++) {
      stops.add(new Stop(story.stops().get(k).says(), links.get(k)));
    }
    List<Link> bugs =
        StoryBar.walk(story, reader).variations().stream()
            .map(Variation::id)
            .map(Catalogue::bug)
            .map(bug -> link(bug, here))
            .toList();
    return new Entry(
        story,
        links.get(0),
        here.wishes().at("/stories/" + story.id()),
        StoryRuns.of(story, here).address().at("/train"),
        stops,
        bugs);
  }

  private static Link link(Bug bug, Address here) {
    return new Link(CardWords.title(here.words(), bug), here.wishes().at("/bugs/" + bug.id()));
  }
}
