package deltascope.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in two lanes, as it is read.
 *
 * @param step its number among the pairs, from 0
 * @param phase its stage
 * @param documentTitle the page's title at this step
 * @param said what is announced when the step is reached
 * @param eyebrow "Backward · layer 2 · step 14 of 26"
 * @param title the step's heading
 * @param verdict whether the lanes differ here, and where the difference comes from
 * @param kind "made", "handed" or "alike"
 * @param left the left lane
 * @param right the right lane
 * @param apart right − left; null where they cannot be compared
 * @param chosen the chosen cell in both lanes
 * @param walk the right lane's walk at this step
 * @param choice how a cell is chosen
 */
public record PairSection(
    int step,
    String phase,
    String documentTitle,
    String said,
    Html eyebrow,
    Html title,
    Html verdict,
    String kind,
    Lane left,
    Lane right,
    @Nullable Figure apart,
    Proof chosen,
    String walk,
    Section.Choice choice) {

  /**
   * One lane's part of it.
   *
   * @param side "left" or "right", in words
   * @param title the bugs that are on, or the textbook
   * @param bugs what the acting bugs do, in words
   * @param formula the line as run, compared with the textbook's; null where there is none
   * @param result what it made; null where it made nothing
   * @param failure why there is nothing, in words
   * @param memory what the accumulator stands for afterwards
   * @param href the lane's own walk, at this step
   * @param hrefWord "step 14"
   */
  public record Lane(
      String side,
      String title,
      List<String> bugs,
      Piece.@Nullable Term formula,
      List<Piece.Term> definitions,
      @Nullable Figure result,
      String failure,
      @Nullable MemoryLane memory,
      String href,
      String hrefWord) {}
}
