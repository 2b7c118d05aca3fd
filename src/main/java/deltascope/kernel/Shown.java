package deltascope.kernel;

import deltascope.algebra.Maths;
import deltascope.math.Matrix;
import deltascope.picture.HeatPicture;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a value is shown in a notebook: in words, a matrix as the app's own picture too, and a
 * formula as mathematics.
 */
final class Shown {
  /** Dots along the longer side of a picture, where its cells are not too many. */
  private static final int SIDE = 480;

  /** And at most along the side of a cell. */
  private static final int CELL = 24;

  /** Rows and columns above which a picture would be too large to send. */
  private static final int MOST = 4_096;

  private Shown() {}

  /** By media type: "text/plain" always, "image/png" of a matrix, "text/latex" of a formula. */
  static Map<String, Object> data(Object value) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text/plain", words(value));
    if (value instanceof Matrix matrix && Math.max(matrix.rows(), matrix.cols()) <= MOST) {
      data.put("image/png", Base64.getEncoder().encodeToString(png(matrix)));
    }
    if (value instanceof Maths formula) {
      data.put("text/latex", "$\\displaystyle " + formula.latex() + "$");
    }
    return data;
  }

  private static byte[] png(Matrix matrix) {
    int cell = SIDE / Math.max(matrix.rows(), matrix.cols());
    return HeatPicture.png(matrix, Math.max(1, Math.min(CELL, cell)));
  }

  private static String words(Object value) {
    if (value instanceof Maths formula) {
      return formula.latex();
    }
    return value instanceof Matrix matrix
        ? "%s, %.4g … %.4g, ‖·‖ = %.4g"
            .formatted(matrix.shape(), matrix.min(), matrix.max(), matrix.norm())
        : String.valueOf(value);
  }
}
