package deltascope.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.math.ShapeMismatch;
import deltascope.network.ScenarioReader;
import deltascope.web.limits.Busy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trainings that are shared, wait in turn, pause, and are given up. */
class TrainingsTest {
  private static final Library LIBRARY = new Library(Path.of("no", "such", "folder"));
  private static final Duration GRACE = Duration.ofSeconds(7);

  /** Ends within a moment, or not before it is stopped. */
  private static final String SHORT = "net=16-10&limit=300&epochs=1&seed=";

  private static final String ENDLESS = "net=49-30-10&epochs=100&seed=";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Runnable> afterGrace = new ArrayList<>();
  private final List<Long> pieces = Collections.synchronizedList(new ArrayList<>());
  private final Trainings trainings = trainings(new Limits(1, 3, 2, 1, 2, GRACE));

  private Trainings trainings(Limits limits) {
    return new Trainings(
        limits,
        new Kept(1_000_000),
        pieces::add,
        threads,
        (work, delay) -> {
          assertEquals(GRACE, delay);
          synchronized (afterGrace) {
            afterGrace.add(work);
          }
        },
        System::nanoTime);
  }

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertTrue(
        threads.awaitTermination(1, TimeUnit.MINUTES), "every training lets itself be stopped");
  }

  private void theGraceIsOver() {
    List<Runnable> work;
    synchronized (afterGrace) {
      work = List.copyOf(afterGrace);
      afterGrace.clear();
    }
    work.forEach(Runnable::run);
  }

  private static Order order(String query) {
    return Order.of(ScenarioReader.training("made", Catalogue::variation).read(query), LIBRARY);
  }

  /** Somebody who listens, and reads what there is at leisure. */
  private static final class Ear implements Listener {
    final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    final List<String> names = new ArrayList<>();

    @Override
    public void heard(Event event) {
      heard.add(event);
    }

    /** The next event of that name; others before it are passed over. */
    Event next(String name) {
      try {
        for (Event event = poll(); event != null; event = poll()) {
          names.add(event.name());
          if (event.name().equals(name)) {
            return event;
          }
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      throw new AssertionError("no " + name + " after " + names);
    }

    private Event poll() throws InterruptedException {
      return heard.poll(1, TimeUnit.MINUTES);
    }

    void nextState(State state) {
      for (Event event = next("state"); ; event = next("state")) {
        if (event.data() instanceof Map<?, ?> data && data.get("state").equals(state.id())) {
          return;
        }
      }
    }
  }

  private static Ear listen(Run run) {
    Ear ear = new Ear();
    Runnable leave = run.listen("somebody", ear);
    assertNotNull(leave);
    return ear;
  }

  @Test
  void whatTrainsTheSameIsOneTraining() {
    Run run = trainings.of(order(SHORT + 1), "a");
    assertSame(run, trainings.of(order(SHORT + 1 + "&split=test&sample=7"), "b"));
    assertSame(run, trainings.find(order(SHORT + 1)));
    assertNull(trainings.find(order(SHORT + 2)));
    assertNotSame(run, trainings.of(order(SHORT + 2), "b"));
    Order all = order("net=16-10&limit=60000");
    assertEquals(all.key(), order("net=16-10").key(), "a limit that leaves nothing out is none");
    assertThrows(Refused.class, () -> order("net=16-10&batches=3"));
  }

  @Test
  void aFirstImpressionComesBeforeAllThatTakesLongerAndGivesWayToTheMoment() {
    Run run;
    Ear early;
    synchronized (trainings) {
      run = trainings.of(order(SHORT + 3), "a");
      early = listen(run);
    }
    MomentRow glimpse = (MomentRow) early.next("glimpse").data();
    assertFalse(early.names.contains("landmarks"), "not even these");
    MomentRow first = (MomentRow) early.next("moment").data();
    assertEquals(0, glimpse.samples());
    assertEquals(List.of(), glimpse.landmarks());
    assertEquals(Math.min(1_500, first.measured()), glimpse.measured());
    early.next("done");
    assertEquals(first, run.report().moments().get(0), "it is no moment of the report");
    Ear late = listen(trainings.of(order(SHORT + 3), "b"));
    late.next("done");
    assertFalse(late.names.contains("glimpse"));
  }

  @Test
  void itIsToldInOrderAndWhoComesLateIsToldAllOfIt() {
    Run run = trainings.of(order(SHORT + 1), "a");
    Ear early = listen(run);
    early.next("done");
    List<String> told = new ArrayList<>(early.names);
    told.removeAll(List.of("state", "progress"));
    assertEquals("begin", told.get(0));
    told.remove("glimpse");
    assertEquals("landmarks", told.get(1));
    assertEquals(List.of("moment", "epoch", "moment"), told.subList(2, 5));
    assertEquals(List.of("moment", "epoch", "done"), told.subList(told.size() - 3, told.size()));
    Ear late = listen(trainings.of(order(SHORT + 1), "b"));
    late.next("done");
    assertEquals(told, late.names);
    assertTrue(late.heard.isEmpty(), "nothing comes after the end");
    assertEquals(State.DONE, run.state());
    assertEquals(2, run.report().epochs().size());
    assertEquals(told.stream().filter("moment"::equals).count(), run.report().moments().size());
  }

  @Test
  void whatNobodyListensToIsGivenUpAfterTheGraceAndForgotten() {
    Run run = trainings.of(order(ENDLESS + 1), "a");
    Ear ear = new Ear();
    Runnable leave = run.listen("a", ear);
    ear.next("moment");
    theGraceIsOver();
    assertEquals(State.RUNNING, run.state(), "somebody listens");
    leave.run();
    Runnable again = run.listen("a", new Ear());
    theGraceIsOver();
    assertEquals(State.RUNNING, run.state(), "a page that reloads finds it");
    again.run();
    theGraceIsOver();
    assertEquals(State.CANCELLED, run.state());
    assertNull(trainings.find(order(ENDLESS + 1)));
    Run next = trainings.of(order(SHORT + 1), "b");
    listen(next).next("done");
  }

  @Test
  void theGraceBeginsAnewWithEachWhoLeaves() {
    Run run = trainings.of(order(ENDLESS + 1), "a");
    run.listen("a", new Ear()).run();
    Runnable first = afterGrace.get(1);
    run.listen("a", new Ear()).run();
    first.run();
    assertFalse(run.state().over(), "somebody has been here since");
    theGraceIsOver();
    assertEquals(State.CANCELLED, run.state());
  }

  @Test
  void whatNobodyEverListensToIsGivenUpToo() {
    Run run = trainings.of(order(ENDLESS + 1), "a");
    theGraceIsOver();
    assertEquals(State.CANCELLED, run.state());
  }

  @Test
  void aPauseLetsTheNextOneTrainAndThenItGoesOn() {
    Run paused = trainings.of(order(ENDLESS + 1), "a");
    Ear ear = listen(paused);
    Run next = trainings.of(order(SHORT + 1), "a");
    Ear other = listen(next);
    other.nextState(State.QUEUED);
    ear.next("moment");
    paused.pause();
    ear.nextState(State.PAUSED);
    other.next("done");
    int moments = paused.report().moments().size();
    assertEquals(State.PAUSED, paused.state());
    paused.resume();
    ear.nextState(State.RUNNING);
    ear.next("moment");
    paused.cancel();
    ear.next("cancelled");
    assertTrue(paused.report().moments().size() > moments, "it goes on");
    assertEquals("begin", ear.names.get(0));
    assertEquals(1, ear.names.stream().filter("begin"::equals).count(), "it did not begin anew");
  }

  @Test
  void oneThatWaitsMayBePausedToo() {
    Run first = trainings.of(order(ENDLESS + 1), "a");
    Run waits = trainings.of(order(SHORT + 1), "a");
    listen(first);
    Ear ear = listen(waits);
    waits.pause();
    first.cancel();
    assertEquals(State.PAUSED, waits.state());
    waits.resume();
    ear.next("done");
  }

  @Test
  void aCancelledTrainingIsRememberedUntilItIsWantedAfresh() {
    Run run = trainings.of(order(ENDLESS + 1), "a");
    Ear ear = listen(run);
    ear.next("moment");
    run.cancel();
    ear.next("cancelled");
    assertSame(run, trainings.of(order(ENDLESS + 1), "a"));
    Run again = trainings.afresh(order(ENDLESS + 1), "a");
    assertNotSame(run, again);
    listen(again).next("moment");
    again.cancel();
  }

  @Test
  void nobodyDecidesOverWhatOthersWatch() {
    Run run = trainings.of(order(ENDLESS + 1), "a");
    assertTrue(run.belongsTo("a"));
    Runnable leave = run.listen("a", event -> {});
    assertTrue(run.belongsTo("a"));
    assertFalse(run.belongsTo("b"));
    leave.run();
    assertTrue(run.belongsTo("b"), "nobody listens");
  }

  @Test
  void thereIsRoomForSoManyAndNoMore() {
    trainings.of(order(ENDLESS + 1), "a");
    trainings.of(order(ENDLESS + 2), "a");
    trainings.of(order(ENDLESS + 3), "a");
    String own = assertThrows(Busy.class, () -> trainings.of(order(ENDLESS + 4), "a")).getMessage();
    assertEquals(
        "You have as many trainings waiting or paused as you may, 2; ask again later.", own);
    trainings.of(order(ENDLESS + 4), "b");
    String all = assertThrows(Busy.class, () -> trainings.of(order(ENDLESS + 5), "c")).getMessage();
    assertEquals("There are 3 trainings waiting; ask again when they have become fewer.", all);
    assertNotNull(trainings.of(order(ENDLESS + 2), "c"), "what is there may be joined");
  }

  @Test
  void onlySoManyArePaused() {
    Run one = trainings.of(order(ENDLESS + 1), "a");
    Run other = trainings.of(order(ENDLESS + 2), "a");
    other.pause();
    assertEquals(
        "As many trainings are paused as may be, 1; cancel one, or let it go on.",
        assertThrows(Busy.class, one::pause).getMessage());
  }

  @Test
  void whatIsPausedCountsAsWaitingForItsClient() {
    Trainings some = trainings(new Limits(1, 9, 2, 9, 2, GRACE));
    Run runs = some.of(order(ENDLESS + 1), "a");
    Run waits = some.of(order(ENDLESS + 2), "a");
    some.of(order(ENDLESS + 3), "a");
    waits.pause();
    assertThrows(Busy.class, runs::pause);
    assertThrows(Busy.class, () -> some.of(order(ENDLESS + 4), "a"));
    some.of(order(ENDLESS + 4), "b").pause();
    waits.cancel();
    runs.pause();
    assertEquals(State.PAUSED, runs.state());
  }

  @Test
  void onlyTheLastFewThatEndedAreRemembered() {
    for (int seed = 1; seed <= 3; seed++) {
      listen(trainings.of(order(SHORT + seed), "a")).next("done");
    }
    assertNull(trainings.find(order(SHORT + 1)));
    assertNotNull(trainings.find(order(SHORT + 2)));
    assertNotNull(trainings.find(order(SHORT + 3)));
  }

  @Test
  void anAccidentIsInTheLogAndWhatTheProgramItselfDoesIsNot() {
    PrintStream usual = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      Dataset made = LIBRARY.get("made");
      Dataset broken =
          new Dataset(
              "made",
              "made",
              made::train,
              () -> {
                throw new IllegalStateException("the disk is gone");
              });
      Order stops = order("net=784-16-16-10&limit=300&bugs=weights-not-transposed");
      listen(trainings.of(stops, "a")).next("failed");
      assertEquals("", log.toString(StandardCharsets.UTF_8));
      listen(trainings.of(new Order(order(SHORT + 1).scenario(), broken), "a")).next("failed");
      String said = log.toString(StandardCharsets.UTF_8);
      assertTrue(said.contains("the disk is gone"), said);
    } finally {
      System.setErr(usual);
    }
  }

  @Test
  void whatWaitsIsNotBegunWhenAllIsOver() {
    List<Runnable> begun = new ArrayList<>();
    Trainings closing =
        new Trainings(
            new Limits(1, 3, 2, 1, 2, GRACE),
            new Kept(0),
            worked -> {},
            begun::add,
            (work, delay) -> {},
            System::nanoTime);
    Run first = closing.of(order(ENDLESS + 1), "a");
    closing.of(order(ENDLESS + 2), "a");
    closing.close();
    first.cancel();
    begun.get(0).run();
    assertEquals(1, begun.size());
  }

  @Test
  void aTrainingCanBeMadeToWaitAfterEveryBatch() {
    listen(trainings.of(order(SHORT + 3 + "&batch=20"), "a")).next("done");
    assertEquals(300 / 20, pieces.size());
    assertTrue(pieces.stream().allMatch(nanoseconds -> nanoseconds > 0), pieces.toString());
  }

  /** Whoever is there is given way to in proportion to the work; a pause is none. */
  @Test
  void aPauseDoesNotCountAsWork() {
    AtomicLong clock = new AtomicLong();
    long anHour = Duration.ofHours(1).toNanos();
    Trainings timed =
        new Trainings(
            new Limits(1, 3, 2, 1, 2, GRACE),
            new Kept(0),
            pieces::add,
            threads,
            (work, delay) -> {},
            clock::get);
    Run run = timed.of(order(ENDLESS + 1), "a");
    Ear ear = listen(run);
    ear.next("moment");
    Ear other = listen(timed.of(order(SHORT + 1), "b"));
    run.pause();
    other.next("done");
    // The other had its place, so that it waits by now.
    ear.heard.clear();
    clock.addAndGet(anHour);
    int before = pieces.size();
    run.resume();
    ear.next("moment");
    run.cancel();
    assertTrue(pieces.size() > before);
    assertTrue(pieces.stream().allMatch(nanoseconds -> nanoseconds < anHour), pieces.toString());
  }

  @Test
  void aProgramThatStopsSaysWhyAndIsNotTriedAgain() {
    Order stops = order("net=784-16-16-10&limit=300&bugs=weights-not-transposed");
    Run run = trainings.of(stops, "a");
    Event last = listen(run).next("failed");
    assertInstanceOf(ShapeMismatch.class, last.data());
    assertSame(last.data(), run.failure());
    assertSame(run, trainings.afresh(stops, "a"));
    listen(trainings.of(order(SHORT + 1), "a")).next("done");
  }
}
