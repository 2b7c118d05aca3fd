package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  @TempDir Path folder;

  private BadFile refusal(byte[] images, byte[] labels) throws IOException {
    Path imageFile = Files.write(folder.resolve("images"), images);
    Path labelFile = Files.write(folder.resolve("labels"), labels);
    return assertThrows(BadFile.class, () -> Idx.read(imageFile, labelFile));
  }

  private void refused(byte[] images, byte[] labels, String message) throws IOException {
    assertEquals(folder.resolve(message).toString(), refusal(images, labels).getMessage());
  }

  @Test
  void aPairOfFilesGivesEveryLabelAndPixel() throws IOException {
    Path images = Files.write(folder.resolve("images"), Bytes.images(3));
    Path labels = Files.write(folder.resolve("labels"), Bytes.labels(5, 0, 9));

    Digits digits = Idx.read(images, labels);

    assertEquals(3, digits.size());
    assertEquals(9, digits.label(2));
    assertEquals(0, digits.pixel(0, 0));
    assertEquals(255, digits.pixel(0, 255));
    assertEquals((200 + 783) % 256, digits.pixel(2, 783));
  }

  @Test
  void compressionIsToldByTheFirstBytesAndNotByTheName() throws IOException {
    Path images = Files.write(folder.resolve("images.gz"), Bytes.images(1));
    Path labels = Files.write(folder.resolve("labels"), Bytes.gzip(Bytes.labels(7)));

    Digits digits = Idx.read(images, labels);

    assertEquals(7, digits.label(0));
    assertArrayEquals(Arrays.copyOfRange(Bytes.images(1), 16, 800), digits.pixels(0));
  }

  @Test
  void swappedFilesAreToldByTheirMagicNumbers() throws IOException {
    refused(
        Bytes.labels(1),
        Bytes.images(1),
        "labels, byte 0: found magic number 2051 (images), expected 2049 (labels)");
    refused(
        Bytes.labels(1),
        Bytes.labels(1),
        "images, byte 0: found magic number 2049 (labels), expected 2051 (images)");
  }

  @Test
  void aShortFileSaysHowFarItGoes() throws IOException {
    refused(
        Arrays.copyOf(Bytes.images(2), 16 + 1000),
        Bytes.labels(1, 2),
        "images, byte 1016: found the end of the file after 1000 pixels, expected 1568 pixels");
    refused(
        Bytes.images(2),
        Arrays.copyOf(Bytes.labels(1, 2), 9),
        "labels, byte 9: found the end of the file after 1 labels, expected 2 labels");
    refused(
        Bytes.images(2),
        Bytes.of(0, 0, 8),
        "labels, byte 3: found the end of the file, expected magic number 2049 (labels)");
    refused(
        Bytes.images(2),
        new byte[0],
        "labels, byte 0: found the end of the file, expected magic number 2049 (labels)");
  }

  @Test
  void aLongFileSaysWhereItShouldHaveEnded() throws IOException {
    refused(
        Bytes.images(1),
        Bytes.join(Bytes.labels(1), Bytes.of(2)),
        "labels, byte 9: found more bytes, expected the end after 1 labels");
  }

  @Test
  void aLabelOutOfRangeIsNamedWithItsPlace() throws IOException {
    refused(
        Bytes.images(3), Bytes.labels(1, 2, 10), "labels, byte 10: found label 10, expected 0…9");
    refused(Bytes.images(1), Bytes.labels(255), "labels, byte 8: found label 255, expected 0…9");
  }

  @Test
  void countsThatDifferAreNamed() throws IOException {
    refused(
        Bytes.images(2),
        Bytes.labels(1, 2, 3),
        "images, byte 4: found 2 images, expected 3, as many as labels in labels");
  }

  @Test
  void picturesOfAnotherSizeAreRefused() throws IOException {
    byte[] images = Bytes.images(1);
    images[15] = 27;
    refused(images, Bytes.labels(1), "images, byte 8: found 28 × 27 pixels, expected 28 × 28");
  }

  @Test
  void aCountBeyondReasonIsRefusedBeforeRoomIsMadeForIt() throws IOException {
    refused(
        Bytes.images(1),
        Bytes.of(0, 0, 8, 1, 0x7f, 0xff, 0xff, 0xff),
        "labels, byte 4: found 2147483647 labels, expected 0…300000");
    refused(
        Bytes.images(1),
        Bytes.of(0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff),
        "labels, byte 4: found -1 labels, expected 0…300000");
  }

  @Test
  void aDamagedGzipStreamIsRefused() throws IOException {
    byte[] whole = Bytes.gzip(Bytes.images(1));
    BadFile shortened = refusal(Arrays.copyOf(whole, whole.length - 20), Bytes.labels(1));
    assertEquals("a gzip stream that breaks off or is damaged", shortened.found());
    assertEquals("a whole gzip file", shortened.expected());

    refused(
        Bytes.of(0x1f, 0x8b, 0),
        Bytes.labels(1),
        "images, byte 0: found a broken gzip header, expected a whole gzip file");
  }
}
