package deltascope.bench;

import java.io.IOException;

/** {@code ./test bench}: prints, asserts nothing. */
public final class Benches {
  private Benches() {}

  public static void main(String[] arguments) throws Exception {
    Report.open();
    measure("Start", StartBench::run);
    measure("Engine", EngineBench::run);
    measure("Kernels", KernelBench::run);
    measure("Epochs", EpochBench::run);
    measure("Checks", ChecksBench::run);
    measure("Loopback", LoopbackBench::run);
    measure("Page", PageBench::run);
  }

  /** One that fails says so, and the others still run. */
  private static void measure(String what, Bench bench) throws InterruptedException {
    try {
      bench.run();
    } catch (IOException | RuntimeException failure) {
      Report.missing(what, String.valueOf(failure.getMessage()));
    }
  }

  private interface Bench {
    void run() throws IOException, InterruptedException;
  }
}
