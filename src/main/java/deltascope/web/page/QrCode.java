package deltascope.web.page;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A QR code as a drawing.
 *
 * @param size cells along a side, with the light ones that have to be around it
 * @param path the dark cells
 */
public record QrCode(int size, String path) {
  private static final int QUIET = 4;

  /** The code of a text; null where the text is too long for the largest there is. */
  static @Nullable QrCode of(String text) {
    ByteMatrix code;
    try {
      code = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException tooLong) {
      return null;
    }
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < code.getHeight(); row++) {
      int from = 0;
      for (int col = 0; col <= code.getWidth(); col++) {
        boolean dark = col < code.getWidth() && code.get(col, row) == 1;
        if (!dark) {
          if (col > from) {
            path.append(
                "M%d %dh%dv1h-%dz".formatted(from + QUIET, row + QUIET, col - from, col - from));
          }
          from = col + 1;
        }
      }
    }
    return new QrCode(code.getWidth() + 2 * QUIET, path.toString());
  }
}
