package deltascope.web.train;

import deltascope.algebra.Memory;
import deltascope.checks.Landmarks;
import deltascope.data.Digits;
import deltascope.network.Moment;
import deltascope.network.Trainer;
import java.util.concurrent.CancellationException;

/** What the thread of a run does. */
record Work(Run training, Kept kept) implements Runnable {
  @Override
  public void run() {
    Order order = training.order();
    try {
      training.enter(Thread.currentThread());
      Digits test = order.dataset().test();
      Landmarks landmarks = new Landmarks(order.scenario().setup(), test);
      training.tell(landmarks.all());
      order.trainer().watch(order.epochs(), test, new Watching(training, kept, landmarks));
      training.over(State.DONE, null);
    } catch (CancellationException stopped) {
      training.over(State.CANCELLED, null);
    } catch (RuntimeException | Error failed) {
      training.over(State.FAILED, failed);
    } finally {
      training.rest();
    }
  }

  private record Watching(Run run, Kept kept, Landmarks landmarks) implements Trainer.Watcher {
    @Override
    public void trained(long samples) {
      run.met(samples);
    }

    @Override
    public void saw(Moment moment, Memory state) {
      // Kept before it is told, so that who opens a moment that was told has it at once.
      kept.keep(run.order(), moment.at(), state);
      run.tell(moment, landmarks.met(moment.test()));
    }
  }
}
