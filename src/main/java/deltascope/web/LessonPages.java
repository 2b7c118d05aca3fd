package deltascope.web;

import deltascope.lessons.Lesson;
import deltascope.lessons.LessonFiles;
import deltascope.lessons.Lessons;
import deltascope.lessons.Part;
import deltascope.math.Refused;
import deltascope.network.ScenarioReader;
import deltascope.web.mystery.Fault;
import deltascope.web.mystery.Play;
import deltascope.web.mystery.SealedCase;
import deltascope.web.page.Address;
import deltascope.web.page.LessonKnobs;
import deltascope.web.page.LessonPresenter;
import deltascope.web.page.LessonsPage;
import deltascope.web.page.Shell;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /lessons} and {@code /lesson/…}: a course, its questions, and the key to them. */
final class LessonPages {
  private static final Logger LOG = LoggerFactory.getLogger(LessonPages.class);
  private static final Set<String> NAMES =
      Parameters.names(Parameters.names(Address.WISHES, "try"), ScenarioReader.NAMES);
  private static final Set<String> TASK_NAMES = Parameters.names(Address.WISHES, "task");
  private static final Set<String> TRY_NAMES = Parameters.names(NAMES, "task");

  private final Lessons lessons;
  private final LessonNumbers numbers;
  private final Mysteries mysteries;
  private final Pages pages;
  private final Ahead ahead;

  /**
   * Those that come with Deltascope, and those of a folder.
   *
   * @param giveWay called between pieces of work that nobody waits for, with their nanoseconds
   * @throws Refused (parameter {@code lessons}) where there is no such folder
   */
  LessonPages(
      Walks walks,
      Findings findings,
      Mysteries mysteries,
      @Nullable Path folder,
      LongConsumer giveWay,
      Pages pages) {
    this.lessons =
        folder == null
            ? Lessons.of(LessonFiles.own())
            : Lessons.of(LessonFiles.own(), LessonFiles.in(folder));
    this.numbers = new LessonNumbers(walks, findings);
    this.mysteries = mysteries;
    this.pages = pages;
    this.ahead = new Ahead(numbers, giveWay);
  }

  void addTo(RoutesConfig routes) {
    routes.get("/lessons", this::all);
    routes.get("/lesson/{id}", this::one);
    routes.get("/lesson/{id}/key", this::key);
    routes.get("/lesson/{id}/mystery", this::mystery);
    routes.get("/api/lesson/{id}/try", this::tried);
    Ahead.later("read lessons", this::sayWhatCannotBeRead);
  }

  private void sayWhatCannotBeRead() {
    for (Lessons.Entry entry : lessons.all()) {
      if (entry.bad() != null) {
        LOG.error("{}", entry.bad().getMessage());
      }
    }
  }

  private void all(Context ctx) {
    Address here = WalkPages.address(ctx, new Parameters(ctx, Address.WISHES));
    Words words = here.words();
    Shell shell =
        Shell.of(words, words.of("lessons.document"), "", here, "/lessons", here.at("/step"));
    List<Lessons.Entry> all = lessons.all();
    pages.render(ctx, "lessons.jte", LessonsPage.of(shell, all));
    lessons.readable().stream().findFirst().ifPresent(ahead::compute);
  }

  private void one(Context ctx) {
    Address here = WalkPages.address(ctx, new Parameters(ctx, NAMES));
    Lesson lesson = lesson(ctx);
    pages.render(ctx, "lesson.jte", presenter(here, lesson, "").page());
    List<Lesson> all = lessons.readable();
    int next = all.indexOf(lesson) + 1;
    if (next < all.size()) {
      ahead.compute(all.get(next));
    }
  }

  private void key(Context ctx) {
    Address here = WalkPages.address(ctx, new Parameters(ctx, Address.WISHES));
    pages.render(ctx, "lesson-key.jte", presenter(here, lesson(ctx), "/key").key());
  }

  private LessonPresenter presenter(Address here, Lesson lesson, String under) {
    Words words = here.words();
    String title =
        words.of(under.isEmpty() ? "lesson.document" : "lesson.key.document", lesson.title());
    Address wishes = here.wishes();
    String path = "/lesson/" + lesson.id() + under;
    Shell shell = Shell.of(words, title, "", wishes, path, wishes.at("/step"));
    return new LessonPresenter(shell, here, lessons.readable(), lesson, numbers);
  }

  private Lesson lesson(Context ctx) {
    return lessons.lesson(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
  }

  private static <T extends Part.Task> T task(Lesson lesson, Class<T> kind, Parameters asked) {
    String id = asked.text("task", "");
    List<T> all = lesson.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    return all.stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "task",
                    id,
                    "one of " + all.stream().map(Part.Task::id).collect(Collectors.joining(", "))));
  }

  /** Seals the case afresh, and leads to it. */
  private void mystery(Context ctx) {
    Parameters parameters = new Parameters(ctx, TASK_NAMES);
    Lesson lesson = lesson(ctx);
    Part.Mystery asked = task(lesson, Part.Mystery.class, parameters);
    SealedCase open = new SealedCase(asked.sealed().walking(), asked.level(), false, true);
    Play play = mysteries.open(mysteries.sealed(open));
    Address address =
        WalkPages.address(ctx, parameters)
            .wishes()
            .with("mystery", play.token())
            .with("lesson", lesson.id() + "/" + asked.id());
    int sample = play.truth().faults().stream().mapToInt(Fault::sample).findFirst().orElse(0);
    if (asked.level() == 1 && sample > 0) {
      address = address.with("sample", sample);
    }
    ctx.redirect(address.step(0), HttpStatus.SEE_OTHER);
  }

  /** The watched number with other values of what is varied. */
  private void tried(Context ctx) {
    Parameters parameters = new Parameters(ctx, TRY_NAMES);
    Lesson lesson = lesson(ctx);
    Part.TryIt asked = task(lesson, Part.TryIt.class, parameters);
    for (String name : ScenarioReader.NAMES) {
      List<String> values = asked.vary().get(name);
      String given = parameters.text(name, "");
      if (parameters.has(name) && (values == null || !values.contains(given))) {
        throw new Refused(
            name, given, values == null ? "nothing" : "one of " + String.join(", ", values));
      }
    }
    Address here = WalkPages.address(ctx, parameters).with("try", asked.id());
    var bit = new LessonKnobs(lesson.look(numbers), here, "").bit(asked);
    Json.write(ctx, new Tried(bit.now(), bit.done(), bit.walk()));
  }

  /**
   * What came of it.
   *
   * @param now the number as it is written
   * @param done whether that is what was wanted
   * @param walk where it is to be seen
   */
  record Tried(String now, boolean done, String walk) {}
}
