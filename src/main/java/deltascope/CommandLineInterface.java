package deltascope;

import deltascope.web.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line in full: options of the server, and the commands that need no server. */
@Command(
    name = "./run",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    description = "Starts Deltascope, or runs one of its commands.")
final class CommandLineInterface implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = ServerOptions.LOOPBACK,
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where MNIST's files are (default: $DELTASCOPE_DATA, else data/mnist).")
  private @Nullable Path data;

  @Option(names = "--open", description = "Open the page in the browser.")
  private boolean open;

  static int run(String... arguments) {
    return new CommandLine(new CommandLineInterface()).execute(arguments);
  }

  @Override
  public Integer call() {
    return Main.serve(new ServerOptions(host, port, data), open);
  }

  /** The version written into the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Deltascope " + deltascope.web.Version.NAME};
    }
  }
}
