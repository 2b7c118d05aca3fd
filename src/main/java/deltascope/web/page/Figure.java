package deltascope.web.page;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as it stands in the formula: name, picture or table, shape and range.
 *
 * @param styleClass its quantity's colour and its size class
 * @param name its symbol
 * @param symbol its symbol in plain text
 * @param said what a screen reader calls it
 * @param size "16 × 10"
 * @param range "−0.73 … 0.82", or the unit its numbers are written in
 * @param table its numbers; null where only a heat map fits
 * @param heat its heat map; null where the table is the picture
 * @param rows rows as shown
 * @param cols columns as shown
 * @param rowsAre what rows stand for
 * @param colsAre what columns stand for
 * @param rowsAxis "row", "col" or "": whether its rows go with the result's rows or columns
 * @param colsAxis likewise for its columns
 * @param side pixels along one side, where it is one picture; 0 otherwise
 * @param pixelSide pixels along one side of the digit
 * @param turned whether it is shown on its side
 * @param source where its numbers are, as computed; empty where they are not to be seen
 * @param whole where it can be read as a table page by page; likewise
 * @param made the step that made it; null where none of this sample's did
 * @param madeWord "made in step 5"
 */
public record Figure(
    String styleClass,
    Html name,
    String symbol,
    String said,
    String size,
    String range,
    @Nullable Table table,
    @Nullable Heat heat,
    int rows,
    int cols,
    String rowsAre,
    String colsAre,
    String rowsAxis,
    String colsAxis,
    int side,
    int pixelSide,
    boolean turned,
    String source,
    String whole,
    @Nullable Integer made,
    String madeWord)
    implements Piece {
  /** The same with another table. */
  Figure with(Table other) {
    return with(range, other, heat, source, whole, made, madeWord);
  }

  /** The same cells without their numbers, and with no way to them. */
  Figure blank() {
    return with("", table == null ? null : table.blank(said), null, "", "", null, "");
  }

  private Figure with(
      String itsRange,
      @Nullable Table itsTable,
      @Nullable Heat itsHeat,
      String itsSource,
      String itsWhole,
      @Nullable Integer itsMade,
      String itsMadeWord) {
    return new Figure(
        styleClass,
        name,
        symbol,
        said,
        size,
        itsRange,
        itsTable,
        itsHeat,
        rows,
        cols,
        rowsAre,
        colsAre,
        rowsAxis,
        colsAxis,
        side,
        pixelSide,
        turned,
        itsSource,
        itsWhole,
        itsMade,
        itsMadeWord);
  }

  /** Numbers in rows, with a header for each row and column. */
  public record Table(
      String styleClass, String caption, String corner, List<String> heads, List<Row> rows) {
    private Table blank(String said) {
      List<Row> blank = rows.stream().map(Row::blank).toList();
      return new Table(styleClass + " unseen", said, corner, heads, blank);
    }
  }

  public record Row(String head, boolean selected, List<Cell> cells) {
    private Row blank() {
      return new Row(head, false, Collections.nCopies(cells.size(), new Cell("", "", "")));
    }
  }

  public record Cell(String text, String styleClass, String href) {}

  /**
   * A large matrix as a picture.
   *
   * @param styleClass "column" and "band" for vectors of pixels
   * @param picture the PNG for readers without scripts
   * @param keepRows the rows to draw, such as "3-17 20"; empty for all
   * @param keepCols the columns to draw
   * @param images whether each row is a picture of its own
   * @param selected the outlined row, −1 for none
   * @param first the number of the first row
   * @param width and
   * @param height of the PNG
   */
  public record Heat(
      String styleClass,
      String picture,
      String keepRows,
      String keepCols,
      boolean images,
      int selected,
      int first,
      int width,
      int height) {}
}
