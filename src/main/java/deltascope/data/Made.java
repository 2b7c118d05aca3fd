package deltascope.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data set of digits drawn by the project itself, from the strokes in {@code data/strokes}. */
final class Made {
  /** As many as MNIST has, so that an epoch means the same. */
  static final int TRAIN_SIZE = 60_000;

  static final int TEST_SIZE = 10_000;
  private static final long SEED = 1;

  private Made() {}

  static Dataset dataset() {
    return new Dataset(
        "made",
        "Made digits",
        () -> train(TRAIN_SIZE),
        () -> new MadeDigits(styles(), SEED, "made test", TEST_SIZE));
  }

  static Digits train(int size) {
    return new MadeDigits(styles(), SEED, "made train", size);
  }

  /** The styles of the ten digits. */
  static List<List<Style>> styles() {
    List<List<Style>> styles = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      String name = "/data/strokes/" + digit + ".txt";
      styles.add(StrokeFile.read(name, lines(name)));
    }
    return List.copyOf(styles);
  }

  private static List<String> lines(String name) {
    try (InputStream in = Made.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
