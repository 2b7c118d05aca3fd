package deltascope.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Reads MNIST's own format: a big-endian header (magic number, count, and for images rows and
 * columns), then one byte a pixel or label. Compressed with gzip or not.
 */
final class Idx {
  /** More than this many samples would not be MNIST but an accident. */
  static final int MOST = 300_000;

  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  private Idx() {}

  /**
   * The digits of a pair of files.
   *
   * @throws BadFile naming the file, the byte offset, what was found and what was expected
   */
  static Digits read(Path images, Path labels) throws IOException {
    byte[] digits = labels(labels);
    return Digits.of(images(images, digits.length, labels), digits);
  }

  private static byte[] labels(Path path) throws IOException {
    try (DataFile file = DataFile.open(path)) {
      magic(file, LABELS);
      int count = number(file, "a count of labels");
      if (count < 0 || count > MOST) {
        throw file.bad("byte 4", count + " labels", "0…" + MOST);
      }
      byte[] labels = rest(file, count, "labels");
      for (int i = 0; i < count; i++) {
        if (labels[i] < 0 || labels[i] > 9) {
          throw file.bad("byte " + (8 + i), "label " + (labels[i] & 0xff), "0…9");
        }
      }
      return labels;
    }
  }

  private static byte[] images(Path path, int count, Path labels) throws IOException {
    try (DataFile file = DataFile.open(path)) {
      magic(file, IMAGES);
      int found = number(file, "a count of images");
      if (found != count) {
        throw file.bad(
            "byte 4", found + " images", count + ", as many as labels in " + labels.getFileName());
      }
      int rows = number(file, "a number of rows");
      int columns = number(file, "a number of columns");
      if (rows != Digits.SIDE || columns != Digits.SIDE) {
        throw file.bad("byte 8", rows + " × " + columns + " pixels", "28 × 28");
      }
      return rest(file, count * Digits.PIXELS, "pixels");
    }
  }

  private static void magic(DataFile file, int expected) throws IOException {
    int found = number(file, "magic number " + named(expected));
    if (found != expected) {
      throw file.bad("byte 0", "magic number " + named(found), named(expected));
    }
  }

  private static String named(int magic) {
    return magic + (magic == IMAGES ? " (images)" : magic == LABELS ? " (labels)" : "");
  }

  private static int number(DataFile file, String what) throws IOException {
    byte[] four = new byte[4];
    if (file.read(four, 0, 4) < 4) {
      throw file.bad("the end of the file", what);
    }
    return ByteBuffer.wrap(four).getInt();
  }

  private static byte[] rest(DataFile file, int length, String what) throws IOException {
    byte[] bytes = new byte[length];
    int got = file.read(bytes, 0, length);
    if (got < length) {
      throw file.bad("the end of the file after " + got + " " + what, length + " " + what);
    }
    if (file.read(new byte[1], 0, 1) > 0) {
      throw file.bad(
          "byte " + (file.offset() - 1), "more bytes", "the end after " + length + " " + what);
    }
    return bytes;
  }
}
