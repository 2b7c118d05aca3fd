package deltascope.web.page;

import deltascope.bugs.LooksWrong;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Correct code that looks wrong: one card, at the step where it is met.
 *
 * @param card what there is to say
 * @param setting the scenario as a sentence
 * @param section the step itself
 * @param walk the walk at that step
 * @param yes the address of the answer that it is a bug
 * @param no the address of the other one
 * @param answered whether the answer given is the right one; null before there is one
 * @param next the card after it
 */
public record LooksWrongPage(
    Shell shell,
    LooksWrong card,
    String setting,
    Section section,
    String walk,
    String yes,
    String no,
    @Nullable Boolean answered,
    String next) {
  /** What an address may say about it, besides the reader's wishes. */
  public static final String ANSWER = "answer";

  /** The page. */
  public static LooksWrongPage of(
      Shell shell, LooksWrong card, Scenario scenario, Trace trace, int label) {
    Words words = shell.words();
    Address wishes = shell.here().wishes();
    Address walk = Address.of(card.parameters());
    for (String wish : Address.WISHES) {
      String wished = wishes.get(wish);
      walk = wished == null ? walk : walk.with(wish, wished);
    }
    Facts facts = new Facts(trace, scenario.net(), label);
    Step step = facts.steps().get(card.step());
    String path = "/bugs/looks-wrong/" + card.id();
    List<LooksWrong> all = LooksWrong.all();
    String next = all.get((all.indexOf(card) + 1) % all.size()).id();
    String answer = shell.here().get(ANSWER);
    return new LooksWrongPage(
        shell,
        CardWords.of(words, card),
        new Sentence(words, scenario, walk).html().plain(),
        new Sections(facts, walk, View.of(walk), words).section(step),
        walk.step(card.step()),
        wishes.with(ANSWER, "yes").at(path) + "#answer",
        wishes.with(ANSWER, "no").at(path) + "#answer",
        answer == null ? null : Boolean.valueOf(answer.equals("no")),
        wishes.at("/bugs/looks-wrong/" + next));
  }
}
