package deltascope.math;

/**
 * Four rows and two vectors of columns at a time. What they are made of is packed before, rows in
 * {@link Fours}, columns in {@link Panels}, so that the innermost loop reads straight ahead.
 *
 * <p>The last columns are done by a panel that overlaps the one before it, and the last row is done
 * again where a four lacks one, so there are no remainders; what is computed twice comes out the
 * same.
 */
final class PackedProducts implements Products {
  /** As many packed numbers of rows as leave room for other things in a core's second cache. */
  private static final int CACHED = 25000;

  private final Products plain = new PlainProducts();
  private final Lanes lanes;

  PackedProducts(Lanes lanes) {
    this.lanes = lanes;
  }

  @Override
  public String title() {
    return "vectors of " + Lanes.WIDTH + " doubles";
  }

  @Override
  public void run(double[][] c, double[][] a, Factor b) {
    if (b.cols() < Lanes.WIDTH) {
      plain.run(c, a, b);
      return;
    }
    Fours fours = Fours.of(lanes, a, b.rows());
    Panels panels = Panels.of(lanes, b, !fours.finite());
    int high = fours.packed().length;
    int wide = panels.count();
    // A thread stays in its rows, which it may have written, and is likely to read the result of.
    int share = (high + Team.size() - 1) / Team.size();
    int group = Math.max(1, Math.min(share, CACHED / (Fours.FOUR * b.rows())));
    int groups = (high + group - 1) / group;
    Team.split(
        groups * wide,
        Products.piece(groups * wide, 2L * Lanes.WIDTH * Fours.FOUR * group * b.rows()),
        (from, to) -> {
          for (int part = from; part < to; part++) {
            int first = part / wide * group;
            columns(c, fours, first, Math.min(first + group, high), panels, part % wide);
          }
        });
  }

  /** What a panel gives for some of the fours. */
  private void columns(double[][] c, Fours fours, int first, int last, Panels panels, int panel) {
    double[] sums = new double[2 * Fours.FOUR * Lanes.WIDTH];
    for (int four = first; four < last; four++) {
      lanes.block(
          fours.packed()[four],
          panels.low()[panel],
          panels.high()[panel],
          panels.terms()[panel],
          sums);
      int rows = Math.min(Fours.FOUR, c.length - Fours.FOUR * four);
      for (int r = 0; r < rows; r++) {
        double[] row = c[Fours.FOUR * four + r];
        lanes.copy(sums, 2 * r * Lanes.WIDTH, row, panels.first(panel));
        lanes.copy(sums, (2 * r + 1) * Lanes.WIDTH, row, panels.second(panel));
      }
    }
  }
}
