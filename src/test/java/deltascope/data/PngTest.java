package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The JDK's own reader is the judge. */
class PngTest {
  @Test
  void aPictureIsReadBackAsItWasWritten() throws IOException {
    byte[] grey = Bytes.of(0, 1, 2, 100, 128, 255);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.grey(3, 2, grey)));
    assertEquals(3, image.getWidth());
    assertEquals(2, image.getHeight());
    for (int p = 0; p < 6; p++) {
      assertEquals(grey[p] & 0xff, image.getRaster().getSample(p % 3, p / 3, 0));
    }
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Png.grey(3, 3, new byte[6]));
  }

  @Test
  void aSheetHasARowPerDigitAndSetsSideBySide() throws IOException {
    byte[] pixels = new byte[2 * 784];
    pixels[784] = (byte) 255; // the first pixel of the 4
    Digits digits = Digits.of(pixels, Bytes.of(0, 4));
    byte[] png = Sheet.png(List.of(digits, digits), 3, 2);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals((3 + 1 + 3) * 30 * 2, image.getWidth());
    assertEquals(10 * 30 * 2, image.getHeight());
    for (int left : new int[] {0, 4 * 60}) {
      assertEquals(0, image.getRaster().getSample(left + 2, 4 * 60 + 2, 0));
      assertEquals(0, image.getRaster().getSample(left + 3, 4 * 60 + 3, 0));
      assertEquals(255, image.getRaster().getSample(left + 4, 4 * 60 + 4, 0));
    }
  }
}
