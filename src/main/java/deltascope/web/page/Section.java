package deltascope.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step, as it is read.
 *
 * @param step from 0
 * @param phase its stage, such as "backward"
 * @param documentTitle the page's title at this step
 * @param said what is announced when the step is reached
 * @param eyebrow "Backward · layer 2 · step 14 of 26"
 * @param bugs what the acting bugs do, in words; empty where none acts
 * @param title the step's heading
 * @param sentence what happens, in one sentence
 * @param formula the line as run, compared with the textbook's
 * @param definitions what names in the formula mean
 * @param picture the formula made of its matrices
 * @param curve the function that an activation is, where it is one
 * @param ways other ways to look at the picture
 * @param memory what the accumulators stand for afterwards, where the step is about them
 * @param prediction what is to be told before the result is shown; null where nothing is
 * @param proof where the chosen number comes from
 * @param listing the program around it
 * @param light what it lights in the ribbon
 * @param choice how a cell is chosen
 */
public record Section(
    int step,
    String phase,
    String documentTitle,
    String said,
    Html eyebrow,
    List<String> bugs,
    Html title,
    Html sentence,
    Piece.Term formula,
    List<Piece.Term> definitions,
    List<Piece> picture,
    @Nullable Curve curve,
    List<Way> ways,
    @Nullable MemoryLane memory,
    @Nullable Prediction prediction,
    Proof proof,
    Listing listing,
    Ribbon.Light light,
    Choice choice) {
  /** Another way to look at the picture. */
  public record Way(String words, String href) {}

  /**
   * How a click on a cell becomes an address: the parameter for the result's rows and columns, and
   * the number of their first.
   */
  public record Choice(
      int row, int col, String rowParameter, int rowFirst, String colParameter, int colFirst) {}
}
