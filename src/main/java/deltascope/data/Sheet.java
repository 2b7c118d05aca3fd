package deltascope.data;

import java.util.Arrays;
import java.util.List;

/** Many digits on one sheet of paper, ink dark, to be looked at beside one another. */
public final class Sheet {
  private static final int CELL = Digits.SIDE + 2;

  private Sheet() {}

  /**
   * A row for every digit, with its first samples: one data set beside the other.
   *
   * @param perDigit how many samples of each digit of each set
   * @param scale pixels of the sheet along one pixel of a digit
   * @return a PNG file
   */
  public static byte[] png(List<Digits> sets, int perDigit, int scale) {
    int columns = sets.size() * (perDigit + 1) - 1;
    int width = columns * CELL * scale;
    int height = 10 * CELL * scale;
    byte[] sheet = new byte[width * height];
    Arrays.fill(sheet, (byte) 255);
    for (int set = 0; set < sets.size(); set++) {
      Digits digits = sets.get(set);
      for (int digit = 0; digit < 10; digit++) {
        int[] indices = digits.indicesOf(digit);
        for (int k = 0; k < Math.min(perDigit, indices.length); k++) {
          byte[] pixels = digits.pixels(indices[k]);
          lay(pixels, sheet, width, (set * (perDigit + 1) + k) * CELL, digit * CELL, scale);
        }
      }
    }
    return Png.grey(width, height, sheet);
  }

  private static void lay(byte[] pixels, byte[] sheet, int width, int left, int top, int scale) {
    for (int row = 0; row < Digits.SIDE * scale; row++) {
      int from = ((top + 1) * scale + row) * width + (left + 1) * scale;
      for (int column = 0; column < Digits.SIDE * scale; column++) {
        sheet[from + column] = (byte) ~pixels[row / scale * Digits.SIDE + column / scale];
      }
    }
  }
}
