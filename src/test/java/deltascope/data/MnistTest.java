package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the real files can prove; without them it is said, and made digits stand in. */
class MnistTest {
  private static final Optional<Library> MNIST = find();

  private static Optional<Library> find() {
    Optional<Library> found =
        Stream.of(
                Library.folder("", System.getenv()),
                Path.of("data", "mnist"),
                Path.of("..", "shared", "mnist"))
            .map(Library::new)
            .filter(library -> library.defaultId().equals("mnist"))
            .findFirst();
    if (found.isEmpty()) {
      System.out.println(
          "MNIST is in none of DELTASCOPE_DATA, data/mnist, ../shared/mnist:"
              + " its files are not proved, made digits stand in for them.");
    }
    return found;
  }

  /** MNIST, or made digits where it is not. */
  static Dataset digits() {
    Library library = MNIST.orElseGet(() -> new Library(Path.of("none")));
    return library.get(library.defaultId());
  }

  @Test
  void thereAreAsManyDigitsAsEveryoneKnows() {
    int[] train = {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949};
    int[] test = {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009};
    if (MNIST.isEmpty()) {
      Arrays.fill(train, 6000);
      Arrays.fill(test, 1000);
    }
    assertArrayEquals(train, digits().train().countsPerDigit());
    assertArrayEquals(test, digits().test().countsPerDigit());
  }

  @Test
  void theFirstDigitsAreThoseEveryoneKnows() {
    if (MNIST.isPresent()) {
      assertEquals(5, digits().train().label(0));
      assertEquals(7, digits().test().label(0));
      // numpy's sum of the first two pictures
      assertEquals(58_620, sum(digits().train().pixels(0)) + sum(digits().train().pixels(1)));
    }
    assertEquals(784, digits().train().pixels(0).length);
  }

  private static int sum(byte[] pixels) {
    int sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return sum;
  }

  /** They were laid out in this very way, so laying them out anew changes hardly one of them. */
  @Test
  void layingOutADigitAnewKeepsIt() {
    Digits digits = digits().test();
    int kept = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] digit = digits.pixels(i);
      kept += Arrays.equals(digit, CentredDigit.of(28, digit)) ? 1 : 0;
    }
    assertEquals(1000, kept, 50, "of 1000 digits");
  }

  @Test
  void theSumsADownloadIsHeldToAreThoseOfTheFiles() throws IOException {
    for (MnistFile file : MnistFile.ALL) {
      Path path = MNIST.map(Library::folder).orElse(Path.of("none")).resolve(file.name());
      if (Files.exists(path)) {
        Checksum.check(path, file);
        assertEquals(file.transfer(), Files.size(path), 0.05 * file.transfer());
      }
      assertEquals(32, file.md5().length());
    }
  }
}
