package deltascope.bugs;

import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Variation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bug in the scenario where its card says that it shows itself.
 *
 * @param parameters the scenario as in an address, the bug switched on
 * @param clean without the bug; a companion that its home names stays
 * @param bugged with it
 */
public record AtHome(Map<String, String> parameters, Scenario clean, Scenario bugged) {
  /** With further parameters, which the home's own outweigh. */
  public static AtHome of(Bug bug, ScenarioReader reader, Map<String, String> more) {
    Map<String, String> parameters = new LinkedHashMap<>(more);
    parameters.putAll(ScenarioReader.parameters(bug.card().home()));
    parameters.merge("bugs", bug.id(), (companions, id) -> companions + "," + id);
    Scenario bugged = reader.read(parameters);
    List<Variation> others =
        bugged.variations().stream().filter(other -> !other.id().equals(bug.id())).toList();
    return new AtHome(parameters, bugged.with(others), bugged);
  }
}
