package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.lessons.Lesson;
import deltascope.lessons.Look;
import deltascope.lessons.Numbers;
import deltascope.lessons.Value;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Computes the numbers of the lesson that is likely to be read next, while nobody waits for them:
 * some networks have to be trained for it.
 */
final class Ahead {
  private static final int REMEMBERED = 64;

  private final Numbers numbers;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Cache<Lesson, Boolean> done =
      Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).build();

  Ahead(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Begins with it, unless that was done lately or another is at work. */
  void compute(Lesson lesson) {
    if (done.getIfPresent(lesson) != null || !busy.compareAndSet(false, true)) {
      return;
    }
    done.put(lesson, true);
    later(
        "compute ahead",
        () -> {
          try {
            Look look = lesson.look(numbers);
            for (Value value : lesson.values()) {
              var unused = value.amount(look);
            }
          } catch (RuntimeException saidToWhoeverAsks) {
            done.invalidate(lesson);
          } finally {
            busy.set(false);
          }
        });
  }

  /** Does work that nobody waits for. */
  static void later(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
