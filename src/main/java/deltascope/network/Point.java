package deltascope.network;

/**
 * How far a training has come: so many whole epochs, and so many batches of the next. All batches
 * of an epoch are the same point as the epoch itself.
 *
 * @param epochs 0 and up
 * @param batches 0 and up
 */
public record Point(int epochs, int batches) implements Comparable<Point> {
  /** Before the first batch. */
  public static final Point START = new Point(0, 0);

  /** After so many whole epochs. */
  public static Point afterEpochs(int epochs) {
    return new Point(epochs, 0);
  }

  @Override
  public int compareTo(Point other) {
    return epochs == other.epochs
        ? Integer.compare(batches, other.batches)
        : Integer.compare(epochs, other.epochs);
  }
}
