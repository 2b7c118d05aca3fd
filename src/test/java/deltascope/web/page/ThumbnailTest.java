package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltascope.math.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
  @Test
  void zerosNeedNoColour() {
    assertEquals(new Thumbnail(3, 4, List.of()), Thumbnail.of(Matrix.zeros(3, 4)));
  }

  @Test
  void neighboursOfOneColourAreOneRectangle() {
    Matrix matrix = Matrix.onRows(new double[] {2, 2, -2}, new double[] {0, 2, 2});
    assertEquals(
        List.of(
            new Thumbnail.Colour("f-20", "M2 0h1v1h-1z"),
            new Thumbnail.Colour("f20", "M0 0h2v1h-2zM1 1h2v1h-2z")),
        Thumbnail.of(matrix).colours());
  }

  /** 32 rows in 16: each cell stands for two rows, and the stronger is seen. */
  @Test
  void ofSeveralCellsTheOneFurthestFromZeroIsSeen() {
    Matrix matrix = Matrix.zeros(32, 56);
    matrix.row(7)[9] = -4;
    matrix.row(6)[8] = 3;
    matrix.row(31)[55] = Double.NaN;
    Thumbnail thumbnail = Thumbnail.of(matrix);
    assertEquals(16, thumbnail.rows());
    assertEquals(28, thumbnail.cols());
    assertEquals(
        List.of(
            new Thumbnail.Colour("f-20", "M4 3h1v1h-1z"),
            new Thumbnail.Colour("fx", "M27 15h1v1h-1z")),
        thumbnail.colours());
  }
}
