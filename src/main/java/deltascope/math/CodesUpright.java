package deltascope.math;

import java.util.Arrays;

/** Bytes as a right factor: each column is a run of them. */
record CodesUpright(Codes codes) implements Factor {
  @Override
  public int rows() {
    return codes.rows();
  }

  @Override
  public int cols() {
    return codes.cols();
  }

  @Override
  public double[][] all() {
    return codes.all();
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
    long[] joined = new long[(rows() + Long.BYTES - 1) / Long.BYTES];
    for (int v = 0; v < Lanes.WIDTH; v++) {
      join(joined, rows() * (j + v));
      join(joined, rows() * (j2 + v));
    }
    int count = notZero(joined, rows);
    lookUp(j, rows, count, low);
    lookUp(j2, rows, count, high);
    return count;
  }

  private void lookUp(int j, int[] rows, int count, double[] into) {
    for (int v = 0; v < Lanes.WIDTH; v += 2) {
      int from = codes.rows() * (j + v);
      codes.lookUp(from, from + codes.rows(), 1, rows, count, into, v);
    }
  }

  private void join(long[] joined, int from) {
    for (int i = 0; i < joined.length; i++) {
      joined[i] |= codes.eight(from + Long.BYTES * i);
    }
  }

  /** Which of the bytes are not zero. */
  private int notZero(long[] joined, int[] rows) {
    int count = 0;
    for (int i = 0; i < rows(); i++) {
      long its = joined[i / Long.BYTES] >>> Byte.SIZE * (i % Long.BYTES);
      rows[count] = i;
      count += Codes.notZero(its & Codes.BYTE);
    }
    return count;
  }
}
