package deltascope.web.page;

import deltascope.math.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How a step is looked at, all of it from the address.
 *
 * @param step which step, from 0
 * @param unit the number of the chosen unit; null where none is chosen
 * @param from the number of the chosen unit below, of a weight
 * @param pixel the chosen pixel, from 0
 * @param images whether the rows of W¹ are shown as pictures
 * @param blanks whether columns of blank pixels are shown
 */
public record View(
    int step,
    @Nullable Integer unit,
    @Nullable Integer from,
    @Nullable Integer pixel,
    boolean images,
    boolean blanks) {

  /** The first step, nothing chosen. */
  static final View NOTHING = new View(0, null, null, null, false, false);

  /** Whether a unit, a weight or a pixel was chosen. */
  boolean chooses() {
    return unit != null || from != null || pixel != null;
  }

  /** Reads the address's parameters, refusing what is no number. */
  public static View of(Address address) {
    Integer step = number(address, "step", 0, 9_999);
    return new View(
        step == null ? 0 : step,
        number(address, "unit", 0, 1_024),
        number(address, "from", 0, 1_024),
        number(address, "pixel", 0, 783),
        choice(address, "view", "images"),
        choice(address, "blank", "shown"));
  }

  /** The index, from 0, that is chosen among {@code count} of these. */
  int index(Space space, boolean rows, int count, int otherwise) {
    Integer number = space.pixels() ? pixel : rows ? unit : from;
    int index = number == null ? otherwise : number - space.first();
    return Math.max(0, Math.min(count - 1, index));
  }

  private static @Nullable Integer number(Address address, String name, int least, int most) {
    String text = address.get(name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, as a number out of range is.
    }
    throw new Refused(name, text, least + "…" + most);
  }

  /** A whole number in least…most, or another where there is none. */
  static int whole(Address address, String name, int otherwise, int least, int most) {
    Integer number = number(address, name, least, most);
    return number == null ? otherwise : number;
  }

  /**
   * Whether a parameter chooses what it alone can.
   *
   * @throws Refused for any other value
   */
  static boolean choice(Address address, String name, String chosen) {
    String text = address.get(name, "");
    if (text.isEmpty() || text.equals(chosen)) {
      return !text.isEmpty();
    }
    throw new Refused(name, text, chosen);
  }
}
