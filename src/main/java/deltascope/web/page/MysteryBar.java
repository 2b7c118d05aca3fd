package deltascope.web.page;

import deltascope.web.mystery.Play;
import deltascope.web.mystery.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a mystery puts in the place of the switches. An address is empty where it leads nowhere.
 *
 * @param veiled whether the case itself is walked, and not the clean walk before it
 * @param title "Mystery, level 2"
 * @param says what is asked
 * @param marked the step that is marked as wrong, −1 for none
 * @param begin leads from the clean walk to the case
 * @param atLast whether this is the last step
 * @param accuse says that the first wrong step is this one
 * @param nothing says that nothing is wrong
 * @param hint one more hint
 * @param giveUp has it revealed unsolved
 * @param reveal where the instructor's key is asked for
 * @param lesson the lesson that set the case; empty for none
 * @param hints those that were taken
 * @param score how far the student has come; empty at the beginning
 */
public record MysteryBar(
    boolean veiled,
    String title,
    String says,
    int marked,
    String begin,
    boolean atLast,
    String accuse,
    String nothing,
    String hint,
    String giveUp,
    String reveal,
    String lesson,
    List<String> hints,
    String score) {
  /**
   * The bar of a case.
   *
   * @param here the address of the step
   * @param step the step shown, and
   * @param last the last one of its pass
   * @param veiled whether the case itself is walked
   * @param noticed what a check says of the case, asked for where a hint needs it
   */
  public static MysteryBar of(
      Play play, Address here, int step, int last, boolean veiled, Supplier<String> noticed) {
    Words words = here.words();
    String level = Integer.toString(play.sealed().level());
    String title = words.of("mystery.level", level);
    String reveal = here.with("step", step).at("/mystery/reveal");
    if (!veiled) {
      String begin = here.with("walked", "yes").step(0);
      return new MysteryBar(
          false,
          title,
          words.of("mystery.clean"),
          -1,
          begin,
          step == last,
          "",
          "",
          "",
          "",
          reveal,
          LessonPage.setting(here),
          List.of(),
          "");
    }
    Progress progress = Progress.read(name -> here.get(name, ""));
    Set<String> solved = play.solved(progress.solved());
    Address answer = here.with("step", step);
    boolean done = play.complete(solved);
    boolean more = !done && progress.hints() < Play.HINTS;
    int sample = Integer.parseInt(here.get("sample", "0"));
    return new MysteryBar(
        true,
        title,
        words.of(
            done ? "mystery.done" : solved.isEmpty() ? "mystery.says." + level : "mystery.rest"),
        play.marked(sample),
        "",
        step == last,
        done ? "" : answer.at("/mystery/answer"),
        play.sealed().level() == 1 || !solved.isEmpty()
            ? ""
            : answer.with("claim", "nothing").at("/mystery/answer"),
        more ? here.with("hints", progress.hints() + 1).step(step) : "",
        play.sealed().mayGiveUp() && !done
            ? answer.with("give-up", "yes").at("/mystery/reveal")
            : "",
        reveal,
        LessonPage.setting(here),
        hints(words, play, progress, solved, noticed),
        score(words, progress, solved.size()));
  }

  /** "One found · 2 hints · 1 miss"; empty for nothing of all that. */
  static String score(Words words, Progress progress, int found) {
    List<String> score = new ArrayList<>();
    add(score, words, "mystery.score.found", found);
    add(score, words, "mystery.score.hints", progress.hintsInAll());
    add(score, words, "mystery.score.misses", progress.misses());
    return String.join(" · ", score);
  }

  private static void add(List<String> score, Words words, String key, int count) {
    if (count > 0) {
      score.add(words.of(count == 1 ? key + ".one" : key, count));
    }
  }

  private static List<String> hints(
      Words words, Play play, Progress progress, Set<String> solved, Supplier<String> noticed) {
    List<String> hints = new ArrayList<>();
    if (progress.hints() == 0 || play.complete(solved)) {
      return hints;
    }
    Play.Clue clue = play.clue(solved);
    int layer = clue.step().layer();
    hints.add(words.of("mystery.hint.phase", words.of("phase." + clue.step().phase().id())));
    if (progress.hints() > 1) {
      String key = layer == 0 ? "mystery.hint.sample" : "mystery.hint.layer";
      hints.add(words.of(key, words.grouped(clue.sample()), layer));
    }
    if (progress.hints() > 2) {
      hints.add(noticed.get());
    }
    if (progress.hints() > 3) {
      hints.add(
          clue.fault() == null
              ? words.of("mystery.hint.none")
              : words.of(
                  "mystery.hint.rule", words.of("rule." + clue.fault().rules().iterator().next())));
    }
    return hints;
  }
}
