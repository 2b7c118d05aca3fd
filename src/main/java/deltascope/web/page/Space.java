package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;

/**
 * What the rows or columns of a matrix stand for: the units of a layer, the pixels, the samples, or
 * nothing where there is only one.
 *
 * @param kind what they are
 * @param layer whose units
 */
record Space(Kind kind, int layer) {
  enum Kind {
    ONE("one", 0),
    SAMPLE("sample", 0),
    PIXEL("pixel", 0),
    UNIT("unit", 1),
    OUTPUT("output", 0);

    private final String id;
    private final int first;

    Kind(String id, int first) {
      this.id = id;
      this.first = first;
    }
  }

  static final Space ONE = new Space(Kind.ONE, 0);

  /** What the rows of that quantity are, in a network of {@code depth} layers. */
  static Space rowsOf(Ref ref, int depth) {
    return switch (ref.quantity()) {
      case PIXELS, GIVEN_INPUT -> units(0, depth);
      case Y, GIVEN_TARGET -> units(depth, depth);
      case LABEL, INDEX, COST, PREDICTED -> ONE;
      case A, W, B, Z, SLOPE, DELTA, DW, DB, SUM_W, SUM_B, ZERO_W, ZERO_B ->
          units(ref.layer(), depth);
    };
  }

  /** What the columns of that quantity are. */
  static Space colsOf(Ref ref, Matrix matrix, int depth) {
    return switch (ref.quantity()) {
      case W, DW, SUM_W, ZERO_W -> units(ref.layer() - 1, depth);
      default -> matrix.cols() == 1 ? ONE : new Space(Kind.SAMPLE, 0);
    };
  }

  private static Space units(int layer, int depth) {
    Kind kind = layer == 0 ? Kind.PIXEL : layer == depth ? Kind.OUTPUT : Kind.UNIT;
    return new Space(kind, layer);
  }

  String id() {
    return kind.id;
  }

  /** The number of the first: units count from 1, digits and pixels from 0. */
  int first() {
    return kind.first;
  }

  boolean pixels() {
    return kind == Kind.PIXEL;
  }

  boolean one() {
    return kind == Kind.ONE;
  }

  /** The address's parameter for a choice among these, as rows or as columns. */
  String parameter(boolean rows) {
    return switch (kind) {
      case PIXEL -> "pixel";
      case UNIT, OUTPUT -> rows ? "unit" : "from";
      default -> "";
    };
  }

  /** The number that a page calls index {@code i}. */
  String label(int i, int side) {
    return pixels() ? i / side + "," + i % side : Integer.toString(i + kind.first);
  }
}
