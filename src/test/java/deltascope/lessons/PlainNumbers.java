package deltascope.lessons;

import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.checks.Subject;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.network.DigitSamples;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import deltascope.network.Trainer;
import deltascope.network.Walk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers without a server: of made digits alone, each computed once. */
public final class PlainNumbers implements Numbers {
  private final Library library;
  private final Map<Map<String, String>, Trace> traces = new HashMap<>();
  private final Map<Map<String, String>, List<Epoch>> trainings = new HashMap<>();

  /** Where there is no MNIST. */
  public PlainNumbers() {
    this.library = new Library(Path.of("none"));
  }

  @Override
  public boolean has(String data) {
    return library.ids().contains(data);
  }

  @Override
  public Trace trace(Scenario scenario) {
    return traces.computeIfAbsent(
        scenario.parameters(),
        key -> {
          Dataset dataset = library.get(scenario.data());
          DigitSamples samples =
              DigitSamples.of(
                  dataset.split(scenario.split()), scenario.split(), scenario.net().inputs());
          var start = Trainer.trained(scenario, dataset);
          Walk walk =
              scenario.learns()
                  ? new Walk(scenario.setup(), samples, start)
                  : Walk.still(scenario.setup(), samples, start);
          return walk.trace(scenario.sample());
        });
  }

  @Override
  public int label(Scenario scenario) {
    Trace trace = trace(scenario);
    Digits digits = library.get(scenario.data()).split(scenario.split());
    return digits.label(trace.samples().get(trace.column()));
  }

  @Override
  public List<Epoch> epochs(Scenario training) {
    return trainings.computeIfAbsent(
        training.parameters(),
        key -> {
          Dataset dataset = library.get(training.data());
          List<Epoch> epochs = new ArrayList<>();
          new Trainer(training.setup(), dataset.train(), training.limit())
              .run(training.epochs(), dataset.test(), epochs::add);
          return epochs;
        });
  }

  @Override
  public Finding finding(Scenario scenario, Check check) {
    return Checks.run(check, new Subject(scenario, library.get(scenario.data())));
  }
}
