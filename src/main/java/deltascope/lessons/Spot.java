package deltascope.lessons;

import deltascope.math.Matrix;
import org.jspecify.annotations.Nullable;

/** A cell, its row and column from 0. */
public record Spot(int row, int col) {
  static Spot of(Matrix matrix, Value row, @Nullable Value col, Look look) {
    int first = (int) row.number(look).value();
    boolean flat = col == null && matrix.rows() == 1;
    int second = col == null ? 0 : (int) col.number(look).value();
    Spot spot = flat ? new Spot(0, first) : new Spot(first, second);
    boolean there =
        Math.min(spot.row, spot.col) >= 0
            && spot.row < matrix.rows()
            && spot.col < matrix.cols()
            && (col != null || matrix.cols() == 1 || flat);
    if (!there) {
      throw row.place()
          .bad(
              "the tensor has "
                  + matrix.rows()
                  + " × "
                  + matrix.cols()
                  + " cells, expected one of them");
    }
    return spot;
  }

  static Spot extreme(Matrix matrix, String which) {
    Spot best = new Spot(0, 0);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.cols(); j++) {
        double cell = matrix.at(i, j);
        double score =
            which.equals("largest") ? cell : which.equals("smallest") ? -cell : Math.abs(cell);
        if (score > most) {
          most = score;
          best = new Spot(i, j);
        }
      }
    }
    return best;
  }
}
