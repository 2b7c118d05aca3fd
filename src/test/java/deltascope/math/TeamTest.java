package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is split is done once each, by however many, and a failure is not lost. */
class TeamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyIndexIsDoneExactlyOnce(int size) {
    Team team = new Team(size);
    for (int n = 1; n <= 300; n++) {
      AtomicIntegerArray done = new AtomicIntegerArray(n);
      team.run(
          n,
          7,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              done.incrementAndGet(i);
            }
          });
      for (int i = 0; i < n; i++) {
        assertEquals(1, done.get(i), "index " + i + " of " + n);
      }
    }
  }

  @Test
  void whatWasWrittenIsSeenByTheCaller() {
    Team team = new Team(3);
    for (int round = 1; round <= 2_000; round++) {
      double[] values = new double[64];
      int value = round;
      team.run(64, 4, (from, to) -> Arrays.fill(values, from, to, value));
      double[] expected = new double[64];
      Arrays.fill(expected, round);
      assertArrayEquals(expected, values);
    }
  }

  @Test
  void aFailureInAnyPieceReachesTheCaller() {
    Team team = new Team(2);
    for (int bad = 0; bad < 10; bad++) {
      int piece = bad;
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  team.run(
                      10,
                      1,
                      (from, to) -> {
                        if (from == piece) {
                          throw new IllegalStateException("piece " + from);
                        }
                      }));
      assertEquals("piece " + bad, thrown.getMessage());
    }
    int[] sum = {0};
    team.run(1, 5, (from, to) -> sum[0] += to);
    assertEquals(1, sum[0]);
  }

  @Test
  void eachThreadBeginsWithItsOwnShare() {
    Team team = new Team(2);
    Thread caller = Thread.currentThread();
    List<Thread> before = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      Thread[] by = new Thread[2];
      CountDownLatch both = new CountDownLatch(2);
      team.run(
          2,
          1,
          (from, to) -> {
            by[from] = Thread.currentThread();
            both.countDown();
            awaitQuietly(both);
          });
      assertEquals(caller, by[0]);
      before.add(by[1]);
    }
    assertEquals(1, Set.copyOf(before).size());
  }

  @Test
  void aThreadThatIsThroughWithItsShareHelpsWithTheOthers() {
    Team team = new Team(2);
    CountDownLatch others = new CountDownLatch(5);
    team.run(
        6,
        1,
        (from, to) -> {
          if (from == 0) {
            awaitQuietly(others);
          } else {
            others.countDown();
          }
        });
    assertEquals(0, others.getCount());
  }

  @Test
  void aSecondCallerDoesItsWorkAlone() throws InterruptedException {
    Team team = new Team(2);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                team.run(
                    2,
                    1,
                    (from, to) -> {
                      begun.countDown();
                      awaitQuietly(goOn);
                    }));
    first.start();
    begun.await();
    int[] pieces = {0};
    team.run(100, 1, (from, to) -> pieces[0]++);
    assertEquals(1, pieces[0]);
    goOn.countDown();
    first.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
