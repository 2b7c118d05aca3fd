package deltascope.data;

/** Digits held whole in memory, one byte a pixel. */
final class StoredDigits extends Digits {
  private final byte[] pixels;
  private final byte[] labels;

  StoredDigits(byte[] pixels, byte[] labels) {
    if (pixels.length != (long) labels.length * PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels do not make " + labels.length + " pictures of " + PIXELS);
    }
    this.pixels = pixels;
    this.labels = labels;
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
    return pixels;
  }

  @Override
  protected int offsetOf(int i) {
    return i * PIXELS;
  }
}
