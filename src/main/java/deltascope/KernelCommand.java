package deltascope;

import deltascope.data.Library;
import deltascope.kernel.Kernel;
import deltascope.kernel.KernelSpec;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./run kernel …}: Java notebooks in Jupyter. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    description = "Lets Jupyter run Java notebooks that call the engine itself.")
final class KernelCommand {
  @Command(
      name = "install",
      mixinStandardHelpOptions = true,
      description = "Tells Jupyter of the kernel \"Java (Deltascope)\".")
  int install(
      @Option(
              names = "--jupyter",
              paramLabel = "DIR",
              defaultValue = "",
              description = "Jupyter's data folder (default: $JUPYTER_DATA_DIR, else the user's).")
          String jupyter,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "",
              description = "Where MNIST's files are (default: $DELTASCOPE_DATA, else data/mnist).")
          String data)
      throws IOException {
    KernelSpec spec = KernelSpec.in(jupyter, System.getenv());
    spec.install(Library.folder(data, System.getenv()));
    System.out.println("Jupyter knows the kernel now: " + spec.folder());
    System.out.println("In a new notebook choose “Java (Deltascope)”.");
    return 0;
  }

  @Command(
      name = "uninstall",
      mixinStandardHelpOptions = true,
      description = "Takes the kernel away from Jupyter.")
  int uninstall(
      @Option(
              names = "--jupyter",
              paramLabel = "DIR",
              defaultValue = "",
              description = "Jupyter's data folder (default: $JUPYTER_DATA_DIR, else the user's).")
          String jupyter)
      throws IOException {
    KernelSpec spec = KernelSpec.in(jupyter, System.getenv());
    System.out.println(
        spec.uninstall()
            ? "The kernel is gone: " + spec.folder()
            : "There was no kernel: " + spec.folder());
    return 0;
  }

  /** Jupyter starts it; a cell's threads that still run do not keep it alive. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = "Serves one notebook: what Jupyter calls.")
  int run(
      @Parameters(paramLabel = "CONNECTION-FILE", description = "Jupyter's connection file.")
          Path file)
      throws IOException, InterruptedException {
    Kernel.run(file);
    System.exit(0);
    return 0;
  }
}
