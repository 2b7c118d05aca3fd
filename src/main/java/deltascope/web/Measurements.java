package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.bugs.Grid;
import deltascope.bugs.Measurement;
import deltascope.data.Dataset;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The measurements of the grid: one at a time, ended when nobody has asked after it for a while. A
 * grid once measured is kept as long as its data set, of which it is a function.
 */
final class Measurements {
  private static final Logger LOG = LoggerFactory.getLogger(Measurements.class);

  /** How long a script that asks again and again is waited for. */
  static final long SCRIPT_SECONDS = 15;

  /** How long a reader is waited for who has to ask by hand. */
  static final long READER_SECONDS = 180;

  private final Cache<Dataset, Grid> measured =
      Caffeine.newBuilder().weakKeys().maximumSize(4).build();
  private final Executor executor;
  private final LongSupplier clock;
  private @Nullable Running running;

  /** One that runs, and until when somebody is known to wait for it. */
  private final class Running {
    final Dataset dataset;
    final Measurement measurement;
    volatile long until = clock.getAsLong();

    Running(Dataset dataset, Measurement measurement) {
      this.dataset = dataset;
      this.measurement = measurement;
    }

    /** Whoever asks waits at least so much longer. */
    void waitFor(long seconds) {
      until = Math.max(until, clock.getAsLong() + TimeUnit.SECONDS.toNanos(seconds));
    }

    boolean listens() {
      return clock.getAsLong() < until;
    }
  }

  /**
   * How a data set's grid stands.
   *
   * @param status "none", "running", "done", or "busy" where another data set's is measured
   * @param done pieces of work done, of {@code total}
   * @param grid as far as it is measured; null where it is not
   */
  record State(String status, int done, int total, @Nullable Grid grid) {}

  /** Measurements that run beside everything else. */
  Measurements() {
    this(
        work -> {
          Thread thread = new Thread(work, "measure the grid");
          thread.setDaemon(true);
          thread.start();
        },
        System::nanoTime);
  }

  /** Measurements that run there, by that clock in nanoseconds. */
  Measurements(Executor executor, LongSupplier clock) {
    this.executor = executor;
    this.clock = clock;
  }

  /** How it stands now; who asks is known to wait. */
  synchronized State state(Dataset dataset) {
    Running now = running;
    if (now != null && now.dataset == dataset) {
      now.waitFor(SCRIPT_SECONDS);
      return new State(
          "running", now.measurement.done(), now.measurement.total(), now.measurement.soFar());
    }
    Grid grid = measured.getIfPresent(dataset);
    String idle = now == null ? "none" : "busy";
    return new State(grid == null ? idle : "done", 0, 0, grid);
  }

  /** Measures, unless it does already; while another data set's is measured nothing begins. */
  synchronized State begin(Dataset dataset, long seconds) {
    if (running == null) {
      Running next = new Running(dataset, new Measurement(dataset));
      next.waitFor(seconds);
      running = next;
      executor.execute(() -> run(next));
    } else if (running.dataset == dataset) {
      running.waitFor(seconds);
    }
    return state(dataset);
  }

  private void run(Running now) {
    Optional<Grid> grid = Optional.empty();
    try {
      grid = now.measurement.run(now::listens);
    } catch (RuntimeException failed) {
      LOG.error("the grid could not be measured", failed);
    }
    end(now.dataset, grid);
  }

  private synchronized void end(Dataset dataset, Optional<Grid> grid) {
    grid.ifPresent(whole -> measured.put(dataset, whole));
    running = null;
  }
}
