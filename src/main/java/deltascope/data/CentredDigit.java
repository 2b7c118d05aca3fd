package deltascope.data;

import static deltascope.data.Digits.PIXELS;
import static deltascope.data.Digits.SIDE;

import deltascope.math.Refused;

/**
 * Lays a digit on 28 × 28 pixels as MNIST's are: scaled, with its proportions kept, so that its ink
 * fits a box of 20 × 20, and moved by whole pixels until the centre of its mass is at the middle.
 */
public final class CentredDigit {
  /** Pixels along one side of the box that the ink is fitted into. */
  public static final int BOX = 20;

  private CentredDigit() {}

  /**
   * A drawing of any size, as a digit.
   *
   * @param width pixels along a row of the drawing
   * @param ink the pixels row by row, each 0 (paper) … 255 (ink)
   * @return 784 unsigned bytes, 0 (paper) … 255 (ink)
   * @throws Refused (parameter {@code pixels}) if they make no rows of that width, or no ink is
   *     among them
   */
  public static byte[] of(int width, byte[] ink) {
    if (width < 1 || ink.length == 0 || ink.length % width != 0) {
      throw new Refused("pixels", ink.length + " numbers", "rows of " + width);
    }
    int left = width;
    int right = -1;
    int top = ink.length / width;
    int bottom = -1;
    for (int p = 0; p < ink.length; p++) {
      if (ink[p] != 0) {
        left = Math.min(left, p % width);
        right = Math.max(right, p % width);
        top = Math.min(top, p / width);
        bottom = Math.max(bottom, p / width);
      }
    }
    if (right < 0) {
      throw new Refused("pixels", "blank", "some ink");
    }
    double scale = BOX / (double) Math.max(right - left + 1, bottom - top + 1);
    double[] picture = new double[PIXELS];
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        int grey = ink[row * width + column] & 0xff;
        spread(picture, (column - left) * scale, (row - top) * scale, scale, grey / 255.0);
      }
    }
    return bytes(byMass(picture));
  }

  /** Adds a square of ink, of any size and at any place in the box, to the pixels it covers. */
  private static void spread(double[] picture, double x, double y, double side, double ink) {
    for (int row = (int) y; row < Math.min(BOX, y + side); row++) {
      double high = Math.min(row + 1, y + side) - Math.max(row, y);
      for (int column = (int) x; column < Math.min(BOX, x + side); column++) {
        double wide = Math.min(column + 1, x + side) - Math.max(column, x);
        picture[row * SIDE + column] += ink * wide * high;
      }
    }
  }

  /**
   * Moves a picture of 28 × 28 by whole pixels until its centre of mass is within half a pixel of
   * the middle: (14, 14), counted from the centre of the first pixel, as MNIST's are. Ink that
   * would leave the paper is lost.
   */
  static double[] byMass(double[] picture) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double ink = picture[row * SIDE + column];
        mass += ink;
        x += ink * column;
        y += ink * row;
      }
    }
    int right = (int) Math.rint(SIDE / 2.0 - x / mass);
    int down = (int) Math.rint(SIDE / 2.0 - y / mass);
    double[] moved = new double[PIXELS];
    for (int row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
      for (int column = Math.max(0, right); column < Math.min(SIDE, SIDE + right); column++) {
        moved[row * SIDE + column] = picture[(row - down) * SIDE + column - right];
      }
    }
    return moved;
  }

  /** Coverages 0…1 as grey levels 0…255. */
  static byte[] bytes(double[] coverage) {
    byte[] grey = new byte[coverage.length];
    for (int p = 0; p < grey.length; p++) {
      grey[p] = (byte) Math.min(255, (int) (255 * coverage[p] + 0.5));
    }
    return grey;
  }
}
