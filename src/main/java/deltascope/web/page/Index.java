package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;

/** The index of a cell below its symbol: 4 of z, 4k of w. */
final class Index {
  private Index() {}

  static String of(Ref ref, int row, int col, Facts facts) {
    Space rows = Space.rowsOf(ref, facts.depth());
    if (rows.one()) {
      return "";
    }
    String first = rows.label(row, facts.side());
    if (!Selection.likeWeights(ref)) {
      return first;
    }
    Space cols = Space.colsOf(ref, Matrix.scalar(0), facts.depth());
    return pair(first, cols.label(col, facts.side()));
  }

  /** Row and column; with a comma unless each is a single figure. */
  static String pair(String row, String col) {
    return row.length() + col.length() <= 2 ? row + col : row + "," + col;
  }
}
