package deltascope.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step's number that is to be told before it is shown, and what came of it.
 *
 * @param asks which number: "Unit 4 of layer 2, δ²₄"
 * @param open whether it is still to be told; the other parts then say how, else what came of it
 * @param signs the signs to choose from, each a link
 * @param sizes the sizes to choose from
 * @param kept what the form for a number carries along
 * @param skip shows the step without a word
 * @param outcome "right", "wrong" or "skipped"; empty while it is open
 * @param verdict what it is, and what was said
 * @param sum the number's own sum, on one line
 * @param next the step after this one; empty at the last
 * @param summary the pass so far, at its last step; null before
 */
public record Prediction(
    Html asks,
    boolean open,
    List<Choice> signs,
    List<Choice> sizes,
    List<StepPage.Kept> kept,
    String skip,
    String outcome,
    Html verdict,
    Html sum,
    String next,
    @Nullable Summary summary) {

  /** One thing to say: its words, where it leads, and the key that says it, by name. */
  public record Choice(String words, String href, String move) {}

  /**
   * How a pass went.
   *
   * @param tally "3 right · 1 wrong · 2 skipped"
   * @param rows the steps that were asked for
   * @param again the same pass from its first step, nothing said
   */
  public record Summary(String tally, List<Row> rows, String again) {}

  /**
   * A step in the summary.
   *
   * @param outcome as the prediction's, or "passed" where nothing was said
   * @param word the same in words
   * @param step "Step 5"
   * @param label what the list of steps calls it
   * @param said what was said
   * @param value what it is; empty where it was not told
   */
  public record Row(
      String outcome,
      String word,
      String step,
      Html label,
      String said,
      String value,
      String href) {}

  /**
   * How it stands, in the margin.
   *
   * @param tally "3 right · 1 wrong · 20 to come"
   * @param summary the last step, where all of it is
   * @param leave the walk with everything shown
   */
  public record Standing(String tally, String summary, String leave) {}
}
