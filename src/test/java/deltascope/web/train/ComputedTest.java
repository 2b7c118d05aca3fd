package deltascope.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ComputedTest {
  private final Computed<String, Integer> values = new Computed<>(Caffeine.newBuilder().build());
  private final AtomicInteger times = new AtomicInteger();

  @Test
  void aValueIsComputedOnceForAllWhoAskForIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<CompletableFuture<Integer>> asked = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      asked.add(
          CompletableFuture.supplyAsync(
              () ->
                  values.get(
                      "a",
                      () -> {
                        begun.countDown();
                        waitFor(goOn);
                        return times.incrementAndGet();
                      }),
              task -> new Thread(task).start()));
    }
    begun.await();
    assertEquals(7, values.get("b", () -> 7), "another value does not wait");
    goOn.countDown();
    for (CompletableFuture<Integer> one : asked) {
      assertEquals(1, one.join());
    }
    assertEquals(1, values.get("a", times::incrementAndGet));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void aFailureIsToldAsItIsAndNotKept() {
    IllegalStateException broken = new IllegalStateException("the disk is gone");
    assertSame(
        broken,
        assertThrows(
            IllegalStateException.class,
            () ->
                values.get(
                    "a",
                    () -> {
                      throw broken;
                    })));
    assertEquals(1, values.get("a", times::incrementAndGet));
  }
}
