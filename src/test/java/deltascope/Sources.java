package deltascope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's own sources, as documents quote them. */
final class Sources {
  private static final List<Path> PROGRAM = java(Path.of("src/main/java"));
  private static final String TEXT =
      PROGRAM.stream().map(Sources::read).map(Sources::plain).collect(Collectors.joining(" "));

  private Sources() {}

  private static List<Path> java(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String plain(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }

  /** Whether the program has that piece of code, however its lines are broken. */
  static boolean have(String code) {
    return TEXT.contains(plain(code));
  }

  /** Whether there is a test of that name. */
  static boolean hasTest(String name) {
    return java(Path.of("src/test/java")).stream().anyMatch(file -> file.endsWith(name + ".java"));
  }
}
