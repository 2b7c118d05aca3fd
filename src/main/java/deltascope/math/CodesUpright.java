package deltascope.math;

/** Bytes as a right factor: each column is a run of them. */
final class CodesUpright extends CodesFactor {
  CodesUpright(Codes codes) {
    super(codes);
  }

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
  void lookUp(int j, int[] rows, int count, double[] into) {
    for (int v = 0; v < Lanes.WIDTH; v += 2) {
      int from = codes.rows() * (j + v);
      codes.lookUp(from, from + codes.rows(), 1, rows, count, into, v);
    }
  }

  @Override
  int notZero(int j, int j2, int[] rows) {
    long[] joined = new long[(rows() + Long.BYTES - 1) / Long.BYTES];
    for (int v = 0; v < Lanes.WIDTH; v++) {
      join(joined, rows() * (j + v));
      join(joined, rows() * (j2 + v));
    }
    return notZero(joined, rows);
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
