package deltascope.math;

/** A right factor whose rows are there. */
record InRows(double[][] all, int cols) implements Factor {
  @Override
  public int rows() {
    return all.length;
  }

  @Override
  public void take(Lanes lanes, int j, double[] into) {
    for (int i = 0; i < all.length; i++) {
      lanes.copy(all[i], j, into, Lanes.WIDTH * i);
    }
  }
}
