package deltascope.bugs;

import deltascope.math.Refused;
import deltascope.network.EquationId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bugs at work, told in a few places of a walk.
 *
 * @param id the name in addresses
 * @param title a few words
 * @param lead what its author saw
 * @param moral what is to be learned from it
 * @param scenario parameters of the walk, as in an address
 * @param stops where it is told, in order
 */
public record Story(
    String id, String title, String lead, String moral, String scenario, List<Stop> stops) {

  /**
   * A place of the walk, and what is to be seen there.
   *
   * @param epochs trained before
   * @param sample position in the walk, from 0
   * @param equation the step
   * @param layer of the step, 0 where it belongs to none
   * @param says in a sentence or two
   */
  public record Stop(int epochs, int sample, EquationId equation, int layer, String says) {
    /** The parameters of the walk to it. */
    public String parameters() {
      return "epochs=" + epochs + "&sample=" + sample;
    }
  }

  public Story {
    stops = List.copyOf(stops);
  }

  /** Every story, in the order in which they are best read. */
  public static List<Story> all() {
    return Stories.ALL;
  }

  /**
   * The story of that name.
   *
   * @throws Refused (parameter {@code story}) if there is none
   */
  public static Story of(String id) {
    return all().stream()
        .filter(story -> story.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "story",
                    id,
                    "one of " + all().stream().map(Story::id).collect(Collectors.joining(", "))));
  }
}
