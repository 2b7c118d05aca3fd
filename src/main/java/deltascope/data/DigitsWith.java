package deltascope.data;

/** Digits of which one is another: drawn by a user, in its place. */
final class DigitsWith extends Digits {
  private final Digits others;
  private final int index;
  private final int label;
  private final byte[] pixels;

  DigitsWith(Digits others, int index, Drawing drawing) {
    this.others = others;
    this.index = index;
    this.label = drawing.label();
    this.pixels = drawing.pixels();
  }

  @Override
  public int size() {
    return others.size();
  }

  @Override
  protected int labelAt(int i) {
    return i == index ? label : others.labelAt(i);
  }

  @Override
  protected byte[] storeOf(int i) {
    return i == index ? pixels : others.storeOf(i);
  }

  @Override
  protected int offsetOf(int i) {
    return i == index ? 0 : others.offsetOf(i);
  }
}
