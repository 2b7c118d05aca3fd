package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvitationTest {
  private static final String COLOURS = "\u001b[38;5;16;48;5;231m";
  private static final String PLAIN = "\u001b[0m";
  private static final int PIXELS = 5;

  @Test
  void thePrintedCodeIsTheAddress() throws Exception {
    for (String address :
        List.of("http://10.0.0.2:7070/", "http://192.168.178.123:65535/", "http://[fe80::1]:80/")) {
      assertEquals(address, read(TerminalCode.of(address)));
    }
  }

  /** What a camera sees, on a terminal that is itself black, and on one that is white. */
  private static String read(String printed) throws Exception {
    String seen = "";
    for (int terminal : new int[] {0x000000, 0xffffff}) {
      List<String> lines = printed.lines().toList();
      int width = lines.get(0).length() - COLOURS.length() - PLAIN.length();
      int side = (width + 2) * PIXELS;
      int height = (2 * lines.size() + 2) * PIXELS;
      int[] pixels = new int[side * height];
      java.util.Arrays.fill(pixels, terminal);
      for (int row = 0; row < 2 * lines.size(); row++) {
        String line = lines.get(row / 2);
        assertTrue(line.startsWith(COLOURS) && line.endsWith(PLAIN), "no line bleeds");
        for (int col = 0; col < width; col++) {
          char block = line.charAt(COLOURS.length() + col);
          boolean dark = block == '█' || block == (row % 2 == 0 ? '▀' : '▄');
          fill(pixels, side, row + 1, col + 1, dark ? 0x000000 : 0xffffff);
        }
      }
      var picture = new RGBLuminanceSource(side, height, pixels);
      seen = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText();
    }
    return seen;
  }

  private static void fill(int[] pixels, int side, int row, int col, int colour) {
    for (int y = row * PIXELS; y < (row + 1) * PIXELS; y++) {
      for (int x = col * PIXELS; x < (col + 1) * PIXELS; x++) {
        pixels[y * side + x] = colour;
      }
    }
  }

  @Test
  void itSaysTheAddressesAndWhatIsOpenedUp() {
    String said = Invitation.of(List.of("http://10.0.0.2:70/", "http://10.1.0.2:70/"), false);
    assertTrue(said.startsWith("For the class: http://10.0.0.2:70/\n"), said);
    assertTrue(said.contains("or: http://10.1.0.2:70/\n"), said);
    assertTrue(said.contains("there is no password, and nothing is encrypted"), said);
    assertFalse(said.contains("█"), "a file gets no picture");
    assertTrue(Invitation.of(List.of("http://10.0.0.2:70/"), true).contains("█"));
    assertTrue(Invitation.of(List.of(), true).contains("in no network now"));
  }

  @Test
  void onlyWhoOpensTheServerIsToldSo() {
    for (String host : List.of("127.0.0.1", "localhost", "127.0.0.2", "::1")) {
      assertFalse(Invitation.isFor(host), host);
    }
    for (String host : List.of("0.0.0.0", "::", "192.168.1.2")) {
      assertTrue(Invitation.isFor(host), host);
    }
  }

  @Test
  void aHostThatIsNamedIsTheAddress() {
    assertEquals(List.of("http://192.168.1.2:80/"), Invitation.addresses("192.168.1.2", 80));
    for (String address : Invitation.addresses("0.0.0.0", 7070)) {
      assertTrue(address.matches("http://[0-9.]+:7070/"), address);
      assertFalse(address.contains("//127.") || address.contains("//0."), address);
    }
  }
}
