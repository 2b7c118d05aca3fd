package deltascope.web.page;

import deltascope.math.Matrix;
import deltascope.picture.HeatScale;

/**
 * How a matrix's numbers are written and coloured: one rule for every matrix, its largest distance
 * from zero is the deepest colour.
 *
 * @param largest the largest absolute value
 * @param decimals digits after the point
 * @param exponent the numbers are written in units of 10 to this power
 */
public record CellScale(double largest, int decimals, int exponent) {
  /** Cells are classed v-20 … v20. */
  private static final int DEEPEST = HeatScale.DEEPEST;

  private static final String[] CLASSES = new String[2 * DEEPEST + 1];

  static {
    for (int k = -DEEPEST; k <= DEEPEST; k++) {
      CLASSES[k + DEEPEST] = "v" + k;
    }
  }

  /** The scale of a matrix. */
  public static CellScale of(Matrix matrix) {
    double largest = 0;
    boolean whole = true;
    for (int i = 0; i < matrix.rows(); i++) {
      for (double value : matrix.row(i)) {
        if (Double.isFinite(value)) {
          largest = Math.max(largest, Math.abs(value));
          whole &= value == Math.rint(value);
        }
      }
    }
    if (whole && largest < 100_000) {
      return new CellScale(largest, 0, 0);
    }
    int magnitude = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest));
    int exponent = magnitude < -2 || magnitude > 3 ? magnitude : 0;
    int left = magnitude - exponent;
    return new CellScale(largest, left >= 2 ? 0 : left == 1 ? 1 : 2, exponent);
  }

  /** The number as it stands in its cell. */
  String written(double value) {
    return Numbers.fixed(exponent == 0 ? value : value / Math.pow(10, exponent), decimals);
  }

  /** The style class with the cell's colour. */
  String styleClass(double value) {
    return Double.isFinite(value) ? CLASSES[bucket(value) + DEEPEST] : "vx";
  }

  /** −20 … 20, as {@link HeatScale} has it. */
  public int bucket(double value) {
    return new HeatScale(largest).bucket(value);
  }

  /** "×10⁻³" where the numbers are written so, else empty. */
  String unit() {
    return exponent == 0 ? "" : "×10" + Numbers.raised(exponent);
  }
}
