package deltascope.picture;

import deltascope.math.Matrix;

/**
 * How a matrix's numbers are coloured: one rule for every matrix, its largest distance from zero is
 * the deepest colour.
 *
 * @param largest the largest absolute value
 */
public record HeatScale(double largest) {
  /** Steps on either side of zero. */
  public static final int DEEPEST = 20;

  /** The scale of a matrix; what is no finite number has no part in it. */
  public static HeatScale of(Matrix matrix) {
    double largest = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (double value : matrix.row(i)) {
        if (Double.isFinite(value)) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return new HeatScale(largest);
  }

  /** −20 … 20; 0 for zero alone, so that the sign of a small number shows. */
  public int bucket(double value) {
    if (largest == 0 || value == 0) {
      return 0;
    }
    int bucket = (int) Math.round(DEEPEST * value / largest);
    return bucket == 0 ? (value > 0 ? 1 : -1) : bucket;
  }
}
