package deltascope.web.page;

import deltascope.lessons.Lesson;
import deltascope.lessons.Lessons;
import deltascope.lessons.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * All lessons.
 *
 * @param broken files that cannot be read, and why
 */
public record LessonsPage(Shell shell, List<Entry> lessons, List<String> broken) {
  /**
   * A lesson.
   *
   * @param tasks names of what there is to be done, as answers are kept
   */
  public record Entry(
      String id,
      int number,
      String title,
      int minutes,
      String needs,
      String goal,
      String href,
      String tasks) {}

  /** The overview. */
  public static LessonsPage of(Shell shell, List<Lessons.Entry> all) {
    List<Entry> lessons = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Lessons.Entry each : all) {
      Lesson lesson = each.lesson();
      if (lesson != null) {
        lessons.add(entry(lesson, shell.here()));
      } else if (each.bad() != null) {
        broken.add(String.valueOf(each.bad().getMessage()));
      }
    }
    return new LessonsPage(shell, lessons, broken);
  }

  private static Entry entry(Lesson lesson, Address here) {
    return new Entry(
        lesson.id(),
        lesson.number(),
        lesson.title(),
        lesson.minutes(),
        lesson.needs(),
        lesson.goal(),
        here.wishes().at("/lesson/" + lesson.id()),
        tasks(lesson));
  }

  /** Names of a lesson's tasks: what counts as done in it, here and on its own page. */
  static String tasks(Lesson lesson) {
    return String.join(" ", lesson.tasks().stream().map(Part.Task::id).toList());
  }

  /** Minutes of all lessons together. */
  public int minutes() {
    return lessons.stream().mapToInt(Entry::minutes).sum();
  }
}
