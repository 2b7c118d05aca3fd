package deltascope.web;

import deltascope.data.Library;
import deltascope.network.Epoch;
import deltascope.web.limits.Bounds;
import deltascope.web.limits.Courtesy;
import deltascope.web.train.Kept;
import deltascope.web.train.Limits;
import deltascope.web.train.Order;
import deltascope.web.train.Run;
import deltascope.web.train.Trainings;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What trains for a server, and the threads that it takes; they stop with the server. */
final class Lab implements AutoCloseable {
  /** Numbers in all kept weights together: 48 MiB of doubles. */
  private static final long MAX_NUMBERS = 6_000_000;

  private static final int KEEP_ALIVE_SECONDS = 8;

  private final ExecutorService threads = Executors.newCachedThreadPool(daemons("training"));
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(daemons("training post"));
  private final Kept kept = new Kept(MAX_NUMBERS);
  private final Courtesy courtesy;
  private final Streams streams;
  private final Trainings trainings;
  private final ScheduledFuture<?> keepAlive;

  Lab(Bounds bounds, Courtesy courtesy) {
    this.courtesy = courtesy;
    trainings =
        new Trainings(
            Limits.usual(), kept, courtesy::giveWay, threads, this::later, System::nanoTime);
    streams = new Streams(bounds.streams(), bounds.streamsEach(), scheduler);
    keepAlive =
        scheduler.scheduleWithFixedDelay(
            streams::keepAlive, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
  }

  /** Weights at moments of trainings. */
  Kept kept() {
    return kept;
  }

  /** {@link Courtesy#giveWay} for other work that nobody waits for. */
  void giveWay(long worked) {
    courtesy.giveWay(worked);
  }

  /** The epochs of a training so far; none where it has not been asked for lately. */
  List<Epoch> epochs(Order order) {
    Run run = trainings.find(order);
    return run == null ? List.of() : run.report().epochs();
  }

  /** Adds what is said under {@code /api/train}. */
  void addTo(RoutesConfig routes, Library library) {
    TrainApi train = new TrainApi(library, trainings, streams);
    routes.get("/api/train", train::get);
    routes.get("/api/train/several", train::several);
    routes.post("/api/train/pause", train::pause);
    routes.post("/api/train/resume", train::resume);
    routes.post("/api/train/cancel", train::cancel);
  }

  private void later(Runnable work, Duration delay) {
    var unused = scheduler.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    keepAlive.cancel(false);
    streams.close();
    trainings.close();
    threads.shutdownNow();
    scheduler.shutdown();
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
