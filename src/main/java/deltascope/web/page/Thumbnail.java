package deltascope.web.page;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A matrix as a very small picture, in the colours of every matrix. Where there are too many cells,
 * one stands for several and shows the value among them that is furthest from zero.
 *
 * @param rows cells down, and
 * @param cols cells across
 * @param colours the cells of each colour but zero's, as one path
 */
public record Thumbnail(int rows, int cols, List<Colour> colours) {
  private static final int MOST_ROWS = 16;
  private static final int MOST_COLS = 28;

  /** All cells of one colour. */
  public record Colour(String styleClass, String path) {}

  static Thumbnail of(Matrix matrix) {
    int rows = Math.min(MOST_ROWS, matrix.rows());
    int cols = Math.min(MOST_COLS, matrix.cols());
    CellScale scale = CellScale.of(matrix);
    Map<String, StringBuilder> paths = new TreeMap<>();
    for (int i = 0; i < rows; i++) {
      String[] row = new String[cols];
      for (int j = 0; j < cols; j++) {
        row[j] = scale.styleClass(furthest(matrix, i, rows, j, cols)).replace('v', 'f');
      }
      runs(row, i, paths);
    }
    paths.remove("f0");
    List<Colour> colours = new ArrayList<>();
    paths.forEach((colour, path) -> colours.add(new Colour(colour, path.toString())));
    return new Thumbnail(rows, cols, colours);
  }

  /** Neighbours of one colour are one rectangle. */
  private static void runs(String[] row, int i, Map<String, StringBuilder> paths) {
    int from = 0;
    for (int j = 1; j <= row.length; j++) {
      if (j == row.length || !row[j].equals(row[from])) {
        paths
            .computeIfAbsent(row[from], colour -> new StringBuilder())
            .append('M')
            .append(from)
            .append(' ')
            .append(i)
            .append('h')
            .append(j - from)
            .append("v1h-")
            .append(j - from)
            .append('z');
        from = j;
      }
    }
  }

  private static double furthest(Matrix matrix, int i, int rows, int j, int cols) {
    double furthest = 0;
    int left = start(j, cols, matrix.cols());
    int right = start(j + 1, cols, matrix.cols());
    for (int r = start(i, rows, matrix.rows()); r < start(i + 1, rows, matrix.rows()); r++) {
      double[] row = matrix.row(r);
      for (int c = left; c < right; c++) {
        double value = row[c];
        if (!(Math.abs(value) <= Math.abs(furthest)) && !Double.isNaN(furthest)) {
          furthest = value;
        }
      }
    }
    return furthest;
  }

  private static int start(int cell, int cells, int entries) {
    return (int) ((long) cell * entries / cells);
  }
}
