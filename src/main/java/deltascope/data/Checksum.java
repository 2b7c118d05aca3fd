package deltascope.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether a file is, decompressed, exactly the one it should be. */
final class Checksum {
  private static final int PIECE = 1 << 16;

  private Checksum() {}

  /**
   * Returns in silence if size and MD5 of the decompressed file are the expected ones.
   *
   * @throws BadFile if they are not
   */
  static void check(Path path, MnistFile expected) throws IOException {
    MessageDigest md5 = md5();
    byte[] piece = new byte[PIECE];
    try (DataFile file = DataFile.open(path)) {
      int got = file.read(piece, 0, PIECE);
      while (got > 0 && file.offset() <= expected.size()) {
        md5.update(piece, 0, got);
        got = file.read(piece, 0, PIECE);
      }
      if (file.offset() != expected.size()) {
        String found = file.offset() > expected.size() ? "more bytes" : "the end";
        throw file.bad(found, expected.size() + " bytes in all");
      }
      String sum = HexFormat.of().formatHex(md5.digest());
      if (!sum.equals(expected.md5())) {
        throw file.bad("the whole file", "MD5 sum " + sum, expected.md5());
      }
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has MD5", absent);
    }
  }
}
