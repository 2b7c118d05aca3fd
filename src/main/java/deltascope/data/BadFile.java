package deltascope.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A data file that is not what it should be: which, where in it, what was found, what was expected.
 */
public final class BadFile extends IOException {
  private static final long serialVersionUID = 1L;
  private final String place;
  private final String found;
  private final String expected;

  /**
   * @param place a byte offset (of the decompressed file) or a line, such as {@code byte 4}
   * @param found what stands there
   * @param expected what should
   */
  BadFile(Path file, String place, String found, String expected) {
    super(file + ", " + place + ": found " + found + ", expected " + expected);
    this.place = place;
    this.found = found;
    this.expected = expected;
  }

  public String place() {
    return place;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}
