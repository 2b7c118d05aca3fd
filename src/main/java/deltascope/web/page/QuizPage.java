package deltascope.web.page;

import deltascope.algebra.Line;
import deltascope.bugs.Bug;
import deltascope.bugs.LooksWrong;
import deltascope.bugs.Quiz;
import org.jspecify.annotations.Nullable;

/**
 * "Is this a bug?", one question of it.
 *
 * @param number of the question, from 1; one more than there are at the end
 * @param of how many there are
 * @param right how many were answered rightly
 * @param asked the question; null at the end
 * @param answer what is said to the answer; null before there is one
 * @param next the next question, or another quiz at the end
 */
public record QuizPage(
    Shell shell,
    int number,
    int of,
    int right,
    @Nullable Asked asked,
    @Nullable Answer answer,
    String next) {

  /**
   * What is shown before the answer.
   *
   * @param setting the scenario as a sentence
   * @param formula the line as it runs, nothing marked
   * @param code the same in numpy
   * @param report what somebody says of it
   * @param yes the address of the answer that it is a bug
   * @param no the address of the other one
   */
  public record Asked(
      String setting, Piece.Term formula, String code, String report, String yes, String no) {}

  /**
   * The answer graded.
   *
   * @param right whether it was right
   * @param said so in words
   * @param reason why
   * @param more where there is more to read
   */
  public record Answer(boolean right, String said, String reason, String more, String moreWord) {}

  /**
   * A question's page.
   *
   * @param line the line that is asked about, as it runs
   * @param right how many of the questions before were answered rightly
   */
  public static QuizPage question(
      Shell shell, Quiz.Question question, Line line, int number, int right) {
    Words words = shell.words();
    Address here = shell.here();
    String given = here.get("answer");
    var maths = line.formula();
    Asked asked =
        new Asked(
            new Sentence(words, question.scenario(), here).html().plain(),
            Piece.Term.of(maths),
            line.plainNumpy().text(),
            report(words, question),
            here.with("answer", "yes").at("/quiz") + "#answer",
            here.with("answer", "no").at("/quiz") + "#answer");
    Answer answer =
        given == null ? null : answer(words, question, given.equals("yes"), here.wishes());
    int score = right + (answer != null && answer.right() ? 1 : 0);
    return new QuizPage(
        shell,
        number,
        Quiz.QUESTIONS,
        score,
        asked,
        answer,
        here.without("answer").with("question", number + 1).with("right", score).at("/quiz"));
  }

  /** The end of it. */
  public static QuizPage end(Shell shell, long seed, int right) {
    String another = shell.here().wishes().with("seed", seed + 1).at("/quiz");
    return new QuizPage(shell, Quiz.QUESTIONS + 1, Quiz.QUESTIONS, right, null, null, another);
  }

  private static String report(Words words, Quiz.Question question) {
    Bug bug = question.bug();
    LooksWrong card = question.card();
    return bug != null
        ? CardWords.of(words, bug).says()
        : card != null ? CardWords.of(words, card).looks() : "";
  }

  private static Answer answer(
      Words words, Quiz.Question question, boolean accused, Address wishes) {
    Bug bug = question.bug();
    if (bug != null) {
      CardWords said = CardWords.of(words, bug);
      return new Answer(
          accused,
          words.of(accused ? "quiz.said.bug-found" : "quiz.said.bug-missed", said.title()),
          said.reason() + " " + said.cure(),
          wishes.at("/bugs/" + bug.id()),
          words.of("quiz.more.bug"));
    }
    LooksWrong card = question.card();
    String id = card == null ? "" : card.id();
    return new Answer(
        !accused,
        words.of(accused ? "quiz.said.right-accused" : "quiz.said.right-cleared"),
        card == null ? "" : CardWords.of(words, card).right(),
        wishes.with("answer", "no").at("/bugs/looks-wrong/" + id),
        words.of("quiz.more.right"));
  }
}
