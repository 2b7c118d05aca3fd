package deltascope.web.page;

import java.util.List;

/**
 * Bug by check.
 *
 * @param lead what it shows, with its counted numbers
 * @param source where the marks come from: the tests' measurement, or one made here
 * @param legend what the marks mean
 * @param columns the checks
 * @param accuracy the column of the short training
 * @param count the column that counts
 * @param name the column of the bugs
 * @param groups the rows: by family, or all in one
 * @param totals how many bugs each column notices
 * @param state how a measurement stands
 */
public record GridPage(
    Shell shell,
    List<String> lead,
    String source,
    List<Sign> legend,
    Head name,
    List<Head> columns,
    Head accuracy,
    Head count,
    List<Group> groups,
    List<Integer> totals,
    State state) {

  /** A mark and its word. */
  public record Sign(String mark, String word) {}

  /**
   * A column's heading.
   *
   * @param href sorts by it, or the other way round
   * @param sorted "ascending" or "descending" where the rows are sorted by it, else empty
   * @param about what the column is
   */
  public record Head(String title, String href, String sorted, String about) {}

  /** Rows under one heading; an empty one for none. */
  public record Group(String title, List<Row> rows) {}

  /**
   * A program.
   *
   * @param about the bug's page; empty for the program without a bug
   * @param accuracy a mark, and as its text the accuracy
   * @param count how many checks notice it
   */
  public record Row(
      String title, String about, List<Cell> cells, Cell accuracy, int count, boolean clean) {}

  /**
   * A mark.
   *
   * @param word what it means
   * @param text what stands beside it; empty for nothing
   * @param href the evidence
   */
  public record Cell(String mark, String word, String text, String href) {}

  /**
   * How a measurement stands.
   *
   * @param status "none", "running", "done", "busy"
   * @param said the same in words
   * @param action where to ask for one
   * @param kept further parameters that the form carries along
   * @param other the cards' word where a measurement is shown, and the other way round; empty for
   *     none
   */
  public record State(
      String status,
      int done,
      int total,
      String said,
      String action,
      List<StepPage.Kept> kept,
      String other,
      String otherWord) {}
}
