package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.lessons.Lesson;
import deltascope.lessons.Look;
import deltascope.lessons.Numbers;
import deltascope.lessons.Value;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/**
 * Computes the numbers of the lesson that is likely to be read next, for some of which networks
 * have to be trained. After each it gives way to whoever is to be served; none is held up once it
 * is begun, for a reader may wait for that very number.
 */
final class Ahead {
  private static final int REMEMBERED = 64;

  private final Numbers numbers;
  private final LongConsumer giveWay;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Cache<Lesson, Boolean> done =
      Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).build();

  /**
   * Nothing done yet.
   *
   * @param giveWay called after every number, with the nanoseconds that it took
   */
  Ahead(Numbers numbers, LongConsumer giveWay) {
    this.numbers = numbers;
    this.giveWay = giveWay;
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
              long begun = System.nanoTime();
              var unused = value.amount(look);
              giveWay.accept(System.nanoTime() - begun);
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
