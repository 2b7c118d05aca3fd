package deltascope;

import deltascope.math.Arithmetic;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import java.util.Locale;

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
    return 0;
  }
}
