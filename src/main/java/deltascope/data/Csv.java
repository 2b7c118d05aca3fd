package deltascope.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the common table of MNIST: a line per sample, its label and its 784 pixels parted by
 * commas, with or without a line of column names. Compressed with gzip or not.
 */
final class Csv implements AutoCloseable {
  private static final int COLUMNS = 1 + Digits.PIXELS;
  private static final int END = -1;
  private static final int LARGE = 10_000;

  private final DataFile file;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int at;
  private int line = 1;
  private byte[] pixels = new byte[1000 * Digits.PIXELS];
  private byte[] labels = new byte[1000];
  private int count;

  private Csv(DataFile file) {
    this.file = file;
  }

  /**
   * The digits of a table.
   *
   * @throws BadFile naming the file, the line, what was found and what was expected
   */
  static Digits read(Path path) throws IOException {
    try (Csv csv = new Csv(DataFile.open(path))) {
      return csv.table();
    }
  }

  private Digits table() throws IOException {
    int first = next();
    if (first == 0xEF) { // a byte order mark is passed over
      next();
      next();
      first = next();
    }
    if (first != END && !isDigit(first)) {
      names();
      first = next();
    }
    while (first != END) {
      if (first != '\n' && first != '\r') {
        row(first);
      }
      line++;
      first = next();
    }
    if (count == 0) {
      throw bad("no sample", "lines of a label and 784 pixels");
    }
    return Digits.of(Arrays.copyOf(pixels, count * Digits.PIXELS), Arrays.copyOf(labels, count));
  }

  private void names() throws IOException {
    int columns = 1;
    int c = next();
    while (c != '\n' && c != END) {
      columns += c == ',' ? 1 : 0;
      c = next();
    }
    if (columns != COLUMNS) {
      throw bad(columns + " column names", COLUMNS + ": a label and 784 pixels");
    }
    line++;
  }

  private void row(int first) throws IOException {
    room();
    int c = first;
    for (int column = 0; column < COLUMNS; column++) {
      int value = 0;
      int digits = 0;
      while (isDigit(c)) {
        value = Math.min(LARGE, 10 * value + c - '0');
        digits++;
        c = next();
      }
      boolean last = column == COLUMNS - 1;
      if (digits == 0 || !(c == ',' || isEndOfLine(c))) {
        throw bad("no whole number in column " + (column + 1), name(column));
      }
      if (value > (column == 0 ? 9 : 255)) {
        String found = value == LARGE ? "a large number" : Integer.toString(value);
        throw bad(found + " in column " + (column + 1), name(column));
      }
      if (isEndOfLine(c) != last) {
        throw bad(
            last ? "more than " + COLUMNS + " columns" : column + 1 + " columns",
            COLUMNS + ": a label and 784 pixels");
      }
      if (column == 0) {
        labels[count] = (byte) value;
      } else {
        pixels[count * Digits.PIXELS + column - 1] = (byte) value;
      }
      c = last ? c : next();
    }
    if (c == '\r') {
      next();
    }
    count++;
  }

  private static String name(int column) {
    return column == 0 ? "a label 0…9" : "a pixel 0…255";
  }

  private void room() throws IOException {
    if (count == labels.length) {
      if (count >= Idx.MOST) {
        throw bad("more samples", "no more than " + Idx.MOST);
      }
      int larger = Math.min(Idx.MOST, 2 * count);
      labels = Arrays.copyOf(labels, larger);
      pixels = Arrays.copyOf(pixels, larger * Digits.PIXELS);
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isEndOfLine(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  private int next() throws IOException {
    if (at == filled) {
      filled = file.read(buffer, 0, buffer.length);
      at = 0;
      if (filled == 0) {
        return END;
      }
    }
    return buffer[at++] & 0xff;
  }

  private BadFile bad(String found, String expected) {
    return file.bad("line " + line, found, expected);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
