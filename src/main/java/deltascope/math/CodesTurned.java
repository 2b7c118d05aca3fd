package deltascope.math;

import java.util.Arrays;

/** The transpose of bytes as a right factor: each row is a run of them. */
record CodesTurned(Codes codes) implements Factor {
  /** Of eight bytes that are read at once, the first WIDTH. */
  private static final long FIRST = -1L >>> Byte.SIZE * (Long.BYTES - Lanes.WIDTH);

  @Override
  public int rows() {
    return codes.cols();
  }

  @Override
  public int cols() {
    return codes.rows();
  }

  @Override
  public double[][] all() {
    return Kernels.transpose(codes.all(), codes.cols());
  }

  @Override
  public void take(Lanes lanes, int j, double[] into) {
    int[] all = new int[rows()];
    Arrays.setAll(all, i -> i);
    lookUp(j, all, all.length, into);
  }

  @Override
  public int takeNotZero(Lanes lanes, int j, int j2, double[] low, double[] high, int[] rows) {
    if (!codes.zeroIsZero()) {
      return Factor.super.takeNotZero(lanes, j, j2, low, high, rows);
    }
    int count = notZero(j, j2, rows);
    lookUp(j, rows, count, low);
    lookUp(j2, rows, count, high);
    return count;
  }

  private void lookUp(int j, int[] rows, int count, double[] into) {
    for (int v = 0; v < Lanes.WIDTH; v += 2) {
      codes.lookUp(j + v, j + v + 1, cols(), rows, count, into, v);
    }
  }

  /** Which are not all zero in these columns. */
  private int notZero(int j, int j2, int[] rows) {
    int count = 0;
    for (int i = 0; i < rows(); i++) {
      int from = cols() * i;
      rows[count] = i;
      count += Codes.notZero((codes.eight(from + j) | codes.eight(from + j2)) & FIRST);
    }
    return count;
  }
}
