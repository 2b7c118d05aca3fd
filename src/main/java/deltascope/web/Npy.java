package deltascope.web;

import deltascope.math.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** NumPy's file format 1.0, little-endian float64 in C order. */
final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The header is padded so that the numbers begin at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private Npy() {}

  static byte[] bytes(Matrix matrix) {
    String about =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(matrix.rows(), matrix.cols());
    int unpadded = MAGIC.length + 2 + about.length() + 1;
    int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer bytes =
        ByteBuffer.allocate(start + matrix.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) (start - MAGIC.length - 2));
    String padded = about + " ".repeat(start - unpadded) + "\n";
    bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < matrix.rows(); i++) {
      for (double x : matrix.row(i)) {
        bytes.putDouble(x);
      }
    }
    return bytes.array();
  }
}
