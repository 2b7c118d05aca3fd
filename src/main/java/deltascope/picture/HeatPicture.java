package deltascope.picture;

import deltascope.math.Matrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Matrices and digits as PNG, for browsers without scripts and for thumbnails. */
public final class HeatPicture {
  /** What is no finite number. */
  private static final int NOT_A_NUMBER = 0x9b30ff;

  private HeatPicture() {}

  /** A dot per cell. */
  public static byte[] png(Matrix matrix) {
    return png(matrix, HeatScale.of(matrix), 1);
  }

  /** A square of {@code side} × {@code side} dots per cell. */
  public static byte[] png(Matrix matrix, int side) {
    return png(matrix, HeatScale.of(matrix), side);
  }

  /** A dot per cell, paper where the value is {@code centre}, deepest {@code reach} from there. */
  public static byte[] png(Matrix matrix, double centre, double reach) {
    Matrix clipped = matrix.map(x -> Math.max(-reach, Math.min(reach, x - centre)));
    return png(clipped, new HeatScale(reach), 1);
  }

  private static byte[] png(Matrix matrix, HeatScale scale, int side) {
    BufferedImage image =
        new BufferedImage(matrix.cols() * side, matrix.rows() * side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < image.getHeight(); i++) {
      for (int j = 0; j < image.getWidth(); j++) {
        double x = matrix.at(i / side, j / side);
        image.setRGB(j, i, Double.isFinite(x) ? HeatColours.colour(scale.bucket(x)) : NOT_A_NUMBER);
      }
    }
    return encoded(image);
  }

  /** A digit of 28 × 28 pixels as dark ink on white, each pixel {@code scale} dots wide. */
  public static byte[] digit(byte[] pixels, int scale) {
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
