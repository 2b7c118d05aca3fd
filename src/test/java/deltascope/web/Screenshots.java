package deltascope.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Compares what two pages look like. */
final class Screenshots {
  /**
   * The browser rasters a rounded corner a shade differently when it is painted alone; no eye sees
   * so little.
   */
  private static final int SHADES = 4;

  private Screenshots() {}

  /** How many pixels of two PNGs differ; all of them where the sizes do. */
  static int pixelsApart(byte[] one, byte[] other) {
    BufferedImage a = read(one);
    BufferedImage b = read(other);
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      return a.getWidth() * a.getHeight();
    }
    int apart = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        apart += differ(a.getRGB(x, y), b.getRGB(x, y)) ? 1 : 0;
      }
    }
    return apart;
  }

  private static boolean differ(int a, int b) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) > SHADES) {
        return true;
      }
    }
    return false;
  }

  private static BufferedImage read(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
