package deltascope.web;

import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.web.mystery.Play;
import deltascope.web.mystery.Progress;
import deltascope.web.mystery.Veil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks to see: a scenario in the open, or a sealed one behind its veil. Whoever
 * shows a walk asks here, and gets no more of a sealed one than may be shown.
 */
final class Cases {
  /** A scenario's parameters, and those of a mystery in their place. */
  static final Set<String> NAMES = Parameters.names(ScenarioReader.WALK_NAMES, "mystery", "walked");

  /** What a seal holds: none of it may stand beside one. */
  private static final Set<String> SEALED = Parameters.names(ScenarioReader.WALK_NAMES, "against");

  private final Walks walks;
  private final Mysteries mysteries;

  Cases(Walks walks, Mysteries mysteries) {
    this.walks = walks;
    this.mysteries = mysteries;
  }

  /**
   * What may be seen.
   *
   * @param scenario what may be told; of a sealed one neither bugs nor seed
   * @param trace what may be shown
   * @param mystery the case; null in the open
   * @param veiled whether the trace is the case's own, and not the clean walk before it
   */
  record Seen(Scenario scenario, Trace trace, @Nullable Play mystery, boolean veiled) {}

  /**
   * Reads it.
   *
   * @throws Refused for a sealed parameter beside a seal, and for a seal that does not open
   */
  Seen of(Parameters parameters) {
    Play play = mystery(parameters);
    if (play == null) {
      Scenario scenario = walks.reader().read(parameters.all());
      return new Seen(scenario, walks.trace(scenario), null, false);
    }
    int sample = walks.reader().read(Map.of("sample", parameters.text("sample", "0"))).sample();
    boolean walked = Progress.read(name -> parameters.text(name, "")).walked();
    if (play.sealed().cleanFirst() && !walked) {
      Scenario clean = play.cleanWalk().at(sample);
      return new Seen(untold(clean), walks.trace(clean), play, false);
    }
    Scenario scenario = play.scenario().at(sample);
    int size = walks.digits(scenario).size();
    Trace veiled = Veil.over(walks.trace(scenario), scenario.batch(), size);
    return new Seen(untold(scenario), veiled, play, true);
  }

  /** The case that the address names; null where it names none. */
  @Nullable Play mystery(Parameters parameters) {
    if (!parameters.has("mystery")) {
      return null;
    }
    for (String name : SEALED) {
      if (parameters.has(name) && !name.equals("sample")) {
        throw new Refused(
            name, "beside a mystery", "nothing of a scenario but sample: the rest is sealed");
      }
    }
    return mysteries.open(parameters.text("mystery", ""));
  }

  /** The trace that one in the open is compared against. */
  Trace against(Seen seen, Parameters parameters) {
    if (seen.mystery() != null) {
      throw new Refused("which", "apart", "operand or result, in a mystery");
    }
    return walks.trace(CompareApi.left(seen.scenario(), walks.reader(), parameters));
  }

  /** Without bugs, and without the seed by which its weights could be drawn again. */
  private static Scenario untold(Scenario scenario) {
    return scenario.with(List.of()).seeded(0);
  }
}
