package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;

/**
 * The cell of a step's result that is looked at, from 0, and what its row and column stand for.
 *
 * @param rows what the result's rows are
 * @param cols what its columns are
 */
record Selection(int row, int col, Space rows, Space cols) {
  /** Where nothing is chosen: a unit that is not the first, the label's output, an inked pixel. */
  private static final int UNIT = 3;

  static Selection of(Step step, View view, Facts facts) {
    Ref target = step.target();
    Matrix shape = facts.shapeOf(step);
    Space rows = Space.rowsOf(target, facts.depth());
    Space cols = Space.colsOf(target, shape, facts.depth());
    return new Selection(
        view.index(rows, true, shape.rows(), usual(rows, facts)),
        view.index(cols, false, shape.cols(), usual(cols, facts)),
        rows,
        cols);
  }

  /** Where nothing is chosen. */
  static Selection usual(Step step, Facts facts) {
    return of(step, View.NOTHING, facts);
  }

  /** That cell. */
  static Selection at(AskedCell cell, Step step, Facts facts) {
    Selection usual = usual(step, facts);
    return new Selection(cell.row(), cell.col(), usual.rows, usual.cols);
  }

  private static int usual(Space space, Facts facts) {
    return switch (space.kind()) {
      case PIXEL -> facts.inkedPixel();
      case OUTPUT -> facts.label();
      case UNIT -> UNIT;
      case SAMPLE -> facts.trace().column();
      default -> 0;
    };
  }

  /** "row", "col" or "": which of the result's axes goes with that space. */
  String axis(Space space) {
    if (space.one() || space.kind() == Space.Kind.SAMPLE) {
      return "";
    }
    return space.equals(rows) ? "row" : space.equals(cols) ? "col" : "";
  }

  /** The chosen index along a space, −1 where it is none of the result's. */
  int along(Space space) {
    String axis = axis(space);
    return axis.equals("row") ? row : axis.equals("col") ? col : -1;
  }

  /** The address with another row of the result chosen. */
  Address choosing(Address address, int otherRow) {
    String parameter = rows.parameter(true);
    return parameter.isEmpty() ? address : address.with(parameter, otherRow + rows.first());
  }

  /** Whether that quantity is a weight or made like one. */
  static boolean likeWeights(Ref ref) {
    Quantity q = ref.quantity();
    return q == Quantity.W || q == Quantity.DW || q == Quantity.SUM_W || q == Quantity.ZERO_W;
  }
}
