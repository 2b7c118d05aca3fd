package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Family;
import deltascope.network.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of bugs.
 *
 * @param shell around it
 * @param families the bugs, by the part of the program they are in
 */
public record BugsPage(Shell shell, List<Group> families) {
  /** A part of the program, and its bugs. */
  public record Group(String id, String title, List<Entry> bugs) {}

  /**
   * A bug in brief.
   *
   * @param formula the first line that it changes, compared with the textbook's; null for a rule
   *     that no formula tells
   */
  public record Entry(
      String title, String says, String href, Piece.@Nullable Term formula, String severity) {}

  /**
   * The whole catalogue.
   *
   * @param changes gives the lines that a bug changes
   */
  public static BugsPage of(Shell shell, Function<Bug, List<Change>> changes) {
    Words words = shell.words();
    List<Group> families = new ArrayList<>();
    for (Family family : Family.values()) {
      List<Entry> bugs =
          Catalogue.bugs().stream()
              .filter(bug -> bug.card().family() == family)
              .map(
                  bug ->
                      new Entry(
                          CardWords.of(words, bug).title(),
                          CardWords.of(words, bug).says(),
                          shell.here().wishes().at("/bugs/" + bug.id()),
                          BugPage.formula(changes.apply(bug)),
                          words.of("severity." + bug.card().severity().id())))
              .toList();
      if (!bugs.isEmpty()) {
        families.add(new Group(family.id(), words.of("family." + family.id()), bugs));
      }
    }
    return new BugsPage(shell, List.copyOf(families));
  }
}
