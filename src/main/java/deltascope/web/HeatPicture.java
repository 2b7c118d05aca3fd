package deltascope.web;

import deltascope.math.Matrix;
import deltascope.web.page.CellScale;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Matrices and digits as PNG, for browsers without scripts and for thumbnails. */
final class HeatPicture {
  /** What is no finite number. */
  private static final int NOT_A_NUMBER = 0x9b30ff;

  private HeatPicture() {}

  /** A dot per cell. */
  static byte[] png(Matrix matrix) {
    return png(matrix, CellScale.of(matrix));
  }

  /** A dot per cell, paper where the value is {@code centre}, deepest {@code reach} from there. */
  static byte[] png(Matrix matrix, double centre, double reach) {
    Matrix clipped = matrix.map(x -> Math.max(-reach, Math.min(reach, x - centre)));
    return png(clipped, new CellScale(reach, 0, 0));
  }

  private static byte[] png(Matrix matrix, CellScale scale) {
    BufferedImage image =
        new BufferedImage(matrix.cols(), matrix.rows(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.cols(); j++) {
        double x = matrix.at(i, j);
        image.setRGB(j, i, Double.isFinite(x) ? HeatColours.colour(scale.bucket(x)) : NOT_A_NUMBER);
      }
    }
    return encoded(image);
  }

  /** A digit of 28 × 28 pixels as dark ink on white, each pixel {@code scale} dots wide. */
  static byte[] digit(byte[] pixels, int scale) {
    int side = 28 * scale;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    byte[] row = new byte[side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        row[x] = (byte) (255 - (pixels[y / scale * 28 + x / scale] & 0xff));
      }
      image.getRaster().setDataElements(0, y, side, 1, row);
    }
    return encoded(image);
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
