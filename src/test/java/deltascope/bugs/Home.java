package deltascope.bugs;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.network.DigitSamples;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Setup;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Trainer;
import deltascope.network.Variation;
import deltascope.network.Walk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenario in which a bug shows itself, with the bug and without. */
record Home(Scenario clean, Scenario bugged) {
  /** A bug where its card says that it is at home. */
  static Home of(Bug bug) {
    return of(bug, "");
  }

  /** The same with further parameters, which the home's own outweigh. */
  static Home of(Bug bug, String parameters) {
    Scenario clean = scenario(parameters + "&" + bug.card().home());
    List<Variation> variations = new ArrayList<>(clean.variations());
    variations.add(Catalogue.variation(bug.id()));
    return new Home(clean, clean.with(variations));
  }

  /** A scenario from parameters as in an address. */
  static Scenario scenario(String parameters) {
    return ScenarioReader.stepping("made", Catalogue::variation).read(parameters);
  }

  /** A walk of the scenario through these digits, after its epochs on a few of them. */
  static Walk walk(Scenario scenario, Digits digits) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    new Trainer(setup, digits, 120).run(memory, scenario.epochs());
    return new Walk(setup, DigitSamples.of(digits, scenario.split(), setup.net().inputs()), memory);
  }

  /** A library with MNIST, where {@code ./test} looks for it; empty where it is not. */
  static Optional<Library> mnist() {
    return Stream.of(
            Library.folder("", System.getenv()),
            Path.of("data", "mnist"),
            Path.of("..", "shared", "mnist"))
        .map(Library::new)
        .filter(library -> library.defaultId().equals("mnist"))
        .findFirst();
  }

  /** A step by what it is. */
  record Key(EquationId equation, int layer) {}

  /** The first step of each equation and layer. */
  static Map<Key, Step> byKey(Trace trace) {
    Map<Key, Step> steps = new HashMap<>();
    for (Step step : trace.steps()) {
      steps.putIfAbsent(new Key(step.equation(), step.layer()), step);
    }
    return steps;
  }
}
