package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltascope.math.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  @TempDir Path folder;

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void putAll() throws IOException {
    put(TRAIN_IMAGES + ".gz", Bytes.gzip(Bytes.images(2)));
    put(TRAIN_LABELS + ".gz", Bytes.gzip(Bytes.labels(5, 6)));
    put(TEST_IMAGES + ".gz", Bytes.gzip(Bytes.images(1)));
    put(TEST_LABELS + ".gz", Bytes.gzip(Bytes.labels(7)));
  }

  @Test
  void theOptionComesBeforeTheEnvironmentAndThatBeforeTheUsualPlace() {
    Map<String, String> set = Map.of("DELTASCOPE_DATA", "elsewhere");
    assertEquals(Path.of("mine"), Library.folder("mine", set));
    assertEquals(Path.of("elsewhere"), Library.folder("", set));
    assertEquals(Path.of("data", "mnist"), Library.folder("", Map.of()));
    assertEquals(Path.of("data", "mnist"), Library.folder("", Map.of("DELTASCOPE_DATA", "")));
  }

  @Test
  void withoutFilesThereAreMadeDigitsOnly() {
    Library library = new Library(folder.resolve("none"));
    assertEquals(List.of("made"), library.ids());
    assertEquals("made", library.defaultId());
    assertEquals("MNIST is not in " + folder.resolve("none"), library.missing());

    Refused refused = assertThrows(Refused.class, () -> library.get("mnist"));
    assertEquals("data", refused.parameter());
    assertEquals("mnist", refused.value());
    assertEquals("made (MNIST is not in " + folder.resolve("none") + ")", refused.range());
  }

  @Test
  void withAllFilesMnistIsTheDefault() throws IOException {
    putAll();
    Library library = new Library(folder);
    assertEquals(List.of("mnist", "made"), library.ids());
    assertEquals("mnist", library.defaultId());
    assertEquals("", library.missing());
    assertEquals(6, library.get("mnist").train().label(1));
    assertEquals(7, library.get("mnist").split(Split.TEST).label(0));
  }

  @Test
  void halfTheFilesAreNamedByWhatIsMissingAndMadeDigitsStay() throws IOException {
    put(TRAIN_IMAGES + ".gz", new byte[0]);
    put("t10k-labels.idx1-ubyte", new byte[0]);
    Library library = new Library(folder);

    assertEquals("made", library.defaultId());
    assertEquals(
        folder
            + " holds a part of MNIST, but not train-labels-idx1-ubyte.gz,"
            + " t10k-images-idx3-ubyte.gz",
        library.missing());
    assertEquals(
        "made (" + library.missing() + ")",
        assertThrows(Refused.class, () -> library.get("mnist")).range());
    assertEquals("made", library.get("made").id());
  }

  @Test
  void bothSpellingsOfTheNamesAreMet() throws IOException {
    put("train-images.idx3-ubyte", Bytes.images(1));
    put("train-labels.idx1-ubyte.gz", Bytes.gzip(Bytes.labels(3)));
    put(TEST_IMAGES, Bytes.images(1));
    put(TEST_LABELS + ".gz", Bytes.labels(4));
    Dataset mnist = new Library(folder).get("mnist");
    assertEquals(3, mnist.train().label(0));
    assertEquals(4, mnist.test().label(0));
  }

  @Test
  void tablesAreMetToo() throws IOException {
    String blank = ",0".repeat(784);
    Files.writeString(folder.resolve("mnist_train.csv"), "8" + blank);
    Files.writeString(folder.resolve("mnist_test.csv"), "9" + blank);
    Dataset mnist = new Library(folder).get("mnist");
    assertEquals(8, mnist.train().label(0));
    assertEquals(9, mnist.test().label(0));
  }

  @Test
  void aBadFileIsRefusedInTheReadersWordsAndCanBeMended() throws IOException {
    putAll();
    put(TEST_LABELS + ".gz", Bytes.labels(10));
    Library library = new Library(folder);
    Dataset mnist = library.get("mnist");

    Refused refused = assertThrows(Refused.class, mnist::test);
    assertEquals("data", refused.parameter());
    assertEquals(
        "whole files ("
            + folder.resolve(TEST_LABELS + ".gz")
            + ", byte 8: found label 10, expected 0…9)",
        refused.range());
    assertInstanceOf(BadFile.class, refused.getCause());
    assertEquals(2, mnist.train().size());

    put(TEST_LABELS + ".gz", Bytes.labels(1));
    assertEquals(1, mnist.test().label(0));
  }

  @Test
  void filesThatComeLaterAreFoundByLookingAgain() throws IOException {
    Library library = new Library(folder);
    putAll();
    assertEquals("made", library.defaultId());
    library.lookAgain();
    assertEquals("mnist", library.defaultId());
  }

  @Test
  void aSplitIsReadOnceWhateverTheNumberOfThreads() throws IOException {
    putAll();
    Dataset mnist = new Library(folder).get("mnist");
    List<Digits> seen = IntStream.range(0, 64).parallel().mapToObj(i -> mnist.train()).toList();
    seen.forEach(digits -> assertSame(mnist.train(), digits));
  }

  @Test
  void readingAheadChangesNothingAndWhatIsWrongIsSaidToWhoeverAsks() throws IOException {
    Library none = new Library(folder.resolve("none"));
    none.readAhead();
    assertEquals(60_000, none.get("made").train().size());

    putAll();
    put(TRAIN_LABELS + ".gz", Bytes.labels(1, 10));
    Library broken = new Library(folder);
    broken.readAhead();
    assertThrows(Refused.class, () -> broken.get("mnist").train());
    assertEquals(7, broken.get("mnist").test().label(0));
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() throws IOException {
    putAll();
    Refused refused = assertThrows(Refused.class, () -> new Library(folder).get("emnist"));
    assertEquals("data is emnist, expected mnist or made", refused.getMessage());
  }
}
