package deltascope.web;

import deltascope.web.limits.Bounds;
import deltascope.web.limits.Courtesy;
import deltascope.web.limits.Places;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Who comes in, and how many at a time: what of {@link Bounds} is held for every request. */
final class Doors {
  /** Threads are for requests that work or wait; open streams and connections take none. */
  private static final int MOST_THREADS = 400;

  /** Weights above which a network's trace takes tens of megabytes, and one at a time is walked. */
  private static final long LARGE = 400_000;

  /** What takes no work, or has places and a queue of its own. */
  private static final List<String> OPEN =
      List.of("/healthz", "/static/", "/vendor/", "/api/train", "/api/checks", "/checks");

  /** Where a walk is shown, if nothing in the address has it trained before. */
  private static final List<String> BRIEF =
      List.of("/step", "/compare", "/api/trace", "/api/compare", "/api/tensor");

  /** What searches through a walk, sample after sample. */
  private static final String SEARCH = "/compare/first";

  private static final List<String> TRAINED = List.of("epochs", "batches", "mystery");

  /** The first thousand samples of a walk, to which it is not far. */
  private static final Pattern EARLY = Pattern.compile("[0-9]{1,3}");

  private final Bounds bounds;
  private final Courtesy courtesy;
  private final Places places;
  private final Places brief;
  private final Places large;
  private final Places bodies;

  private Doors(Bounds bounds, Courtesy courtesy) {
    this.bounds = bounds;
    this.courtesy = courtesy;
    this.places =
        new Places(
            bounds.working(),
            bounds.waiting(),
            bounds.patience(),
            "Too many ask at once; ask again in a few seconds.");
    this.brief =
        new Places(
            bounds.brief(),
            bounds.waiting(),
            bounds.patience(),
            "Too many ask at once; ask again in a few seconds.");
    this.large =
        new Places(
            1,
            bounds.waiting() / 4,
            bounds.patience(),
            "Other large networks are being walked; ask again in a few seconds.");
    this.bodies =
        new Places(
            4,
            bounds.waiting() / 4,
            bounds.patience(),
            "Other networks are being read; ask again in a few seconds.");
  }

  static void addTo(JavalinConfig config, Bounds bounds, Courtesy courtesy) {
    Doors doors = new Doors(bounds, courtesy);
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 8, 60_000);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(doors::configure);
    config.appData(Body.PATIENCE, bounds.body());
    config.router.handlerWrapper(doors::wrapped);
  }

  private void configure(Server server) {
    Heads heads = new Heads(bounds.head());
    ThreadLimitHandler threads = new ThreadLimitHandler();
    threads.setThreadLimit(bounds.threadsEach());
    heads.setHandler(threads);
    server.setHandler(heads);
    server.addEventListener(
        // By then Javalin has added its connector.
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            NetworkConnectionLimit most = new NetworkConnectionLimit(bounds.connections(), server);
            server.addBean(most);
            for (var connector : server.getConnectors()) {
              ((ServerConnector) connector).setIdleTimeout(bounds.idle().toMillis());
              ((ServerConnector) connector).addBean(heads);
            }
          }
        });
  }

  private Handler wrapped(Endpoint endpoint) {
    boolean open =
        !endpoint.method.isHttpMethod() || OPEN.stream().anyMatch(endpoint.path::startsWith);
    if (open) {
      return endpoint.handler;
    }
    return endpoint.handler instanceof KeptAnswers.Keeping keeping
        ? ctx -> {
          // What was made already takes no place.
          if (!keeping.answered(ctx)) {
            inside(ctx, keeping);
          }
        }
        : ctx -> inside(ctx, endpoint.handler);
  }

  private void inside(Context ctx, Handler handler) throws Exception {
    long arrived = ServletContextRequest.getServletContextRequest(ctx.req()).getBeginNanoTime();
    Duration waited = Duration.ofNanos(System.nanoTime() - arrived);
    if (ctx.method().equals(HandlerType.POST)) {
      // A place is held while the body comes, so that slow ones keep only one another waiting,
      // and no training either.
      in(bodies, waited, () -> handler.handle(ctx));
      return;
    }
    courtesy.come();
    try {
      served(ctx, handler, waited);
    } finally {
      courtesy.leave();
    }
  }

  private void served(Context ctx, Handler handler, Duration waited) throws Exception {
    if (isLarge(ctx.queryParam("net"))) {
      in(large, waited, () -> in(places, waited, () -> handler.handle(ctx)));
    } else {
      Places its = isBrief(ctx.path(), ctx::queryParam) ? brief : places;
      in(its, waited, () -> handler.handle(ctx));
    }
  }

  /**
   * Whether it takes milliseconds: one after the other is then sooner for all, and needs less
   * memory, than all at once. What is trained first, or learns on the way to a late sample, may
   * take seconds, and a search too.
   *
   * @param parameter gives one of the address by its name
   */
  static boolean isBrief(String path, Function<String, @Nullable String> parameter) {
    String sample = parameter.apply("sample");
    return BRIEF.stream().anyMatch(path::startsWith)
        && !path.startsWith(SEARCH)
        && TRAINED.stream().allMatch(name -> parameter.apply(name) == null)
        && (sample == null
            || EARLY.matcher(sample).matches()
            || "no".equals(parameter.apply("learn")));
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void in(Places places, Duration waited, Work work) throws Exception {
    places.enter(waited);
    try {
      work.run();
    } finally {
      places.leave();
    }
  }

  /** Whether it has many weights; what is no network is left to who reads it. */
  static boolean isLarge(@Nullable String net) {
    if (net == null || !net.matches("[0-9]{1,4}(-[0-9]{1,4})*")) {
      return false;
    }
    long weights = 0;
    long before = 0;
    for (String part : net.split("-")) {
      long units = Integer.parseInt(part);
      weights += before * units;
      before = units;
    }
    return weights > LARGE;
  }
}
