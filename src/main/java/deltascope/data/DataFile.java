package deltascope.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A data file read from start to end, compressed or not: its first two bytes tell, not its name.
 */
final class DataFile implements AutoCloseable {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final InputStream in;
  private long offset;

  private DataFile(Path path, InputStream in) {
    this.path = path;
    this.in = in;
  }

  static DataFile open(Path path) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      raw.mark(2);
      int magic = raw.read() << 8 | raw.read();
      raw.reset();
      return new DataFile(path, magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER) : raw);
    } catch (EOFException | ZipException broken) {
      raw.close();
      throw new BadFile(path, "byte 0", "a broken gzip header", "a whole gzip file");
    } catch (IOException unreadable) {
      raw.close();
      throw unreadable;
    }
  }

  /** How many (decompressed) bytes have been read. */
  long offset() {
    return offset;
  }

  /**
   * Reads up to {@code length} bytes; fewer only at the end.
   *
   * @return how many
   */
  int read(byte[] into, int from, int length) throws IOException {
    int got = 0;
    try {
      while (got < length) {
        int some = in.read(into, from + got, length - got);
        if (some < 0) {
          break;
        }
        got += some;
      }
    } catch (EOFException | ZipException broken) {
      throw bad("a gzip stream that breaks off or is damaged", "a whole gzip file");
    } finally {
      offset += got;
    }
    return got;
  }

  /** What is wrong at the place reached. */
  BadFile bad(String found, String expected) {
    return new BadFile(path, "byte " + offset, found, expected);
  }

  /** What is wrong at some other place, such as {@code line 3}. */
  BadFile bad(String place, String found, String expected) {
    return new BadFile(path, place, found, expected);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
