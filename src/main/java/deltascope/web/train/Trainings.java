package deltascope.web.train;

import deltascope.web.limits.Busy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All trainings there are: one of each, however many ask for it, a few running at a time and the
 * others waiting for a place, client by client. What has ended is remembered, within a bound. One
 * that nobody listens to is given up after a grace, and forgotten. Safe for any number of threads.
 */
public final class Trainings {
  private final Limits limits;
  private final Kept kept;
  private final LongConsumer giveWay;
  private final Executor threads;
  private final Later later;
  private final LongSupplier clock;

  // All that follows, and the state of every run, is guarded by this object.
  private final Turns<Run> turns;
  private final Map<Order.Key, Run> alive = new HashMap<>();
  private final Map<Order.Key, Run> ended;
  private boolean closed;

  /**
   * No training yet.
   *
   * @param giveWay called after every piece of a training, with the nanoseconds that it took; while
   *     it waits, so does the training
   * @param threads where trainings run, one thread each
   * @param later counts the grace
   * @param clock nanoseconds, as {@link System#nanoTime}
   */
  public Trainings(
      Limits limits,
      Kept kept,
      LongConsumer giveWay,
      Executor threads,
      Later later,
      LongSupplier clock) {
    this.limits = limits;
    this.kept = kept;
    this.giveWay = giveWay;
    this.threads = threads;
    this.later = later;
    this.clock = clock;
    this.turns = new Turns<>(limits.places());
    this.ended =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Order.Key, Run> eldest) {
            return size() > limits.finished();
          }
        };
  }

  /** Runs work after a while. */
  @FunctionalInterface
  public interface Later {
    void run(Runnable work, Duration delay);
  }

  /**
   * The training of that order: the one that runs or has ended, else a new one. A new one is given
   * up like any other unless somebody listens within the grace.
   *
   * @param client who asks, so that turns are fair
   * @throws Busy where too many wait
   */
  public synchronized Run of(Order order, String client) {
    Run known = find(order);
    return known == null ? begin(order, client) : known;
  }

  /**
   * Trains on the caller's thread, and alone.
   *
   * @param listener told what happens, on this thread
   */
  public static Run alone(Order order, Listener listener) {
    List<Runnable> work = new ArrayList<>();
    Limits limits = new Limits(1, 1, 1, 0, 1, Duration.ZERO);
    Trainings trainings =
        new Trainings(
            limits, new Kept(0), worked -> {}, work::add, (wait, delay) -> {}, System::nanoTime);
    Run run = trainings.of(order, "alone");
    var unused = run.listen("alone", listener);
    work.forEach(Runnable::run);
    return run;
  }

  /** The same, but a cancelled one begins anew. */
  public synchronized Run afresh(Order order, String client) {
    Run known = find(order);
    return known == null || known.state() == State.CANCELLED ? begin(order, client) : known;
  }

  /** The training of that order if there is one. */
  public synchronized @Nullable Run find(Order order) {
    Run running = alive.get(order.key());
    return running == null ? ended.get(order.key()) : running;
  }

  private Run begin(Order order, String client) {
    mayHold(client);
    if (alive.size() >= limits.places() + limits.waiting()) {
      throw new Busy(
          "There are %d trainings waiting; ask again when they have become fewer."
              .formatted(limits.waiting()));
    }
    Run run = new Run(this, order, client, clock);
    ended.remove(order.key());
    alive.put(order.key(), run);
    turns.add(client, run);
    giveUpUnlessHeard(run);
    next();
    return run;
  }

  /** From now on no training begins, nor goes on after a pause. */
  public synchronized void close() {
    closed = true;
  }

  /** Gives the places there are to those whose turn it is. */
  void next() {
    if (closed) {
      return;
    }
    boolean moved = false;
    for (Run run = turns.next(); run != null; run = turns.next()) {
      moved = true;
      if (run.mayGo()) {
        threads.execute(new Work(run, kept, giveWay, clock));
      }
    }
    if (moved) {
      turns.all().forEach(Run::tellState);
    }
  }

  /** One that wants a place, again. */
  void queue(Run run) {
    turns.add(run.client(), run);
    next();
  }

  /**
   * Whether one more may pause.
   *
   * @throws Busy where too many are paused
   */
  void mayPause(Run one) {
    if (one.state() == State.RUNNING) {
      mayHold(one.client());
    }
    long paused = alive.values().stream().filter(run -> run.state() == State.PAUSED).count();
    if (paused >= limits.paused()) {
      throw new Busy(
          "As many trainings are paused as may be, %d; cancel one, or let it go on."
              .formatted(limits.paused()));
    }
  }

  /** Whether one more of this client's may wait or be paused. */
  private void mayHold(String client) {
    long held =
        alive.values().stream()
            .filter(run -> run.client().equals(client) && run.state() != State.RUNNING)
            .count();
    if (held >= limits.waitingEach()) {
      throw new Busy(
          "You have as many trainings waiting or paused as you may, %d; ask again later."
              .formatted(held));
    }
  }

  void waitNoMore(Run run) {
    turns.remove(run.client(), run);
  }

  /** A place that a run had. */
  void placeIsFree(Run run) {
    turns.leave(run.client());
    next();
  }

  /** How many wait beside this one. */
  int waiting() {
    return turns.size();
  }

  /** A run has come to its end, and is remembered unless nobody wanted it. */
  void over(Run run, boolean remembered) {
    alive.remove(run.order().key(), run);
    if (remembered) {
      ended.put(run.order().key(), run);
    }
  }

  /** Looks after the grace whether anybody has come to listen. */
  void giveUpUnlessHeard(Run run) {
    int comings = run.comings();
    later.run(
        () -> {
          synchronized (this) {
            run.giveUpIf(comings);
          }
        },
        limits.grace());
  }
}
