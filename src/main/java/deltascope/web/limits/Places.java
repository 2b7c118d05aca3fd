package deltascope.web.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Places for work that costs much, and a bounded queue before them, first come first served. Safe
 * for any number of threads.
 */
public final class Places {
  private final Semaphore free;
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;
  private final Duration patience;
  private final String sentence;

  /**
   * All places free.
   *
   * @param places who may work at a time
   * @param waiting who may wait
   * @param patience how long they wait at most
   * @param sentence what is said to those for whom there is no room
   */
  public Places(int places, int waiting, Duration patience, String sentence) {
    this.free = new Semaphore(places, true);
    this.most = places + waiting;
    this.patience = patience;
    this.sentence = sentence;
  }

  /**
   * Works in a place, as soon as there is one.
   *
   * @throws Busy where too many wait, or the wait is too long
   */
  public <T> T in(Supplier<T> work) {
    enter(Duration.ZERO);
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /**
   * Takes a place, as soon as there is one; to be followed by {@link #leave}.
   *
   * @param waited how long there has been waiting already, elsewhere
   * @throws Busy where too many wait, or the wait is too long
   */
  public void enter(Duration waited) {
    if (inside.incrementAndGet() > most || !taken(patience.minus(waited))) {
      inside.decrementAndGet();
      throw new Busy(sentence);
    }
  }

  private boolean taken(Duration left) {
    try {
      return free.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives the place back. */
  public void leave() {
    free.release();
    inside.decrementAndGet();
  }
}
