package deltascope.web.page;

import deltascope.lessons.Lesson;
import deltascope.lessons.Look;
import deltascope.lessons.Part;
import deltascope.lessons.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills a lesson's page. */
public final class LessonPresenter {
  private final Shell shell;
  private final Address here;
  private final List<Lesson> all;
  private final Lesson lesson;
  private final deltascope.lessons.Numbers numbers;

  /**
   * @param here the page's address, with what is tried in it
   * @param all every lesson that can be read, this one among them
   */
  public LessonPresenter(
      Shell shell,
      Address here,
      List<Lesson> all,
      Lesson lesson,
      deltascope.lessons.Numbers numbers) {
    this.shell = shell;
    this.here = here;
    this.all = all;
    this.lesson = lesson;
    this.numbers = numbers;
  }

  /** As a learner sees it. */
  public LessonPage page() {
    return page(false);
  }

  /** With every answer, for who teaches. */
  public LessonPage key() {
    return page(true);
  }

  private LessonPage page(boolean key) {
    Look look = lesson.look(numbers);
    List<LessonBit> again = new ArrayList<>();
    List<LessonBit> bits = new ArrayList<>();
    if (!key) {
      Lesson before = beside(-1);
      if (before != null) {
        before.again().forEach(question -> again.add(asked(before, question)));
      }
    }
    for (Part part : lesson.parts()) {
      if (part instanceof Part.Again asked) {
        if (!key) {
          repeated(asked).ifPresent(bits::add);
        }
      } else if (!key) {
        bits.add(new LessonBits(lesson, look, here, "", false).bit(part));
      } else if (part instanceof Part.Task) {
        bits.add(solved(part, look));
      }
    }
    return new LessonPage(
        shell,
        lesson.id(),
        lesson.number(),
        lesson.title(),
        lesson.minutes(),
        lesson.needs(),
        lesson.goal(),
        missing(look),
        again,
        bits,
        LessonsPage.tasks(lesson),
        link(beside(-1)),
        link(beside(1)));
  }

  private LessonBit solved(Part part, Look look) {
    boolean whole = LessonParts.absent(part, look) == null;
    return part instanceof Part.TryIt tryIt && whole
        ? new LessonKnobs(look, here, "").solved(tryIt)
        : new LessonBits(lesson, look, here, "", true).bit(part);
  }

  private LessonBit asked(Lesson before, Part question) {
    String prefix = "again-" + before.id() + "-";
    return new LessonBits(before, before.look(numbers), here, prefix, false).bit(question);
  }

  private Optional<LessonBit> repeated(Part.Again again) {
    for (Lesson other : all) {
      for (Part.Task task : other.tasks()) {
        if (other.id().equals(again.lesson()) && task.id().equals(again.question())) {
          return Optional.of(asked(other, task));
        }
      }
    }
    return Optional.empty();
  }

  private String missing(Look look) {
    for (Value value : lesson.values()) {
      if (value.amount(look).missing()) {
        return shell.words().of("lesson.missing.numbers");
      }
    }
    return "";
  }

  private @Nullable Lesson beside(int by) {
    int at = all.indexOf(lesson) + by;
    return at >= 0 && at < all.size() ? all.get(at) : null;
  }

  private LessonPage.Link link(@Nullable Lesson other) {
    return other == null
        ? LessonPage.Link.NOWHERE
        : new LessonPage.Link(other.title(), here.wishes().at("/lesson/" + other.id()));
  }
}
