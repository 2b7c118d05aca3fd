package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Card;
import deltascope.bugs.Catalogue;
import deltascope.bugs.LooksWrong;
import deltascope.bugs.Story;
import deltascope.checks.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bug's card says in a page's language. English stands in the bug's own file; a translation
 * has it under {@code bug.ID.title} and the like, and what it leaves out is English.
 */
public record CardWords(
    String title, String says, String symptom, String reason, String cure, String seen) {
  static CardWords of(Words words, Bug bug) {
    return of(words, bug.card());
  }

  static CardWords of(Words words, Card card) {
    String key = "bug." + card.id() + ".";
    return new CardWords(
        words.or(key + "title", card.title()),
        words.or(key + "says", card.says()),
        words.or(key + "symptom", card.symptom()),
        words.or(key + "reason", card.reason()),
        words.or(key + "cure", card.cure()),
        words.or(key + "seen", card.seen()));
  }

  /** The title of the bug of that name. */
  static String title(Words words, String bug) {
    return of(words, Catalogue.bug(bug)).title();
  }

  /** A bug's title, for a page that has nothing else of it. */
  public static String title(Words words, Bug bug) {
    return of(words, bug).title();
  }

  /** What a check is called. */
  public static String title(Words words, Check check) {
    return words.or("check." + check.id() + ".title", check.title());
  }

  /** What a check computes, and what it cannot see. */
  static String says(Words words, Check check) {
    return words.or("check." + check.id() + ".says", check.says());
  }

  /** A story in that language; its stops are {@code story.ID.1} and on. */
  public static Story of(Words words, Story story) {
    String key = "story." + story.id() + ".";
    List<Story.Stop> stops = new ArrayList<>();
    for (Story.Stop stop : story.stops()) {
      stops.add(
          new Story.Stop(
              stop.epochs(),
              stop.sample(),
              stop.equation(),
              stop.layer(),
              words.or(key + (stops.size() + 1), stop.says())));
    }
    return new Story(
        story.id(),
        words.or(key + "title", story.title()),
        words.or(key + "lead", story.lead()),
        words.or(key + "moral", story.moral()),
        story.scenario(),
        stops);
  }

  /** A card of right code in that language. */
  public static LooksWrong of(Words words, LooksWrong card) {
    String key = "looks." + card.id() + ".";
    return new LooksWrong(
        card.id(),
        words.or(key + "title", card.title()),
        words.or(key + "looks", card.looks()),
        words.or(key + "right", card.right()),
        card.address());
  }
}
