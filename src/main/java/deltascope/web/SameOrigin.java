package deltascope.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out of a server that only this machine should reach: a page from elsewhere
 * may neither change anything here nor, by calling this machine by a name of its own, read it.
 */
final class SameOrigin {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  static void addTo(RoutesConfig routes, ServerOptions options) {
    boolean thisMachineOnly = options.host().equals(ServerOptions.LOOPBACK);
    routes.before(
        ctx -> {
          String host = ctx.header("Host");
          if (thisMachineOnly && host != null && !known(name(host), options)) {
            throw new ForbiddenResponse(
                "This Deltascope answers to localhost, not to " + name(host) + ".");
          }
          mustNotChangeFromElsewhere(ctx, host);
        });
  }

  private static boolean known(String name, ServerOptions options) {
    return THIS_MACHINE.contains(name) || options.names().contains(name);
  }

  /** Browsers send Origin with every POST; other programs send none. */
  private static void mustNotChangeFromElsewhere(Context ctx, @Nullable String host) {
    String origin = ctx.header("Origin");
    if (origin != null
        && !READING.contains(ctx.method().name())
        && !origin.substring(origin.indexOf("://") + 3).equals(host)) {
      throw new ForbiddenResponse("A page of " + origin + " may not change anything here.");
    }
  }

  /** Lets only Deltascope's own pages, and programs that are no browser, do this. */
  static void ownPagesOnly(Context ctx, String what) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ForbiddenResponse("Only Deltascope's own pages may " + what + ".");
    }
  }

  /** Host without its port. */
  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
