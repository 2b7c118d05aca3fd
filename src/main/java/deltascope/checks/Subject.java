package deltascope.checks;

import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.data.Dataset;
import deltascope.data.Split;
import deltascope.math.Randomness;
import deltascope.network.Activation;
import deltascope.network.DigitSamples;
import deltascope.network.Probe;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is checked: the program that a scenario describes, on its data. Checks share what is dear to
 * compute, and each works on a copy. Safe for any number of threads.
 */
public final class Subject {
  /** How many samples a check looks at that takes a mean over many. */
  static final int MANY = 1_000;

  private static final int BRIEF_SAMPLES = 2_000;
  private static final int BRIEF_BATCH = 20;

  private final Scenario scenario;
  private final Dataset dataset;
  private final Setup setup;
  private final Shared<Memory> start;
  private final Shared<Memory> looked;
  private final Shared<Memory> exam;

  /** The subject, trained for the scenario's epochs when a check first looks at its weights. */
  public Subject(Scenario scenario, Dataset dataset) {
    this(scenario, dataset, () -> Trainer.trained(scenario, dataset));
  }

  /**
   * The subject in a state that may be known already.
   *
   * @param start gives what {@link Trainer#trained} does; it is not changed
   */
  public Subject(Scenario scenario, Dataset dataset, Supplier<Memory> start) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.setup = scenario.setup();
    this.start = new Shared<>(start);
    this.looked = new Shared<>(() -> probe(Split.TRAIN).forward(memory(), many(Split.TRAIN)));
    this.exam = new Shared<>(() -> probe(Split.TEST).forward(experienced(), many(Split.TEST)));
  }

  public Scenario scenario() {
    return scenario;
  }

  public Dataset dataset() {
    return dataset;
  }

  public Setup setup() {
    return setup;
  }

  /** A copy of the state that is checked, to do with as one likes. */
  public Memory memory() {
    return setup.stateOf(start.get());
  }

  /** The digits of a split as this network reads them. */
  public DigitSamples samples(Split split) {
    return DigitSamples.of(dataset.split(split), split, setup.net().inputs());
  }

  /** What measures this program on a split. */
  public Probe probe(Split split) {
    return new Probe(setup, samples(split));
  }

  /** The first samples of a split, enough for a mean. */
  int[] many(Split split) {
    return IntStream.range(0, Math.min(MANY, dataset.split(split).size())).toArray();
  }

  /** Different training samples, so many if there are, that the seed chooses. */
  int[] few(int count) {
    int size = dataset.train().size();
    return Randomness.stream(scenario.seed(), "checked samples", 0)
        .ints(0, size)
        .distinct()
        .limit(Math.min(count, size))
        .toArray();
  }

  /** Many training samples gone forward through the state that is checked. */
  Memory looked() {
    return looked.get().sharing();
  }

  /** Many test samples gone forward through the trained network. */
  Memory exam() {
    return exam.get().sharing();
  }

  /**
   * The state that is checked or, where the scenario asks for no training, that state after one
   * short epoch of the first 2,000 training samples in {@link #paced} batches.
   */
  private Memory experienced() {
    Memory memory = memory();
    if (scenario.untrained()) {
      memory.set(Parameter.ETA, Pace.rate(scenario));
      new Trainer(paced(), dataset.train(), BRIEF_SAMPLES).run(memory, 1);
    }
    return memory;
  }

  /**
   * Whether so short an epoch is too short even for a right program: two sigmoid layers or more.
   */
  boolean needsLonger() {
    return scenario.untrained()
        && scenario.activation() == Activation.SIGMOID
        && setup.net().depth() > 2;
  }

  /** This program in batches of twenty, at the rate that suits them: {@link Pace}. */
  Setup paced() {
    return new Setup(setup.net(), setup.equations(), Pace.rate(scenario), BRIEF_BATCH);
  }

  /** A value that is computed once, when it is first asked for. */
  private static final class Shared<T> {
    private final Supplier<T> rule;
    private @Nullable T value;

    Shared(Supplier<T> rule) {
      this.rule = rule;
    }

    synchronized T get() {
      T known = value;
      if (known == null) {
        known = rule.get();
        value = known;
      }
      return known;
    }
  }
}
