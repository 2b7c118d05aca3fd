package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final String NAMES =
      "label,"
          + IntStream.range(1, 785).mapToObj(p -> "pixel" + p).collect(Collectors.joining(","));

  @TempDir Path folder;

  /** A line whose pixel p is p % 256. */
  private static String row(int label) {
    return label
        + ","
        + IntStream.range(0, 784).mapToObj(p -> "" + p % 256).collect(Collectors.joining(","));
  }

  private Digits read(String text) throws IOException {
    return Csv.read(Files.writeString(folder.resolve("t.csv"), text));
  }

  private void refused(String text, String message) {
    BadFile bad = assertThrows(BadFile.class, () -> read(text));
    assertEquals(folder.resolve("t.csv, " + message).toString(), bad.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void namesAtTheTopAndEndsOfLinesMakeNoDifference(String end) throws IOException {
    for (String top : new String[] {"", NAMES + end, "\uFEFF" + NAMES + end}) {
      for (String last : new String[] {"", end, end + end}) {
        Digits digits = read(top + row(7) + end + row(0) + last);

        assertEquals(2, digits.size());
        assertEquals(7, digits.label(0));
        assertEquals(0, digits.label(1));
        assertEquals(255, digits.pixel(1, 255));
        assertEquals(783 % 256, digits.pixel(0, 783));
      }
    }
  }

  @Test
  void manyLinesAreAllKept() throws IOException {
    Digits digits =
        read(IntStream.range(0, 2345).mapToObj(i -> row(i % 10)).collect(Collectors.joining("\n")));

    assertEquals(2345, digits.size());
    assertEquals(4, digits.label(2344));
    assertEquals(783 % 256, digits.pixel(2344, 783));
  }

  @Test
  void aCompressedTableIsReadToo() throws IOException {
    Path file =
        Files.write(folder.resolve("t"), Bytes.gzip((NAMES + "\n" + row(3)).getBytes("UTF-8")));

    assertEquals(3, Csv.read(file).label(0));
  }

  @Test
  void aMissingColumnIsNamedWithItsLine() {
    String fewer = row(1).substring(0, row(1).lastIndexOf(','));
    String expected = ", expected 785: a label and 784 pixels";
    refused(NAMES + "\n" + row(1) + "\n" + fewer, "line 3: found 784 columns" + expected);
    refused(row(1) + "\n1,2,3\n", "line 2: found 3 columns" + expected);
    refused(row(1) + ",0", "line 1: found more than 785 columns" + expected);
    refused("pixel1,pixel2\n", "line 1: found 2 column names" + expected);
  }

  @Test
  void whatIsNoNumberIsNamedWithItsColumn() {
    refused("1,2,x", "line 1: found no whole number in column 3, expected a pixel 0…255");
    refused("1,,3", "line 1: found no whole number in column 2, expected a pixel 0…255");
    refused("1,-2,3", "line 1: found no whole number in column 2, expected a pixel 0…255");
    refused("1,2.5,3", "line 1: found no whole number in column 2, expected a pixel 0…255");
    refused("1,2 ,3", "line 1: found no whole number in column 2, expected a pixel 0…255");
  }

  @Test
  void whatIsOutOfRangeIsNamedWithItsColumn() {
    refused("1,256,3", "line 1: found 256 in column 2, expected a pixel 0…255");
    refused("1,9999,3", "line 1: found 9999 in column 2, expected a pixel 0…255");
    refused(
        "1," + "9".repeat(30) + ",3",
        "line 1: found a large number in column 2, expected a pixel 0…255");
    refused(row(1) + "\n10,0", "line 2: found 10 in column 1, expected a label 0…9");
  }

  @Test
  void aTableWithoutSamplesIsRefused() {
    refused("", "line 1: found no sample, expected lines of a label and 784 pixels");
    refused(NAMES + "\n", "line 2: found no sample, expected lines of a label and 784 pixels");
  }
}
