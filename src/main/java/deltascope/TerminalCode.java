package deltascope;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code for a terminal, two rows of it to a line. */
final class TerminalCode {
  /** Cells around it that have to be light. */
  private static final int QUIET = 4;

  /** Black on white by number, whatever the terminal's own colours are. */
  private static final String COLOURS = "\u001b[38;5;16;48;5;231m";

  private static final String PLAIN = "\u001b[0m";

  private TerminalCode() {}

  /** The code of a text, line by line, each ended. */
  static String of(String text) {
    ByteMatrix code;
    try {
      code = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
    StringBuilder lines = new StringBuilder();
    for (int row = -QUIET; row < code.getHeight() + QUIET; row += 2) {
      lines.append(COLOURS);
      for (int col = -QUIET; col < code.getWidth() + QUIET; col++) {
        lines.append(half(isDark(code, row, col), isDark(code, row + 1, col)));
      }
      lines.append(PLAIN).append('\n');
    }
    return lines.toString();
  }

  private static char half(boolean upper, boolean lower) {
    return upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
  }

  private static boolean isDark(ByteMatrix code, int row, int col) {
    boolean inside = row >= 0 && col >= 0 && row < code.getHeight() && col < code.getWidth();
    return inside && code.get(col, row) == 1;
  }
}
