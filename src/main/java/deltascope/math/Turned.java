package deltascope.math;

/** A right factor that is the transpose of these rows: each of them is a column. */
record Turned(double[][] columns, int rows) implements Factor {
  @Override
  public int cols() {
    return columns.length;
  }

  @Override
  public double[][] all() {
    return Kernels.transpose(columns, rows);
  }

  @Override
  public void take(Lanes lanes, int j, double[] into) {
    for (int v = 0; v < Lanes.WIDTH; v += 2) {
      pair(columns[j + v], columns[j + v + 1], into, v);
    }
  }

  private void pair(double[] x, double[] x2, double[] into, int at) {
    for (int i = 0; i < rows; i++) {
      into[Lanes.WIDTH * i + at] = x[i];
      into[Lanes.WIDTH * i + at + 1] = x2[i];
    }
  }
}
