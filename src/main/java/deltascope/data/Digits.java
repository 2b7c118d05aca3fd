package deltascope.data;

import deltascope.math.Matrix;
import deltascope.math.Refused;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One split of a data set: so many pictures of digits, each of 28 × 28 grey pixels (0 is paper, 255
 * is ink) stored row by row from the top left, and its label 0…9. Immutable to its users and safe
 * for any number of threads.
 */
public abstract class Digits {
  /** Pixels along one side of a picture. */
  public static final int SIDE = 28;

  /** Pixels of a picture. */
  public static final int PIXELS = SIDE * SIDE;

  private volatile int[][] indices = new int[0][];
  private volatile int[] inOrder = {};

  /**
   * Digits held in memory: {@code labels.length} pictures, 784 bytes each, one after the other.
   * Nothing is copied.
   */
  public static Digits of(byte[] pixels, byte[] labels) {
    return new StoredDigits(pixels, labels);
  }

  /**
   * The same digits with a drawn one in the place of sample i.
   *
   * @throws Refused (parameter {@code sample}) unless 0 ≤ i &lt; size
   */
  public final Digits with(int i, Drawing drawing) {
    return new DigitsWith(this, checked(i), drawing);
  }

  /** How many samples there are. */
  public abstract int size();

  /** The digit 0…9 that sample i, already known to be there, shows. */
  protected abstract int labelAt(int i);

  /**
   * The array that holds sample i, already known to be there, and (by {@link #offsetOf}) from where
   * on.
   */
  protected abstract byte[] storeOf(int i);

  /** Where in {@link #storeOf} the 784 pixels of sample i begin. */
  protected abstract int offsetOf(int i);

  /**
   * The digit 0…9 that sample i shows.
   *
   * @throws Refused (parameter {@code sample}) unless 0 ≤ i &lt; size
   */
  public final int label(int i) {
    return labelAt(checked(i));
  }

  /**
   * Pixel p (0…783, row by row) of sample i: 0…255.
   *
   * @throws Refused (parameter {@code sample}) unless 0 ≤ i &lt; size
   */
  public final int pixel(int i, int p) {
    return storeOf(checked(i))[offsetOf(i) + Objects.checkIndex(p, PIXELS)] & 0xff;
  }

  /** A fresh copy of the 784 pixels of sample i as unsigned bytes. */
  public final byte[] pixels(int i) {
    byte[] store = storeOf(checked(i));
    int from = offsetOf(i);
    return Arrays.copyOfRange(store, from, from + PIXELS);
  }

  /**
   * The pixels of these samples, a row for each pixel and a column for each sample.
   *
   * @throws Refused unless 0 ≤ i &lt; size for each
   */
  public final Matrix columns(int... samples) {
    byte[][] stores = new byte[samples.length][];
    int[] offsets = new int[samples.length];
    for (int j = 0; j < samples.length; j++) {
      stores[j] = storeOf(checked(samples[j]));
      offsets[j] = offsetOf(samples[j]);
    }
    return Matrix.ofBytes(PIXELS, stores, offsets);
  }

  /** 0 … size − 1: one array for all who ask, not to be changed. */
  public final int[] inOrder() {
    int[] known = inOrder;
    if (known.length != size()) {
      known = IntStream.range(0, size()).toArray();
      inOrder = known;
    }
    return known;
  }

  /** How many samples show each digit: ten counts. */
  public final int[] countsPerDigit() {
    int[] counts = new int[10];
    for (int digit = 0; digit < 10; digit++) {
      counts[digit] = index()[digit].length;
    }
    return counts;
  }

  /**
   * The samples that show a digit, in rising order.
   *
   * @throws Refused (parameter {@code digit}) unless 0 ≤ digit ≤ 9
   */
  public final int[] indicesOf(int digit) {
    if (digit < 0 || digit > 9) {
      throw new Refused("digit", digit, "0…9");
    }
    return index()[digit].clone();
  }

  private int[][] index() {
    int[][] known = indices;
    if (known.length == 0) {
      int[] counts = new int[10];
      for (int i = 0; i < size(); i++) {
        counts[labelAt(i)]++;
      }
      known = new int[10][];
      Arrays.setAll(known, digit -> new int[counts[digit]]);
      int[] filled = new int[10];
      for (int i = 0; i < size(); i++) {
        int digit = labelAt(i);
        known[digit][filled[digit]++] = i;
      }
      indices = known;
    }
    return known;
  }

  private int checked(int i) {
    if (i < 0 || i >= size()) {
      throw new Refused(
          "sample", i, size() == 0 ? "no sample, the split is empty" : "0…" + (size() - 1));
    }
    return i;
  }
}
