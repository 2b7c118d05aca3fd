package deltascope.web.page;

import deltascope.web.mystery.Repair;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a mystery, judged as far as it goes, and the next question.
 *
 * @param level "Mystery, level 2"
 * @param find the first question: where?
 * @param explain the second: which rule? null until the first is answered rightly
 * @param fix the third: which lines? null until the second is
 * @param score how far the student has come; empty at the beginning
 * @param kept what forms carry along
 * @param links where one can go from here, the likeliest first
 */
public record MysteryAnswerPage(
    Shell shell,
    String level,
    Told find,
    @Nullable Explain explain,
    @Nullable Fix fix,
    String score,
    List<StepPage.Kept> kept,
    List<Link> links) {
  /**
   * What was said, and what there is to say of it.
   *
   * @param right whether it was right
   */
  public record Told(Html claim, boolean right, Html reason) {}

  /**
   * Which equation or rule is broken?
   *
   * @param told what was answered; null for nothing yet
   */
  public record Explain(List<Stage> stages, String chosen, @Nullable Told told) {
    boolean right() {
      return told != null && told.right();
    }
  }

  /** The rules of one stage. */
  public record Stage(String title, List<Rule> rules) {}

  /** A rule, in words and, where it is an equation, as one. */
  public record Rule(String id, String title, Piece.@Nullable Term formula) {}

  /**
   * Which line runs, and which should?
   *
   * @param runs the line that was said to run, −1 for none
   * @param right the line that was said to be right, −1 for none
   * @param runsTold what there is to say of the first; null for nothing yet
   * @param rightTold what there is to say of the second
   */
  public record Fix(
      List<Repair.Candidate> lines,
      int runs,
      int right,
      @Nullable Told runsTold,
      @Nullable Told rightTold) {
    boolean solved() {
      return runsTold != null && rightTold != null && runsTold.right() && rightTold.right();
    }
  }

  /** Whether the last question is answered rightly. */
  public boolean solved() {
    return fix != null && fix.solved();
  }

  /** Where one can go when all is found: back to the lesson first, where one set the case. */
  static List<Link> ending(Shell shell, Link... links) {
    List<Link> all = new ArrayList<>();
    String lesson = LessonPage.setting(shell.here());
    if (!lesson.isEmpty()) {
      all.add(new Link(shell.words().of("answer.lesson"), lesson));
    }
    all.addAll(List.of(links));
    return all;
  }

  /** The lesson's task that is done with this answer; null for none. */
  public @Nullable String lessonDone() {
    String back = LessonPage.setting(shell.here());
    boolean done = links.stream().anyMatch(link -> link.href().equals(back));
    return done ? shell.here().get("lesson") : null;
  }

  /** A link as a button. */
  public record Link(String words, String href) {}
}
