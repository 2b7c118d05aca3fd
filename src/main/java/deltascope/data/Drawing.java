package deltascope.data;

import deltascope.math.Refused;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A digit that a user drew: strokes on a pad of {@link #PAD} × {@link #PAD} places, and what it is
 * meant to be. In text it is the label, a dot, and the places in base64url: two bytes each, x and
 * y, the first of a stroke with the highest bit of its x set.
 *
 * @param label 0…9
 * @param strokes one or more, each x0, y0, x1, y1, … in 0…127 from the top left, one place or more
 */
public record Drawing(int label, List<int[]> strokes) {
  /** Places along one side of the pad. */
  public static final int PAD = 128;

  /** The most places of all strokes. */
  public static final int MOST = 512;

  private static final int BEGINS = 0x80;
  private static final String RANGE =
      "a digit 0…9, a dot, and up to " + MOST + " places of strokes as the pad writes them";

  public Drawing {
    strokes = List.copyOf(strokes);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws Refused (parameter {@code drawn}) for anything else
   */
  public static Drawing read(String text) {
    if (!text.matches("[0-9]\\.[A-Za-z0-9_-]+") || text.length() > 2 + 4 * MOST) {
      throw refused(text);
    }
    List<int[]> strokes = new ArrayList<>();
    List<Integer> stroke = new ArrayList<>();
    byte[] bytes = bytes(text);
    if (bytes.length % 2 != 0 || bytes.length > 2 * MOST) {
      throw refused(text);
    }
    for (int k = 0; k < bytes.length; k += 2) {
      boolean begins = (bytes[k] & BEGINS) != 0;
      if ((k == 0 && !begins) || (bytes[k + 1] & BEGINS) != 0) {
        throw refused(text);
      }
      if (begins && k > 0) {
        strokes.add(array(stroke));
        stroke.clear();
      }
      stroke.add(bytes[k] & (PAD - 1));
      stroke.add((int) bytes[k + 1]);
    }
    strokes.add(array(stroke));
    return new Drawing(text.charAt(0) - '0', strokes);
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text.substring(2));
    } catch (IllegalArgumentException noBase64) {
      throw refused(text);
    }
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Refused refused(String text) {
    String shown = text.length() > 24 ? text.substring(0, 24) + "…" : text;
    return new Refused("drawn", shown, RANGE);
  }

  /** As an address keeps it. */
  public String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int[] stroke : strokes) {
      for (int k = 0; k < stroke.length; k += 2) {
        bytes.write(k == 0 ? stroke[k] | BEGINS : stroke[k]);
        bytes.write(stroke[k + 1]);
      }
    }
    return label
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * The picture, by the ink that the made digits are drawn with: fitted into a box of 20 × 20, and
   * laid on 28 × 28 by its mass. The same bytes on every machine.
   *
   * @return 784 unsigned bytes, 0 (paper) … 255 (ink)
   */
  public byte[] pixels() {
    return CentredDigit.bytes(Ink.draw(new Script(strokes)));
  }
}
