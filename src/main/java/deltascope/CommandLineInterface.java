package deltascope;

import deltascope.data.Library;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import deltascope.web.Version;
import deltascope.web.mystery.KeyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line in full: options of the server, and the commands that need no server. */
@Command(
    name = "./run",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Manifest.class,
    sortOptions = false,
    subcommands = {DataCommand.class, TrainCommand.class, KernelCommand.class},
    description = "Starts Deltascope and prints its address, or runs one of the commands below.")
final class CommandLineInterface implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7070",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = ServerOptions.LOOPBACK,
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where MNIST's files are (default: $DELTASCOPE_DATA, else data/mnist).")
  private String data = "";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "",
      description =
          "The server's own folder, where the key of its mysteries is kept"
              + " (default: $DELTASCOPE_HOME, else ~/.deltascope).")
  private String home = "";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      defaultValue = "",
      description = "That key somewhere else: servers with one key open each other's mysteries.")
  private String keyFile = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A name under which a balancer on this machine asks for others, beside localhost;"
              + " can be given again.")
  private Set<String> names = Set.of();

  @Option(
      names = "--lessons",
      paramLabel = "DIR",
      description =
          "A folder with lessons of your own, read afresh when they are saved; one with the name"
              + " of another stands in its place.")
  private @Nullable Path lessons;

  @Option(names = "--open", description = "Open the page in the browser.")
  private boolean open;

  static int run(String... arguments) {
    return new CommandLine(new CommandLineInterface())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              System.err.println(failure.getMessage());
              return 1;
            })
        .execute(arguments);
  }

  @Override
  public Integer call() {
    return Main.serve(options(), open);
  }

  /** What the server is to be started with. */
  ServerOptions options() {
    Map<String, String> environment = System.getenv();
    Path key = KeyFile.place(keyFile, home, environment);
    Path folder = Library.folder(data, environment);
    return new ServerOptions(host, port, folder, key, lessons, names);
  }

  /** Asks for each kind of page once and ends: what {@code ./run} makes its class archive from. */
  @Command(name = "warm-up", hidden = true)
  int warmUp() {
    try (Server server = Server.start(ServerOptions.anyPort())) {
      for (String path :
          List.of(
              "/",
              "/step",
              "/step/sections",
              "/samples",
              "/api/trace",
              "/api/datasets",
              "/healthz")) {
        Fetched.from(server, path);
      }
    }
    return 0;
  }

  /** The version written into the jar's manifest. */
  static final class Manifest implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Deltascope " + Version.NAME};
    }
  }
}
