package deltascope.data;

import deltascope.math.Randomness;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Digits drawn from pen strokes, each when it is first looked at: sample i depends on seed, purpose
 * and i alone. Every ten samples in a row show each digit once, in a random order.
 */
final class MadeDigits extends Digits {
  private final List<List<Style>> styles;
  private final long seed;
  private final String purpose;
  private final byte[] labels;
  private final AtomicReferenceArray<byte[]> drawn;

  /**
   * @param styles the ways of writing each digit
   * @param purpose what keeps these digits apart from others of the same seed, such as a split
   */
  MadeDigits(List<List<Style>> styles, long seed, String purpose, int size) {
    this.styles = styles;
    this.seed = seed;
    this.purpose = purpose;
    this.labels = new byte[size];
    this.drawn = new AtomicReferenceArray<>(size);
    for (int ten = 0; ten < size; ten += 10) {
      int[] order = Randomness.permutation(Randomness.stream(seed, "order of " + purpose, ten), 10);
      for (int k = 0; k < Math.min(10, size - ten); k++) {
        labels[ten + k] = (byte) order[k];
      }
    }
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  protected int labelAt(int i) {
    return labels[i];
  }

  @Override
  protected byte[] storeOf(int i) {
    byte[] known = drawn.get(i);
    if (known == null) {
      known = draw(i); // twice at worst, by two threads at once, and both times the same
      drawn.set(i, known);
    }
    return known;
  }

  @Override
  protected int offsetOf(int i) {
    return 0;
  }

  private byte[] draw(int i) {
    Chance chance = new Chance(seed, purpose, i);
    return CentredDigit.bytes(Ink.draw(Style.pick(styles.get(labels[i]), chance), chance));
  }
}
