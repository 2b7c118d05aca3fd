package deltascope.math;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.DoubleUnaryOperator;

/**
 * A matrix of few different numbers, as pixels are: each entry is a byte, and a list of 256 numbers
 * says what it stands for. A function of all entries is computed 256 times, and a product reads the
 * bytes.
 *
 * @param bytes column after column, and {@link #SPARE} more
 * @param meaning what the bytes 0…255 stand for
 */
record Codes(int rows, int cols, byte[] bytes, double[] meaning) {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int KINDS = 256;
  static final int BYTE = 0xff;

  /** Whoever reads as many bytes at once as a long has may begin with the last. */
  private static final int SPARE = Long.BYTES - 1;

  /** As many columns as a thread gathers at a time. */
  private static final int PIECE = 16;

  /**
   * Bytes that stand for themselves.
   *
   * @param stores for each column, the array that it is in
   * @param offsets for each column, where in that array it begins
   */
  static Codes gathered(int rows, byte[][] stores, int[] offsets) {
    int cols = stores.length;
    byte[] bytes = new byte[rows * cols + SPARE];
    Team.split(
        cols,
        PIECE,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            System.arraycopy(stores[j], offsets[j], bytes, rows * j, rows);
          }
        });
    double[] themselves = new double[KINDS];
    for (int code = 0; code < KINDS; code++) {
      themselves[code] = code;
    }
    return new Codes(rows, cols, bytes, themselves);
  }

  /** The function of each entry. */
  Codes map(DoubleUnaryOperator function) {
    double[] images = new double[KINDS];
    for (int code = 0; code < KINDS; code++) {
      images[code] = function.applyAsDouble(meaning[code]);
    }
    return new Codes(rows, cols, bytes, images);
  }

  /** The entries themselves. */
  double[][] all() {
    return Kernels.made(rows, cols, this::fill);
  }

  private void fill(double[] row, int i) {
    for (int j = 0; j < row.length; j++) {
      row[j] = meaning[bytes[rows * j + i] & BYTE];
    }
  }

  /** As a right factor. */
  Factor factor() {
    return new CodesUpright(this);
  }

  /** Its transpose as a right factor. */
  Factor turned() {
    return new CodesTurned(this);
  }

  /** Whether the byte 0 stands for zero, so that who finds nothing else need not look it up. */
  boolean zeroIsZero() {
    return meaning[0] == 0;
  }

  /** Eight bytes from {@code i} on, the first of them in the lowest bits. */
  long eight(int i) {
    return (long) LONGS.get(bytes, i);
  }

  /** 0 for 0, else 1; without a branch, as nobody could foresee it. */
  static int notZero(long bits) {
    return (int) ((bits | -bits) >>> 63);
  }

  /**
   * What two columns of bytes stand for, of the rows in a list.
   *
   * @param from where the first column begins
   * @param from2 where the second does
   * @param step how far apart the bytes of a column are
   * @param into the t-th of the rows goes to {@code at + WIDTH · t} and the place behind it
   */
  void lookUp(int from, int from2, int step, int[] rows, int count, double[] into, int at) {
    for (int t = 0; t < count; t++) {
      int i = step * rows[t];
      into[Lanes.WIDTH * t + at] = meaning[bytes[from + i] & BYTE];
      into[Lanes.WIDTH * t + at + 1] = meaning[bytes[from2 + i] & BYTE];
    }
  }
}
