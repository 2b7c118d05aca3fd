package deltascope.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are lessons, and what one that cannot be read does to the others. */
class LessonsTest {
  private static final String GOOD =
      """
      ---
      title: Of folders
      minutes: 5
      needs: nothing
      goal: You have seen one.
      ---
      Prose.
      """;

  private static List<String> files(Lessons lessons) {
    return lessons.all().stream().map(Lessons.Entry::file).toList();
  }

  @Test
  void whatIsNoFileAndWhatIsHiddenIsNoLesson(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("07-of-folders.md"), GOOD);
    Files.createDirectory(folder.resolve("08-a-folder.md"));
    Files.writeString(folder.resolve(".09-of-swaps.md"), GOOD);
    // As an editor marks a file that is open: a link that leads nowhere.
    Files.createSymbolicLink(folder.resolve(".#07-of-folders.md"), Path.of("somebody@here.1"));
    Files.createSymbolicLink(folder.resolve("10-gone.md"), Path.of("nowhere.md"));
    Files.createSymbolicLink(folder.resolve("11-linked.md"), Path.of("07-of-folders.md"));
    Lessons lessons = Lessons.of(LessonFiles.in(folder));
    assertEquals(List.of("07-of-folders.md", "11-linked.md"), files(lessons));
    assertEquals("Of folders", lessons.lesson("of-folders").orElseThrow().title());
  }

  @Test
  void aFileThatCannotBeReadSaysWhyAndIsAskedAgain() {
    AtomicBoolean allowed = new AtomicBoolean();
    LessonFiles.Found good = new LessonFiles.Found("07-of-folders.md", "a", "1", () -> GOOD);
    LessonFiles.Found locked =
        new LessonFiles.Found(
            "08-locked.md",
            "b",
            "1",
            () -> {
              if (allowed.get()) {
                return GOOD;
              }
              throw new UncheckedIOException("cannot read", new IOException("permission denied"));
            });
    Lessons lessons = Lessons.of(() -> List.of(good, locked));
    assertEquals(List.of("07-of-folders.md", "08-locked.md"), files(lessons));
    assertEquals(1, lessons.readable().size());
    BadLesson bad = assertThrows(BadLesson.class, () -> lessons.lesson("locked"));
    String says = String.valueOf(bad.getMessage());
    assertTrue(says.startsWith("08-locked.md, line 1: the file cannot be read: "), says);
    assertTrue(says.contains("permission denied"), says);
    allowed.set(true);
    assertEquals("Of folders", lessons.lesson("locked").orElseThrow().title());
  }
}
