package deltascope.checks;

import deltascope.algebra.Memory;
import deltascope.data.Dataset;
import deltascope.data.Split;
import deltascope.network.DigitSamples;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Trainer;

/**
 * What is checked: the program that a scenario describes, on its data. Checks share the state that
 * it starts from; each works on a copy.
 */
public final class Subject {
  private final Scenario scenario;
  private final Dataset dataset;
  private final Setup setup;
  private final Memory start;

  /** The subject, trained for the scenario's epochs first. */
  public Subject(Scenario scenario, Dataset dataset) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.setup = scenario.setup();
    this.start = setup.start();
    if (scenario.epochs() > 0) {
      new Trainer(setup, dataset.train(), Integer.MAX_VALUE).run(start, scenario.epochs());
    }
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
    return setup.stateOf(start);
  }

  /** The digits of a split as this network reads them. */
  public DigitSamples samples(Split split) {
    return DigitSamples.of(dataset.split(split), split, setup.net().inputs());
  }
}
