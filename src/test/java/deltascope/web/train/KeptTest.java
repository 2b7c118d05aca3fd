package deltascope.web.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trainer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeptTest {
  private static final Dataset MADE = new Library(Path.of("no", "such", "folder")).get("made");
  private static final String PROGRAM = "net=16-7-10&batch=20&limit=500&bugs=shared-buffer";

  private static Scenario at(String point) {
    return ScenarioReader.stepping("made", Catalogue::variation).read(PROGRAM + point);
  }

  private static void assertSameBits(Memory expected, Memory actual) {
    for (Quantity quantity : new Quantity[] {Quantity.W, Quantity.B, Quantity.SUM_W}) {
      assertArrayEquals(
          expected.get(quantity.of(1)).rowMajor(), actual.get(quantity.of(1)).rowMajor());
    }
  }

  @Test
  void theMomentsOfATrainingAreThereAtOnce() {
    Kept kept = new Kept(1_000_000);
    Map<Point, Memory> states = new HashMap<>();
    Order order = new Order(at("&epochs=2"), MADE);
    order
        .trainer()
        .watch(
            2,
            MADE.test(),
            (moment, state) -> {
              kept.keep(order, moment.at(), state);
              states.put(moment.at(), state);
            });
    states.remove(Point.START);
    for (String walk : new String[] {"&split=test", "&split=test&learn=no&sample=7"}) {
      states.forEach(
          (point, state) ->
              assertSame(
                  state,
                  kept.start(
                      at(walk + "&epochs=" + point.epochs() + "&batches=" + point.batches()),
                      MADE)));
    }
  }

  @Test
  void fromTheLastKeptBeforeItTrainingGoesOnToTheSameBits() {
    Kept kept = new Kept(1_000_000);
    for (String point :
        new String[] {"&batches=9", "&epochs=1&batches=4", "&epochs=1&batches=25", "&epochs=2"}) {
      assertSameBits(Trainer.trained(at(point), MADE), kept.start(at(point), MADE));
    }
    Memory later = kept.start(at("&epochs=2&batches=3"), MADE);
    assertSameBits(Trainer.trained(at("&epochs=2&batches=3"), MADE), later);
    assertSame(later, kept.start(at("&epochs=2&batches=3"), MADE));
    assertSame(
        kept.start(at("&epochs=2"), MADE),
        kept.start(at("&epochs=1&batches=25"), MADE),
        "all batches of an epoch are the epoch");
  }

  @Test
  void aTrainingMayKeepAStateWhileSomebodyHasItComputed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch kept = new CountDownLatch(1);
    Digits digits = MADE.train();
    Dataset slow =
        new Dataset("made", "made", () -> new Waiting(digits, asked, kept), () -> digits);
    Kept states = new Kept(1_000_000);
    Order order = new Order(at("&batches=9"), slow);
    Memory state = Trainer.trained(at("&batches=9"), MADE);
    CompletableFuture<Memory> request =
        CompletableFuture.supplyAsync(() -> states.start(at("&batches=9"), slow));
    assertTrue(asked.await(1, TimeUnit.MINUTES));
    CompletableFuture<Void> keeping =
        CompletableFuture.runAsync(() -> states.keep(order, new Point(0, 9), state));
    keeping.get(20, TimeUnit.SECONDS);
    kept.countDown();
    assertSameBits(state, request.get(1, TimeUnit.MINUTES));
  }

  /** Digits that are not there before something else has been done. */
  private static final class Waiting extends Digits {
    private final Digits digits;
    private final CountDownLatch asked;
    private final CountDownLatch there;

    Waiting(Digits digits, CountDownLatch asked, CountDownLatch there) {
      this.digits = digits;
      this.asked = asked;
      this.there = there;
    }

    @Override
    public int size() {
      return digits.size();
    }

    @Override
    protected int labelAt(int i) {
      return digits.label(i);
    }

    @Override
    protected byte[] storeOf(int i) {
      asked.countDown();
      try {
        assertTrue(there.await(1, TimeUnit.MINUTES));
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
      return digits.pixels(i);
    }

    @Override
    protected int offsetOf(int i) {
      return 0;
    }
  }

  @Test
  void whatDoesNotFitIsComputedAgain() {
    Kept none = new Kept(0);
    assertSameBits(Trainer.trained(at("&batches=9"), MADE), none.start(at("&batches=9"), MADE));
    assertSameBits(none.start(at("&batches=9"), MADE), none.start(at("&batches=9"), MADE));
  }

  @Test
  void batchesThatAnEpochDoesNotHaveAreRefused() {
    assertEquals(
        "batches is 26, expected 0…25, as an epoch of 500 samples has 25 batches of 20",
        assertThrows(Refused.class, () -> new Kept(0).start(at("&batches=26"), MADE)).getMessage());
  }
}
