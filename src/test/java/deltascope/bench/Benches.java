package deltascope.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./test bench}: prints, asserts nothing. {@code ./test bench published,curves} runs only
 * what is named; what takes minutes runs only when it is.
 */
public final class Benches {
  private static final Map<String, Bench> USUAL = new LinkedHashMap<>();
  private static final Map<String, Bench> WHEN_NAMED = new LinkedHashMap<>();

  static {
    USUAL.put("start", StartBench::run);
    USUAL.put("engine", EngineBench::run);
    USUAL.put("kernels", KernelBench::run);
    USUAL.put("epochs", EpochBench::run);
    USUAL.put("checks", ChecksBench::run);
    USUAL.put("loopback", LoopbackBench::run);
    USUAL.put("class", ClassBench::run);
    USUAL.put("page", PageBench::run);
    USUAL.put("lab", LabBench::run);
    WHEN_NAMED.put("published", PublishedBench::run);
    WHEN_NAMED.put("curves", Curves::run);
    WHEN_NAMED.put("pictures", Pictures::run);
  }

  private Benches() {}

  /** All that can be named. */
  public static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(USUAL.keySet());
    names.addAll(WHEN_NAMED.keySet());
    return names;
  }

  public static void main(String[] arguments) throws Exception {
    Report.open();
    String names = arguments.length == 0 ? "usual" : arguments[0];
    for (String name : names.equals("usual") ? USUAL.keySet() : List.of(names.split(","))) {
      measure(name);
    }
    // The browser's driver has threads that wait for more.
    System.exit(0);
  }

  /** One that fails says so, and the others still run. */
  private static void measure(String name) throws InterruptedException {
    Bench bench = USUAL.getOrDefault(name, WHEN_NAMED.get(name));
    if (bench == null) {
      Report.missing(name, "one of " + USUAL.keySet() + " " + WHEN_NAMED.keySet());
      return;
    }
    try {
      bench.run();
    } catch (IOException | RuntimeException failure) {
      Report.missing(name, String.valueOf(failure.getMessage()));
    }
  }

  private interface Bench {
    void run() throws IOException, InterruptedException;
  }
}
