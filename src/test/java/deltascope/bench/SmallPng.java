package deltascope.bench;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A page's picture in 256 colours: half as large, and no eye sees the difference. */
final class SmallPng {
  private static final int COLOURS = 256;

  private SmallPng() {}

  /** The same picture in colours of its own, each other one becoming the nearest of these. */
  static byte[] of(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    int[] colours = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] weights =
        Arrays.stream(colours).mapToDouble(colour -> Math.log1p(counts.get(colour))).toArray();
    int[] nearest = new int[colours.length];
    int[] palette = palette(colours, weights, nearest);
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < colours.length; i++) {
      places.put(colours[i], nearest[i]);
    }
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        small.getRaster().setSample(x, y, 0, places.get(image.getRGB(x, y) & 0xffffff));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  /**
   * Always the colour next that is furthest from all before it, a common one sooner than a rare
   * one: so that a single red dot stays red.
   *
   * @param nearest is filled with the place in the palette that each colour goes to
   */
  private static int[] palette(int[] colours, double[] weights, int[] nearest) {
    int[] palette = new int[Math.min(COLOURS, colours.length)];
    int[] apart = new int[colours.length];
    Arrays.fill(apart, Integer.MAX_VALUE);
    for (int k = 0; k < palette.length; k++) {
      int next = 0;
      for (int i = 1; i < colours.length; i++) {
        next = weights[i] * apart[i] > weights[next] * apart[next] ? i : next;
      }
      palette[k] = colours[next];
      for (int i = 0; i < colours.length; i++) {
        int distance = distance(colours[i], palette[k]);
        if (distance < apart[i]) {
          apart[i] = distance;
          nearest[i] = k;
        }
      }
    }
    return palette;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int by = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += by * by;
    }
    return sum;
  }

  private static IndexColorModel model(int[] palette) {
    byte[][] parts = new byte[3][palette.length];
    for (int i = 0; i < palette.length; i++) {
      for (int part = 0; part < 3; part++) {
        parts[part][i] = (byte) (palette[i] >> 16 - 8 * part);
      }
    }
    return new IndexColorModel(8, palette.length, parts[0], parts[1], parts[2]);
  }
}
