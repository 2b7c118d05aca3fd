package deltascope.lessons;

import deltascope.math.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where lessons' files are. */
@FunctionalInterface
public interface LessonFiles {
  /** The folder of lessons, in a clone and in the jar. */
  String FOLDER = "lessons";

  /** The files there are now. */
  List<Found> list();

  /**
   * A file.
   *
   * @param key by which it is told from files of that name elsewhere
   * @param stamp another one once it has been changed
   */
  record Found(String name, String key, String stamp, Supplier<String> text) {}

  /**
   * The Markdown files of a folder, as they are when they are asked for; a README is not a lesson,
   * nor is what an editor leaves beside a file that is open.
   *
   * @throws Refused (parameter {@code lessons}) where there is no such folder
   */
  static LessonFiles in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refused("lessons", folder, "a folder with lessons, as 01-one-neuron.md");
    }
    return () -> {
      List<Found> found = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          boolean lesson = name.endsWith(".md") && !name.equals("README.md");
          if (lesson && !name.startsWith(".") && Files.isRegularFile(file)) {
            found.add(new Found(name, file.toString(), stamp(file), () -> text(file)));
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read " + folder, unreadable);
      }
      return found;
    };
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException gone) {
      return ""; // since it was listed; who reads it will say so
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /**
   * Those that come with Deltascope: in a clone the files themselves, so that they show as they are
   * saved; else those in the jar.
   */
  static LessonFiles own() {
    Path program = program();
    if (program == null) {
      return List::of;
    }
    Path clone = program.resolveSibling("..").normalize();
    Path folder = clone.resolve(FOLDER);
    if (Files.isDirectory(folder) && Files.exists(clone.resolve("pom.xml"))) {
      return in(folder);
    }
    if (Files.isDirectory(program)) {
      Path inside = program.resolve(FOLDER);
      return Files.isDirectory(inside) ? in(inside) : List::of;
    }
    List<Found> found = inJar(program);
    return () -> found;
  }

  /** The jar, or the folder of classes, that this program runs from. */
  private static @Nullable Path program() {
    CodeSource source = LessonFiles.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException | IllegalArgumentException elsewhere) {
      return null;
    }
  }

  /** The files in a jar, which do not change while it runs. */
  private static List<Found> inJar(Path path) {
    List<Found> found = new ArrayList<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.getName().equals(FOLDER + "/" + name) && LessonReader.isLesson(name)) {
          try (InputStream in = jar.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            found.add(new Found(name, entry.getName(), "in the jar", () -> text));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path, unreadable);
    }
    return List.copyOf(found);
  }
}
