package deltascope.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Small data files written by hand, byte for byte. */
final class Bytes {
  private Bytes() {}

  /** Whole numbers as unsigned bytes. */
  static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A label file: magic number 0x801, count, labels. */
  static byte[] labels(int... labels) {
    return join(of(0, 0, 8, 1, 0, 0, 0, labels.length), of(labels));
  }

  /** An image file: magic 0x803, count, 28, 28, and pixel p of image i is (100 i + p) % 256. */
  static byte[] images(int count) {
    byte[] pixels = new byte[count * 784];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 784; p++) {
        pixels[784 * i + p] = (byte) (100 * i + p);
      }
    }
    return join(of(0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28), pixels);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
