package deltascope;

import deltascope.math.Arithmetic;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/** Starts the server; with arguments, reads them first. */
public final class Main {
  private Main() {}

  /** Reading a command line costs a tenth of a second: without one, it is not loaded. */
  public static void main(String[] arguments) {
    QuickStart.prepare();
    // Numbers are written with a point, whatever the machine's language: an address shows one page.
    Locale.setDefault(Locale.ROOT);
    int status =
        arguments.length == 0
            ? serve(ServerOptions.usual(), false)
            : CommandLineInterface.run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Starts the server and returns at once; its threads keep the program alive. */
  static int serve(ServerOptions options, boolean open) {
    Server server;
    try {
      server = Server.start(options);
    } catch (Server.PortTakenException taken) {
      System.err.println(taken.getMessage());
      return 1;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    System.out.println("Deltascope: " + server.address() + "  (Ctrl-C stops it)");
    if (open) {
      Browser.open(server.address());
    }
    System.out.println("Arithmetic: " + Arithmetic.described());
    if (Invitation.isFor(options.host())) {
      invite(options.host(), server.port());
    }
    if (Invitation.isFor(options.host()) || !options.names().isEmpty()) {
      rehearse(server);
    }
    return 0;
  }

  /** In the background: whoever comes meanwhile is served as well. */
  private static void rehearse(Server server) {
    System.out.println("Rehearsing for a class, for a minute or two: pages can be used meanwhile.");
    Thread thread =
        new Thread(
            () -> {
              try {
                Duration lasted = Rehearsal.with(paths -> Fetched.atOnce(server, paths)).run();
                System.out.println("Ready for a class: rehearsed " + lasted.toSeconds() + " s.");
              } catch (CompletionException stopped) {
                // The server is no longer there to be rehearsed.
              }
            },
            "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * With a QR code where {@code ./run} says that this is a terminal, which Java cannot tell on
   * every version. In UTF-8, whatever the machine's language: the blocks of the code are in no
   * other.
   */
  private static void invite(String host, int port) {
    boolean terminal = Boolean.getBoolean("deltascope.terminal");
    String invitation = Invitation.of(Invitation.addresses(host, port), terminal);
    byte[] bytes = invitation.getBytes(StandardCharsets.UTF_8);
    System.out.println();
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
