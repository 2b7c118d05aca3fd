package deltascope.web.mystery;

import deltascope.algebra.Memory;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.network.DigitSamples;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Setup;
import deltascope.network.Trace;
import deltascope.network.Trainer;
import deltascope.network.Walk;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Made digits to walk through, and scenarios from parameters as in an address. */
final class MadeGround implements Ground {
  static final ScenarioReader READER = ScenarioReader.stepping("made", Catalogue::variation);

  private static final Digits DIGITS = Library.made(300);

  private final Map<Map<String, String>, Walk> walks = new HashMap<>();

  static Scenario scenario(String parameters) {
    return READER.read(parameters);
  }

  @Override
  public Trace trace(Scenario scenario) {
    return walked(scenario).trace(scenario.sample());
  }

  @Override
  public Iterator<Trace> from(Scenario scenario) {
    return walked(scenario).from(scenario.sample());
  }

  private Walk walked(Scenario scenario) {
    return walks.computeIfAbsent(scenario.at(0).parameters(), key -> walk(scenario));
  }

  @Override
  public int size(Scenario scenario) {
    return DIGITS.size();
  }

  private static Walk walk(Scenario scenario) {
    Setup setup = scenario.setup();
    Memory memory = setup.start();
    new Trainer(setup, DIGITS, 60).run(memory, scenario.epochs());
    return new Walk(setup, DigitSamples.of(DIGITS, scenario.split(), setup.net().inputs()), memory);
  }
}
