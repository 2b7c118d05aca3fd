package deltascope.web.limits;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Who waits for a page goes before work that takes long: the work is cut into pieces, and after
 * each it gives way as long as somebody is there. It does not stand still for ever: of the time
 * that passes it has at least a sixteenth. Safe for any number of threads.
 */
public final class Courtesy {
  /** How much longer than it has worked it waits at most. */
  private static final int TIMES = 15;

  /** How soon it sees that nobody is there any more, in nanoseconds. */
  private static final long NAP = 200_000;

  private final AtomicInteger guests = new AtomicInteger();

  /** Somebody is to be served. */
  public void come() {
    guests.incrementAndGet();
  }

  /** And has been. */
  public void leave() {
    guests.decrementAndGet();
  }

  /**
   * Returns when nobody is to be served, or it has lasted long enough, or the thread is
   * interrupted.
   *
   * @param worked for how many nanoseconds the caller has been at work since the last time
   */
  public void giveWay(long worked) {
    long until = System.nanoTime() + TIMES * worked;
    while (guests.get() > 0
        && System.nanoTime() - until < 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, NAP);
    }
  }
}
