package deltascope;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does while a thread works: the work is interrupted, and the program ends when the
 * thread has said its last, or after a while.
 */
final class Interrupt implements AutoCloseable {
  private final Thread working;
  private final Duration patience;
  private final CountDownLatch saidAll = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");

  private Interrupt(Thread working, Duration patience) {
    this.working = working;
    this.patience = patience;
  }

  /** From now on, until it is closed. */
  static Interrupt of(Thread working, Duration patience) {
    Interrupt interrupt = new Interrupt(working, patience);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /**
   * Interrupts the work and waits for its last word: not for the end of its thread, which may
   * itself wait for the program to end.
   */
  void stop() {
    working.interrupt();
    try {
      var unused = saidAll.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last word has been said. */
  @Override
  public void close() {
    saidAll.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endsAlready) {
      return;
    }
  }
}
