package deltascope.web.worksheet;

import deltascope.math.Matrix;
import deltascope.math.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a sheet's numbers are printed: with so many digits after the point, and where all numbers of
 * a matrix are small with more, so that its largest has as many figures.
 *
 * @param decimals 2…5
 */
public record Rounding(int decimals) {
  public static final int LEAST = 2;
  public static final int MOST = 5;
  public static final int USUAL = 3;

  /** Smaller numbers than this can show are as good as zero. */
  private static final int MOST_PLACES = 12;

  public Rounding {
    if (decimals < LEAST || decimals > MOST) {
      throw new Refused("decimals", decimals, LEAST + "…" + MOST);
    }
  }

  /** Digits after the point of every number of that matrix; none where all are whole. */
  public int places(Matrix matrix) {
    boolean whole = true;
    for (double value : matrix.rowMajor()) {
      whole &= value == Math.rint(value);
    }
    if (whole) {
      return 0;
    }
    int places = decimals;
    for (double size = matrix.maxAbs(); size < 0.1 && places < MOST_PLACES; size *= 10) {
      places++;
    }
    return places;
  }

  /** The last place that an answer in that matrix is asked for. */
  int answered(Matrix matrix) {
    int places = places(matrix);
    return places == 0 ? decimals : places;
  }

  /** The matrix as it is printed. */
  public Matrix printed(Matrix matrix) {
    int places = places(matrix);
    return matrix.map(value -> printed(value, places));
  }

  /** A number as it is printed. */
  static double printed(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
  }
}
