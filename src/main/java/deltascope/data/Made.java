package deltascope.data;

/** The data set of digits drawn by the project itself. */
final class Made {
  private Made() {}

  static Dataset dataset() {
    return new Dataset("made", "Made digits", () -> sketch(20_000), () -> sketch(4_000));
  }

  /** Stands in until the strokes are here: label d is d + 1 bars. */
  private static Digits sketch(int size) {
    byte[] pixels = new byte[size * Digits.PIXELS];
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      int digit = (i * 7 + 5) % 10;
      labels[i] = (byte) digit;
      for (int bar = 0; bar <= digit; bar++) {
        for (int column = 5; column < 23; column++) {
          pixels[i * Digits.PIXELS + (4 + 2 * bar) * Digits.SIDE + column] = (byte) 250;
        }
      }
    }
    return Digits.of(pixels, labels);
  }
}
