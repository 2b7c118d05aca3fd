package deltascope.bugs;

import deltascope.math.Randomness;
import deltascope.network.Change;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** "Is this a bug?": lines of programs, some with a bug in them and some that only look so. */
public final class Quiz {
  /** Questions in a quiz. */
  public static final int QUESTIONS = 10;

  private static final List<Question> WRONG = wrong();

  private Quiz() {}

  /**
   * A line of a program.
   *
   * @param bug the bug in it; null where there is none
   * @param change the line as that bug has changed it; null where there is none
   * @param card why it looks wrong; null where it is wrong
   * @param scenario where it is met, the bug not named
   */
  public record Question(
      @Nullable Bug bug, @Nullable Change change, @Nullable LooksWrong card, Scenario scenario) {}

  /** The questions of a seed: half of them bugs, in an order of its own. */
  public static List<Question> of(long seed) {
    Random random = Randomness.stream(seed, "quiz", 0);
    List<Question> right = LooksWrong.all().stream().map(Quiz::right).toList();
    List<Question> chosen = new ArrayList<>(drawn(random, WRONG, QUESTIONS / 2));
    chosen.addAll(drawn(random, right, QUESTIONS - QUESTIONS / 2));
    return drawn(random, chosen, chosen.size());
  }

  private static List<Question> drawn(Random random, List<Question> from, int count) {
    List<Question> drawn = new ArrayList<>();
    for (int i : Randomness.permutation(random, from.size())) {
      if (drawn.size() < count) {
        drawn.add(from.get(i));
      }
    }
    return drawn;
  }

  private static ScenarioReader reader() {
    return ScenarioReader.stepping("made", Catalogue::variation);
  }

  private static Question right(LooksWrong card) {
    return new Question(null, null, card, reader().read(card.parameters()));
  }

  /** Bugs that one line shows and that do harm, so that nobody can take them for a choice. */
  private static List<Question> wrong() {
    List<Question> wrong = new ArrayList<>();
    for (Bug bug : Catalogue.bugs()) {
      AtHome home = AtHome.of(bug, reader(), Map.of());
      List<Change> changes = Change.of(home.bugged().setup());
      boolean alone = home.clean().variations().isEmpty();
      if (alone && !changes.isEmpty() && bug.card().severity() != Severity.HARMLESS) {
        wrong.add(new Question(bug, changes.get(0), null, home.clean()));
      }
    }
    return List.copyOf(wrong);
  }
}
