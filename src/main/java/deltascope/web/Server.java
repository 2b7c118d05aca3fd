package deltascope.web;

import deltascope.web.limits.Bounds;
import deltascope.web.limits.Courtesy;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: started with options, stopped by {@link #close}. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private static final int PACKING = 1;

  private final Javalin javalin;
  private final String host;

  private Server(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /** Returns once requests are answered. */
  public static Server start(ServerOptions options) {
    return start(options, Bounds.usual(), noMore -> {});
  }

  /** With routes beside those of {@link Routes}, for tests of what every route can rely on. */
  static Server start(ServerOptions options, Consumer<RoutesConfig> more) {
    return start(options, Bounds.usual(), more);
  }

  /** And with other bounds. */
  static Server start(ServerOptions options, Bounds bounds, Consumer<RoutesConfig> more) {
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, options, bounds);
              more.accept(config.routes);
            });
    try {
      return new Server(javalin.start(options.host(), options.port()), options.host());
    } catch (JavalinBindException taken) {
      throw new PortTakenException(options, taken);
    }
  }

  private static void configure(JavalinConfig config, ServerOptions options, Bounds bounds) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    // Packing was the largest part of an answer's cost; the lightest costs least.
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(PACKING));
    config.http.maxRequestSize = Body.MAX_BYTES;
    config.jetty.modifyServer(server -> server.setStopTimeout(2_000));
    Courtesy courtesy = new Courtesy();
    Doors.addTo(config, bounds, courtesy);
    Pages pages = new Pages();
    SecurityHeaders.addTo(config.routes);
    SameOrigin.addTo(config.routes, options);
    Failures.addTo(config, pages);
    Lab lab = new Lab(bounds, courtesy);
    config.events.serverStopping(lab::close);
    config.events.serverStartFailed(lab::close);
    Routes.addTo(config.routes, pages, options, lab);
  }

  /** The address to type into a browser, such as {@code http://localhost:7070/}. */
  public String address() {
    boolean here = host.equals(ServerOptions.LOOPBACK) || host.equals("0.0.0.0");
    return "http://" + (here ? "localhost" : host) + ":" + port() + "/";
  }

  public int port() {
    return javalin.port();
  }

  /** Lets the requests that run finish, for two seconds at most. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException late) {
      LOG.debug("a request was cut short", late);
    }
  }

  /** Somebody else listens there already. */
  public static final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(ServerOptions options, Throwable cause) {
      super(
          "Port %d on %s is taken, perhaps by another Deltascope. Try: ./run --port %d"
              .formatted(options.port(), options.host(), options.port() + 1),
          cause);
    }
  }
}
