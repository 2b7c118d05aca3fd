package deltascope.math;

/** The transpose of bytes as a right factor: each row is a run of them. */
final class CodesTurned extends CodesFactor {
  /** Of eight bytes that are read at once, the first WIDTH. */
  private static final long FIRST = -1L >>> Byte.SIZE * (Long.BYTES - Lanes.WIDTH);

  CodesTurned(Codes codes) {
    super(codes);
  }

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
  void lookUp(int j, int[] rows, int count, double[] into) {
    for (int v = 0; v < Lanes.WIDTH; v += 2) {
      codes.lookUp(j + v, j + v + 1, cols(), rows, count, into, v);
    }
  }

  @Override
  int notZero(int j, int j2, int[] rows) {
    int count = 0;
    for (int i = 0; i < rows(); i++) {
      int from = cols() * i;
      rows[count] = i;
      count += Codes.notZero((codes.eight(from + j) | codes.eight(from + j2)) & FIRST);
    }
    return count;
  }
}
