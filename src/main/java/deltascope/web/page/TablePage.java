package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * One matrix as a table that can be read, a part at a time.
 *
 * @param title its name and step
 * @param part which rows and columns these are
 * @param table the part
 * @param turns the parts around it
 * @param files the whole of it, to take away
 * @param back the step
 */
public record TablePage(
    Shell shell,
    Html title,
    String part,
    Figure.Table table,
    List<Turn> turns,
    List<Turn> files,
    String back) {
  private static final int ROWS = 30;
  private static final int COLS = 14;

  /** A link. */
  public record Turn(String words, String href) {}

  /** What is to be shown. */
  public record Subject(Ref ref, Matrix matrix, int depth, int side, boolean turned, int step) {}

  /** The part of the matrix that begins at that row and column, from 0. */
  public static TablePage of(Shell shell, Subject subject, int row, int col) {
    Words words = shell.words();
    Matrix matrix = subject.turned() ? subject.matrix().transposed() : subject.matrix();
    Space own = Space.rowsOf(subject.ref(), subject.depth());
    Space across = Space.colsOf(subject.ref(), subject.matrix(), subject.depth());
    Space rows = subject.turned() ? across : own;
    Space cols = subject.turned() ? own : across;
    int down = cols.pixels() || rows.pixels() ? 2 * ROWS : ROWS;
    // A row of pixels at a time reads best.
    int wide = cols.pixels() ? subject.side() : COLS;
    int top = Math.min(row, matrix.rows() - 1) / down * down;
    int left = Math.min(col, matrix.cols() - 1) / wide * wide;
    int bottom = Math.min(top + down, matrix.rows());
    int right = Math.min(left + wide, matrix.cols());
    CellScale scale = CellScale.of(matrix);
    List<String> heads = new ArrayList<>();
    for (int j = left; j < right; j++) {
      heads.add(cols.one() ? words.of("figure.value") : cols.label(j, subject.side()));
    }
    List<Figure.Row> lines = new ArrayList<>();
    for (int i = top; i < bottom; i++) {
      List<Figure.Cell> cells = new ArrayList<>();
      for (int j = left; j < right; j++) {
        double value = matrix.at(i, j);
        cells.add(new Figure.Cell(Numbers.significant(value, 4), scale.styleClass(value), ""));
      }
      lines.add(new Figure.Row(rows.label(i, subject.side()), false, cells));
    }
    Html name = Html.symbol(subject.ref());
    if (subject.turned()) {
      name = Html.join("(", name, new Html(")<sup>⊤</sup>"));
    }
    String part =
        words.of(
            "table.part",
            rows.one() ? 0 : rows.label(top, subject.side()),
            rows.one() ? 0 : rows.label(bottom - 1, subject.side()),
            cols.one() ? 0 : cols.label(left, subject.side()),
            cols.one() ? 0 : cols.label(right - 1, subject.side()),
            matrix.rows(),
            matrix.cols());
    Address here = shell.here();
    List<Turn> turns = new ArrayList<>();
    turn(turns, words.of("table.left"), here, left > 0, "left", left - wide);
    turn(turns, words.of("table.right"), here, right < matrix.cols(), "left", right);
    turn(turns, words.of("table.up"), here, top > 0, "top", top - down);
    turn(turns, words.of("table.down"), here, bottom < matrix.rows(), "top", bottom);
    Address tensor = here.scenario().with("step", subject.step()).with("name", here.get("name"));
    String which = here.get("which");
    if (which != null) {
      tensor = tensor.with("which", which);
    }
    List<Turn> files = new ArrayList<>();
    for (String format : List.of("npy", "csv", "json")) {
      files.add(new Turn(format, tensor.at("/api/tensor." + format)));
    }
    Address back = here.without("name", "which", "turned", "top", "left");
    boolean apart = "apart".equals(which);
    return new TablePage(
        shell,
        words.html("table.title", name),
        part,
        new Figure.Table("readable", part, words.of("axis." + rows.id()), heads, lines),
        turns,
        files,
        apart
            ? back.with("right", subject.step()).without("step").at("/compare")
            : back.step(subject.step()));
  }

  private static void turn(
      List<Turn> turns, String words, Address here, boolean there, String name, int to) {
    if (there) {
      turns.add(new Turn(words, here.with(name, to).at("/step/table")));
    }
  }
}
