package deltascope.lessons;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All lessons there are: those that come with Deltascope, and those of a folder. A file is read
 * when it is first asked for, and again when it has changed. Safe for any number of threads.
 */
public final class Lessons {
  private final List<LessonFiles> sources;

  // By source and file name; guarded by this object.
  private final Map<String, Kept> kept = new HashMap<>();

  /** A file as it was when it was read. */
  private record Kept(String stamp, Entry entry) {}

  /**
   * A lesson, or why it cannot be read.
   *
   * @param file its name
   * @param id in addresses; the file's name where it has none
   */
  public record Entry(String file, String id, @Nullable Lesson lesson, @Nullable BadLesson bad) {}

  private Lessons(List<LessonFiles> sources) {
    this.sources = List.copyOf(sources);
  }

  /** Those of all sources; of two with one name the later source's counts. */
  public static Lessons of(LessonFiles... sources) {
    return new Lessons(List.of(sources));
  }

  /** Every lesson in order, as its file is now. */
  public synchronized List<Entry> all() {
    Map<String, Entry> byId = new HashMap<>();
    for (LessonFiles source : sources) {
      for (LessonFiles.Found found : source.list()) {
        Entry entry = entry(found);
        byId.put(entry.id(), entry);
      }
    }
    List<Entry> all = new ArrayList<>(byId.values());
    all.sort(Comparator.comparing(Entry::file));
    return List.copyOf(all);
  }

  private Entry entry(LessonFiles.Found found) {
    Kept known = kept.get(found.key());
    if (known != null && known.stamp().equals(found.stamp())) {
      return known.entry();
    }
    try {
      Entry entry = read(found);
      kept.put(found.key(), new Kept(found.stamp(), entry));
      return entry;
    } catch (UncheckedIOException unreadable) {
      // Not kept: it may be readable the next time, and be the same file.
      String why = String.valueOf(unreadable.getCause());
      BadLesson bad = new Place(found.name(), 1).bad("the file cannot be read: " + why);
      return new Entry(found.name(), id(found.name()), null, bad);
    }
  }

  private static Entry read(LessonFiles.Found found) {
    String file = found.name();
    try {
      return new Entry(file, id(file), LessonReader.read(file, found.text().get()), null);
    } catch (BadLesson bad) {
      return new Entry(file, id(file), null, bad);
    }
  }

  private static String id(String file) {
    return LessonReader.isLesson(file) ? file.substring(3, file.length() - ".md".length()) : file;
  }

  /**
   * The lesson of that name; empty where there is none.
   *
   * @throws BadLesson where it cannot be read
   */
  public Optional<Lesson> lesson(String id) {
    Optional<Entry> entry = all().stream().filter(one -> one.id().equals(id)).findFirst();
    if (entry.isPresent() && entry.get().bad() != null) {
      throw entry.get().bad();
    }
    return entry.map(Entry::lesson);
  }

  /** The lessons that can be read, in order. */
  public List<Lesson> readable() {
    List<Lesson> lessons = new ArrayList<>();
    for (Entry entry : all()) {
      if (entry.lesson() != null) {
        lessons.add(entry.lesson());
      }
    }
    return lessons;
  }
}
