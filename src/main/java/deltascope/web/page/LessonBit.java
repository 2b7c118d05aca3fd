package deltascope.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a lesson as its page shows it, every number in its place. */
public sealed interface LessonBit {
  /** Text. */
  record Prose(Html html) implements LessonBit {}

  /** What cannot be shown here, in one sentence. */
  record Missing(String sentence) implements LessonBit {}

  /**
   * A page in the page.
   *
   * @param kind "step", "compare", "check" or "train"
   * @param title what a screen reader calls it
   * @param src the page, without what stands around it
   * @param open the same page whole
   * @param caption what is to be seen there
   */
  record Frame(String kind, String title, String src, String open, Html caption)
      implements LessonBit {}

  /** Something to be done; its name is the page's anchor and what the answer is kept under. */
  sealed interface Task extends LessonBit {
    String id();

    Html ask();
  }

  /**
   * A number, a sign or a cell to be predicted.
   *
   * @param kind "number", "sign" or "cell"
   * @param answer as scripts compare it: a number, −1, 0 or 1, or "row,col"
   * @param within how far off is near enough
   * @param near the same in words; empty where only one answer is right
   * @param shown the answer as it is written
   * @param because why, and whatever more there is to say afterwards
   * @param hints what is said to certain wrong answers
   * @param figure the tensor, of a cell
   */
  record Predict(
      String id,
      Html ask,
      String kind,
      String answer,
      double within,
      String near,
      Html shown,
      Html because,
      List<Hint> hints,
      @Nullable Figure figure)
      implements Task {}

  /**
   * A wrong answer.
   *
   * @param answer as scripts compare it
   * @param shown as it is written
   * @param says what is said to it
   */
  record Hint(String answer, Html shown, Html says) {}

  /**
   * Sentences to choose from.
   *
   * @param several whether more than one is right
   */
  record Choice(String id, Html ask, List<Option> options, boolean several) implements Task {}

  record Option(boolean right, Html text, Html because) {}

  /**
   * Lines to be put in order.
   *
   * @param lines all of them, shuffled
   * @param groups for each place which lines may stand there
   * @param solution the right ones in order
   */
  record Order(
      String id,
      Html ask,
      List<ListedLine> lines,
      String groups,
      List<ListedLine> solution,
      Html because)
      implements Task {}

  /**
   * A line of the program.
   *
   * @param group which places it may take, −1 for none
   * @param why what is wrong with it; empty where it is right
   */
  record ListedLine(int group, String numpy, String java, String why) {}

  /**
   * A case under a seal.
   *
   * @param href where it is sealed afresh
   * @param sealed what it is, for who teaches
   */
  record Mystery(String id, Html ask, String level, Html hint, String href, String sealed)
      implements Task {}

  /**
   * A number to be brought somewhere.
   *
   * @param name of the number
   * @param now what it is with what is chosen
   * @param goal what is wanted of it
   * @param done whether it is reached
   * @param tried whether something was tried in this address
   * @param solutions the choices that reach it, for who teaches
   */
  record TryIt(
      String id,
      Html ask,
      List<Knob> knobs,
      Html name,
      String now,
      String goal,
      boolean done,
      boolean tried,
      String walk,
      Html because,
      List<String> solutions)
      implements Task {}

  /** What can be turned: a parameter and its values. */
  record Knob(String name, String label, List<StepPage.Option> values) {}
}
