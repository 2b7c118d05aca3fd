package deltascope.bugs;

import deltascope.algebra.Memory;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.checks.Subject;
import deltascope.data.Dataset;
import deltascope.data.Split;
import deltascope.network.DigitSamples;
import deltascope.network.Evaluation;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures the {@link Grid}: all checks on every bug where it is at home, with 784-30-10 where that
 * names no network, and a short training of it with the bug and without. A pure function of the
 * data, whatever the number of processors.
 *
 * <p>What the bugs share is computed once: most are at home in one scenario, and its training
 * without a bug is the measure of all of them. The dearest program begins first, so that no
 * processor waits for it at the end.
 */
public final class Measurement {
  /** The network of those bugs that need no other. */
  public static final String NET = "784-30-10";

  /**
   * The short training: near the largest rate that works chance would decide more than a bug, so
   * its steps are small.
   */
  private static final Map<String, String> SHORT = Map.of("batch", "10", "eta", "0.03");

  /** How many samples it has, for one epoch where the bug's home asks for no more. */
  public static final int SAMPLES = 8_000;

  private static final long LOOK_MILLIS = 100;

  private final Dataset dataset;
  private final ScenarioReader reader;
  private final List<Program> programs = new ArrayList<>();
  private final Map<Map<String, String>, Double> accuracies = new ConcurrentHashMap<>();

  /** One row as it fills. */
  private static final class Program {
    final @Nullable Bug bug;
    final Map<String, String> parameters;
    final Scenario checked;
    final Map<String, String> training;
    final Scenario trainedWith;
    final Scenario trainedWithout;
    final Map<String, Grid.Cell> cells = new ConcurrentHashMap<>();
    volatile Grid.@Nullable Learned learned;

    Program(
        @Nullable Bug bug,
        Map<String, String> parameters,
        Scenario checked,
        Map<String, String> training,
        Scenario trainedWith,
        Scenario trainedWithout) {
      this.bug = bug;
      this.parameters = parameters;
      this.checked = checked;
      this.training = training;
      this.trainedWith = trainedWith;
      this.trainedWithout = trainedWithout;
    }
  }

  /** A measurement that has not begun. */
  public Measurement(Dataset dataset) {
    this.dataset = dataset;
    this.reader = ScenarioReader.stepping(dataset.id(), Catalogue::variation);
    Map<String, String> usual = new LinkedHashMap<>();
    usual.put("data", dataset.id());
    usual.put("net", NET);
    Map<String, String> brief = new LinkedHashMap<>(usual);
    SHORT.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> brief.put(entry.getKey(), entry.getValue()));
    Scenario plain = reader.read(brief);
    programs.add(new Program(null, usual, reader.read(usual), brief, plain, plain));
    for (Bug bug : Catalogue.bugs()) {
      AtHome home = AtHome.of(bug, reader, usual);
      AtHome training = AtHome.of(bug, reader, brief);
      programs.add(
          new Program(
              bug,
              home.parameters(),
              home.bugged(),
              training.parameters(),
              training.bugged(),
              training.clean()));
    }
  }

  /** How many pieces of work there are: two a row. */
  public int total() {
    return 2 * programs.size();
  }

  /** How many of them are done. */
  public int done() {
    int done = 0;
    for (Program program : programs) {
      done += program.learned == null ? 0 : 1;
      done += program.cells.size() == Checks.checks().size() ? 1 : 0;
    }
    return done;
  }

  /** As far as it has come. */
  public Grid soFar() {
    return new Grid(
        dataset.id(),
        programs.stream().map(p -> new Grid.Row(p.bug, p.parameters, p.cells, p.learned)).toList());
  }

  /** Whether somebody still wants the rest. */
  public interface Listener {
    boolean listens();
  }

  /**
   * Measures with all processors.
   *
   * @return the whole grid; empty where nobody listened any more
   */
  public Optional<Grid> run(Listener listener) {
    CountDownLatch left = new CountDownLatch(total());
    List<RuntimeException> failures = new ArrayList<>();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Measurement::worker);
    try {
      for (Runnable work : work()) {
        workers.execute(() -> doing(work, left, failures));
      }
      while (!left.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!listener.listens()) {
          return Optional.empty();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      stop(workers);
    }
    synchronized (failures) {
      if (!failures.isEmpty()) {
        throw failures.get(0);
      }
    }
    return Optional.of(soFar());
  }

  private static void doing(Runnable work, CountDownLatch left, List<RuntimeException> failures) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      synchronized (failures) {
        failures.add(failure);
      }
    } finally {
      left.countDown();
    }
  }

  /** What runs ends at its next batch. */
  private static void stop(ExecutorService workers) {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a measurement does not stop");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "grid");
    thread.setDaemon(true);
    return thread;
  }

  /** The dearest first: a scenario that is trained before it is checked. */
  private List<Runnable> work() {
    List<Runnable> work = new ArrayList<>();
    programs.stream()
        .sorted(Comparator.comparing((Program program) -> -program.checked.epochs()))
        .forEach(
            program -> {
              work.add(() -> check(program));
              work.add(() -> train(program));
            });
    return work;
  }

  private void check(Program program) {
    Subject subject = new Subject(program.checked, dataset);
    for (Check check : Checks.checks()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      Finding found = Checks.run(check, subject);
      program.cells.put(check.id(), new Grid.Cell(found.verdict(), found.value(), found.detail()));
    }
  }

  private void train(Program program) {
    double without = accuracy(program.trainedWithout);
    double with = accuracy(program.trainedWith);
    program.learned = new Grid.Learned(program.training, with, without);
  }

  private double accuracy(Scenario scenario) {
    return accuracies.computeIfAbsent(scenario.parameters(), key -> trained(scenario));
  }

  private double trained(Scenario scenario) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    new Trainer(setup, dataset.train(), SAMPLES).run(memory, Math.max(1, scenario.epochs()));
    DigitSamples exam = DigitSamples.of(dataset.test(), Split.TEST, setup.net().inputs());
    return Evaluation.of(setup, memory, exam, exam.size()).accuracy();
  }
}
