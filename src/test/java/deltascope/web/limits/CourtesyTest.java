package deltascope.web.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CourtesyTest {
  private static final long AN_HOUR = Duration.ofHours(1).toNanos();

  private final Courtesy courtesy = new Courtesy();

  @Test
  void whereNobodyIsNobodyIsWaitedFor() {
    courtesy.giveWay(AN_HOUR);
    courtesy.come();
    courtesy.leave();
    courtesy.giveWay(AN_HOUR);
  }

  @Test
  void workWaitsUntilTheLastHasLeft() throws InterruptedException {
    courtesy.come();
    courtesy.come();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean served = new AtomicBoolean();
    AtomicBoolean servedBefore = new AtomicBoolean();
    Thread work =
        new Thread(
            () -> {
              begun.countDown();
              courtesy.giveWay(AN_HOUR);
              servedBefore.set(served.get());
            });
    work.start();
    begun.await();
    courtesy.leave();
    served.set(true);
    courtesy.leave();
    work.join();
    assertTrue(servedBefore.get());
  }

  @Test
  void whoStaysForEverDoesNotStopTheWork() {
    courtesy.come();
    courtesy.giveWay(1);
  }

  @Test
  void whoIsInterruptedGoesOnAndIsToldSo() throws InterruptedException {
    courtesy.come();
    AtomicBoolean told = new AtomicBoolean();
    Thread work =
        new Thread(
            () -> {
              courtesy.giveWay(AN_HOUR);
              told.set(Thread.currentThread().isInterrupted());
            });
    work.start();
    work.interrupt();
    work.join();
    assertEquals(true, told.get());
  }
}
