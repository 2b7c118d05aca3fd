package deltascope.web.train;

import deltascope.math.ShapeMismatch;
import deltascope.network.Moment;
import deltascope.web.limits.Busy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One training, from being wanted to its end. Who begins to listen is told all that was told
 * before, and then what comes. Safe for any number of threads: whatever changes is guarded by its
 * {@link Trainings}.
 */
public final class Run {
  private final Trainings trainings;
  private final Order order;
  private final String client;
  private final Headway headway;
  private final Transcript transcript = new Transcript();
  private State state = State.QUEUED;

  // A place is held from being given one until the thread has noticed that it has to stop.
  private boolean hasPlace;
  private boolean started;
  private @Nullable Thread thread;

  private @Nullable Throwable failure;
  private int comings;
  private volatile boolean goesOn = true;

  Run(Trainings trainings, Order order, String client, LongSupplier clock) {
    this.trainings = trainings;
    this.order = order;
    this.client = client;
    this.headway = new Headway(clock, (long) order.limit() * order.epochs());
    transcript.tell(new Event("begin", order.beginning()));
  }

  public Order order() {
    return order;
  }

  /** Whose turn it counts as. */
  String client() {
    return client;
  }

  public State state() {
    synchronized (trainings) {
      return state;
    }
  }

  /** What went wrong, where it failed. */
  public Throwable failure() {
    synchronized (trainings) {
      return Objects.requireNonNull(failure, "it has not failed");
    }
  }

  /** All that is known of it so far. */
  public Report report() {
    synchronized (trainings) {
      return transcript.report(order, state, headway.seconds());
    }
  }

  // Listening.

  /**
   * Begins to listen; what is given back ends it.
   *
   * @param who the client that listens, or one page of it as {@code client/page}
   */
  public Runnable listen(String who, Listener listener) {
    synchronized (trainings) {
      Transcript.Listening one = new Transcript.Listening(who, listener);
      transcript.add(one);
      if (state.over()) {
        transcript.close();
        return () -> {};
      }
      listener.heard(Event.of(state, trainings.waiting()));
      listener.heard(headway.event());
      comings++;
      return () -> leave(one);
    }
  }

  private void leave(Transcript.Listening one) {
    synchronized (trainings) {
      if (transcript.remove(one) && transcript.isUnheard()) {
        trainings.giveUpUnlessHeard(this);
      }
    }
  }

  /** How often somebody has come to listen. */
  int comings() {
    return comings;
  }

  /** Gives it up if nobody listens, nor has come since. */
  void giveUpIf(int sameComings) {
    if (transcript.isUnheard() && comings == sameComings && !state.over()) {
      cancel(false);
    }
  }

  // What clients may do.

  /**
   * Whether somebody may decide over it: nobody else listens.
   *
   * @param who a client with all its pages, or one of them
   */
  public boolean belongsTo(String who) {
    synchronized (trainings) {
      return !transcript.isHeardBeside(who);
    }
  }

  /**
   * Stops it until it is resumed; its place goes to another.
   *
   * @throws Busy where too many are paused
   */
  public void pause() {
    synchronized (trainings) {
      if (state == State.QUEUED || state == State.RUNNING) {
        trainings.mayPause(this);
        if (state == State.QUEUED) {
          trainings.waitNoMore(this);
        }
        goesOn = false;
        become(State.PAUSED);
      }
    }
  }

  /** Lets it go on as soon as there is a place. */
  public void resume() {
    synchronized (trainings) {
      if (state == State.PAUSED && hasPlace) {
        goesOn = true;
        become(State.RUNNING);
      } else if (state == State.PAUSED) {
        become(State.QUEUED);
        trainings.queue(this);
      }
    }
  }

  /** Ends it where it is; it is remembered as cancelled. */
  public void cancel() {
    synchronized (trainings) {
      cancel(true);
    }
  }

  private void cancel(boolean remembered) {
    if (!state.over()) {
      trainings.waitNoMore(this);
      goesOn = false;
      end(State.CANCELLED, remembered);
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  // The work.

  /** It has a place now; whether its thread has to be started. */
  boolean mayGo() {
    hasPlace = true;
    goesOn = true;
    become(State.RUNNING);
    trainings.notifyAll();
    boolean first = !started;
    started = true;
    return first;
  }

  /** Its thread begins. */
  void enter(Thread itsOwn) {
    synchronized (trainings) {
      thread = itsOwn;
      headway.start();
      stopIfOver();
    }
  }

  /** Tells what is known before the first moment. */
  void tell(Consumer<Transcript> known) {
    synchronized (trainings) {
      known.accept(transcript);
    }
  }

  /** So many samples have been met; waits as long as it is paused. */
  void met(long samples) {
    if (!goesOn) {
      waitToGoOn();
    }
    synchronized (trainings) {
      if (headway.met(samples)) {
        transcript.mention(headway.event());
      }
    }
  }

  void tell(Moment moment, List<Integer> landmarks) {
    synchronized (trainings) {
      stopIfOver();
      if (moment.samples() == 0) {
        headway.prepared();
      }
      transcript.tell(moment, headway.seconds(), landmarks);
    }
  }

  private void waitToGoOn() {
    synchronized (trainings) {
      stopIfOver();
      if (goesOn) {
        return;
      }
      headway.stop();
      giveBack();
      try {
        while (!goesOn) {
          stopIfOver();
          trainings.wait();
        }
      } catch (InterruptedException cancelled) {
        throw new CancellationException("cancelled in a pause");
      }
      headway.start();
    }
  }

  private void stopIfOver() {
    if (state.over()) {
      throw new CancellationException("cancelled");
    }
  }

  /** Its thread has come to an end. */
  void over(State end, @Nullable Throwable failed) {
    synchronized (trainings) {
      if (!state.over()) {
        failure = failed;
        // What will fail in the same way again is remembered; other accidents may be tried again.
        end(end, end == State.DONE || failed instanceof ShapeMismatch);
      }
    }
  }

  /** Its thread ends. */
  void rest() {
    synchronized (trainings) {
      thread = null;
      // The thread's next task is not to be stopped by what stopped this one.
      Thread.interrupted();
      giveBack();
    }
  }

  private void giveBack() {
    if (hasPlace) {
      hasPlace = false;
      trainings.placeIsFree(this);
    }
  }

  // What is told.

  private void become(State next) {
    state = next;
    transcript.mention(Event.of(state, trainings.waiting()));
  }

  private void end(State last, boolean remembered) {
    state = last;
    headway.stop();
    transcript.tell(Event.last(last, headway.seconds(), failure));
    transcript.close();
    trainings.over(this, remembered);
  }

  /** Its place in the queue may have changed. */
  void tellState() {
    transcript.mention(Event.of(state, trainings.waiting()));
  }
}
