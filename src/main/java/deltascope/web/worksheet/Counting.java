package deltascope.web.worksheet;

import deltascope.algebra.Ref;

/**
 * From where rows and columns are counted, as pages do: units from 1, pixels and digits from 0.
 *
 * @param digits whether inputs are pixels and outputs digits
 * @param depth L
 */
public record Counting(boolean digits, int depth) {
  private static final int NONE = -1;

  /** The layer whose units are the rows; −1 where there is one row. */
  private int rowLayer(Ref ref) {
    return switch (ref.quantity()) {
      case PIXELS, GIVEN_INPUT -> 0;
      case Y, GIVEN_TARGET -> depth;
      case LABEL, COST, PREDICTED, INDEX -> NONE;
      default -> ref.layer();
    };
  }

  /** Whether it has a column for each unit below. */
  public static boolean wide(Ref ref) {
    return switch (ref.quantity()) {
      case W, DW, SUM_W, ZERO_W -> true;
      default -> false;
    };
  }

  /** "pixel", "input", "unit", "output", or "one" where there is one row. */
  public String rows(Ref ref) {
    return kind(rowLayer(ref));
  }

  /** The same of the columns. */
  public String cols(Ref ref) {
    return kind(wide(ref) ? ref.layer() - 1 : NONE);
  }

  private String kind(int layer) {
    if (layer == NONE) {
      return "one";
    }
    return layer == 0 ? (digits ? "pixel" : "input") : layer == depth ? "output" : "unit";
  }

  int firstRow(Ref ref) {
    return first(rowLayer(ref));
  }

  int firstCol(Ref ref) {
    return first(ref.layer() - 1);
  }

  private int first(int layer) {
    return digits && (layer == 0 || layer == depth) ? 0 : 1;
  }

  /** What a row is called. */
  public String row(Ref ref, int row, int side) {
    return number(rowLayer(ref), row, side);
  }

  /** What a column is called. */
  public String col(Ref ref, int col, int side) {
    return number(ref.layer() - 1, col, side);
  }

  private String number(int layer, int index, int side) {
    return digits && layer == 0
        ? index / side + "," + index % side
        : Integer.toString(index + first(layer));
  }
}
