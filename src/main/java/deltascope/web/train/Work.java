package deltascope.web.train;

import deltascope.algebra.Memory;
import deltascope.checks.Landmark;
import deltascope.checks.Landmarks;
import deltascope.data.Digits;
import deltascope.math.Refused;
import deltascope.math.ShapeMismatch;
import deltascope.network.Moment;
import deltascope.network.Trainer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the thread of a run does. */
record Work(Run training, Kept kept, LongConsumer giveWay, LongSupplier clock) implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  @Override
  public void run() {
    Order order = training.order();
    try {
      training.enter(Thread.currentThread());
      Digits test = order.dataset().test();
      Landmarks landmarks = new Landmarks(order.scenario().setup(), test);
      order.trainer().watch(order.epochs(), test, new Watching(landmarks));
      training.over(State.DONE, null);
    } catch (CancellationException stopped) {
      training.over(State.CANCELLED, null);
    } catch (RuntimeException | Error failed) {
      // Clients are told that the log explains what they could not have caused.
      if (!(failed instanceof ShapeMismatch || failed instanceof Refused)) {
        LOG.error("a training failed: {}", order.described(), failed);
      }
      training.over(State.FAILED, failed);
    } finally {
      training.rest();
    }
  }

  private final class Watching implements Trainer.Watcher {
    private final Landmarks landmarks;
    private long since = clock.getAsLong();

    Watching(Landmarks landmarks) {
      this.landmarks = landmarks;
    }

    @Override
    public void glimpsed(Moment moment) {
      training.tell(transcript -> transcript.glimpse(moment));
      List<Landmark> all = landmarks.all();
      training.tell(transcript -> transcript.tell(all));
    }

    @Override
    public void trained(long samples) {
      giveWay.accept(clock.getAsLong() - since);
      training.met(samples);
      // Not the pause before it, in which it may have waited.
      since = clock.getAsLong();
    }

    @Override
    public void saw(Moment moment, Memory state) {
      // Kept before it is told, so that who opens a moment that was told has it at once.
      kept.keep(training.order(), moment.at(), state);
      training.tell(moment, landmarks.met(moment.test()));
    }
  }
}
