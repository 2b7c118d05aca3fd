package deltascope.web.page;

import deltascope.bugs.Card;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.network.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bug.
 *
 * @param shell around it
 * @param card what there is to say
 * @param family the part of the program, in words
 * @param severity what it does to learning, in words
 * @param formula the first line that it changes, compared; null for a rule that no formula tells
 * @param listings the guilty line and its repair, in numpy and Java
 * @param walk the walk in which it shows itself
 * @param checks the checks of that walk in full
 * @param noticed the checks that notice it
 * @param silent those that do not
 */
public record BugPage(
    Shell shell,
    CardWords card,
    String family,
    String severity,
    Piece.@Nullable Term formula,
    List<Lines> listings,
    String walk,
    String checks,
    List<Check> noticed,
    List<Check> silent) {
  /** The guilty line and its repair in one language. */
  public record Lines(String language, String bugged, String correct) {}

  /**
   * A bug's page.
   *
   * @param changes the lines that it changes, the first one first
   */
  public static BugPage of(
      Shell shell, Card card, List<Change> changes, String walk, String checks) {
    Words words = shell.words();
    List<Check> noticed = new ArrayList<>(Checks.checks());
    noticed.removeIf(check -> !card.noticedBy().contains(check.id()));
    List<Check> silent = new ArrayList<>(Checks.checks());
    silent.removeAll(noticed);
    return new BugPage(
        shell,
        CardWords.of(words, card),
        words.of("family." + card.family().id()),
        words.of("severity." + card.severity().id()),
        formula(changes),
        listings(words, card, changes),
        walk,
        checks,
        noticed,
        silent);
  }

  /** The first changed line as a formula; null where there is none. */
  public static Piece.@Nullable Term formula(List<Change> changes) {
    if (changes.isEmpty()) {
      return null;
    }
    var maths = changes.get(0).line().comparedFormula();
    return Piece.Term.of(maths);
  }

  private static List<Lines> listings(Words words, Card card, List<Change> changes) {
    Card.Listing listing = card.listing();
    if (listing != null) {
      return List.of(
          new Lines(words.of("code.numpy"), listing.numpyBugged(), listing.numpyCorrect()),
          new Lines(words.of("code.java"), listing.javaBugged(), listing.javaCorrect()));
    }
    if (changes.isEmpty()) {
      return List.of();
    }
    var line = changes.get(0).line();
    var right = line.asTextbook();
    return List.of(
        new Lines(words.of("code.numpy"), line.plainNumpy().text(), right.plainNumpy().text()),
        new Lines(words.of("code.java"), line.plainJava().text(), right.plainJava().text()));
  }
}
