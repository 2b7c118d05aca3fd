package deltascope.bench;

import deltascope.bugs.Grid;
import deltascope.bugs.Measurement;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Subject;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.List;
import java.util.Map;

/** How long the checks take, on the textbook's program and 784-30-10. */
final class ChecksBench {
  private static final int RUNS = 11;

  private ChecksBench() {}

  static void run() {
    Library library = new Library(Library.folder("", System.getenv()));
    Dataset dataset = library.get(library.defaultId());
    Scenario scenario =
        ScenarioReader.stepping(
                library.defaultId(),
                id -> {
                  throw new IllegalStateException(id);
                })
            .read(Map.of("net", "784-30-10"));
    List<Check> all = Checks.checks();
    row("All checks, 784-30-10", all, scenario, dataset, "≤ 1500 ms");
    row(
        "The quick checks, 784-30-10",
        all.stream().filter(Check::quick).toList(),
        scenario,
        dataset,
        "≤ 50 ms");
    grid(dataset);
  }

  private static void grid(Dataset dataset) {
    long begun = System.nanoTime();
    Grid grid = new Measurement(dataset).run(() -> true).orElseThrow();
    Report.row(
        "The whole grid, %d programs under %d checks and a short training, on %s"
            .formatted(grid.rows().size(), Checks.checks().size(), dataset.title()),
        Report.format("%.1f s", (System.nanoTime() - begun) / 1e9),
        "≤ 60 s");
  }

  private static void row(
      String what, List<Check> checks, Scenario scenario, Dataset dataset, String goal) {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      Subject subject = new Subject(scenario, dataset);
      long begun = System.nanoTime();
      checks.parallelStream().forEach(check -> Checks.run(check, subject));
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Report.row(
        what,
        Report.format(
            "%.0f ms (median of %d, the first %.0f)", Report.median(millis), RUNS, millis[0]),
        goal);
  }
}
