package deltascope.web.page;

import deltascope.bugs.LooksWrong;
import java.util.List;

/**
 * Every piece of correct code that looks wrong.
 *
 * @param quiz where such and real bugs are asked for together
 */
public record LooksWrongListPage(Shell shell, List<Entry> entries, String quiz) {
  /** A card in brief. */
  public record Entry(String title, String looks, String href) {}

  /** All of them. */
  public static LooksWrongListPage of(Shell shell) {
    Address wishes = shell.here().wishes();
    return new LooksWrongListPage(
        shell,
        LooksWrong.all().stream()
            .map(card -> CardWords.of(shell.words(), card))
            .map(
                card ->
                    new Entry(
                        card.title(), card.looks(), wishes.at("/bugs/looks-wrong/" + card.id())))
            .toList(),
        wishes.at("/quiz"));
  }
}
