package deltascope.lessons;

import deltascope.algebra.Line;
import deltascope.bugs.Catalogue;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of the program, as the listing of the walk has it.
 *
 * @param place where it is named
 * @param id an equation's name or, of a wrong line, a bug's
 * @param layer 0 where it belongs to none
 * @param bug whether it is a bug's
 */
public record ProgramLine(Place place, String id, int layer, boolean bug) {
  /** Reads {@code output-error@2}, or {@code cost}. */
  static ProgramLine of(Place place, String text, boolean bug, Scenario scenario) {
    String[] parts = text.strip().split("@", -1);
    String id = parts[0];
    if (bug) {
      var unused = place.saidOf(() -> Catalogue.bug(id));
    } else if (Arrays.stream(EquationId.values()).noneMatch(known -> known.id().equals(id))) {
      String ids =
          Arrays.stream(EquationId.values())
              .map(EquationId::id)
              .distinct()
              .collect(Collectors.joining(", "));
      throw place.bad("“" + id + "” is no equation, expected one of " + ids);
    }
    int depth = scenario.net().depth();
    boolean layered = parts.length == 2 && parts[1].matches("[1-6]");
    int layer = layered ? Integer.parseInt(parts[1]) : 0;
    if (parts.length > 2 || (parts.length == 2 && !layered) || layer > depth) {
      throw place.bad("“" + text.strip() + "” has no layer 1…" + depth + " after its @");
    }
    return new ProgramLine(place, id, layer, bug);
  }

  /** The line as it runs in that scenario. */
  public Line line(Look look, Query of) {
    Scenario scenario = of.walking();
    if (bug) {
      List<deltascope.network.Variation> with = new ArrayList<>(scenario.variations());
      with.add(Catalogue.variation(id));
      scenario = place.saidOf(() -> of.walking().with(with));
    }
    for (Step step : look.numbers().trace(scenario).steps()) {
      boolean this_ = bug ? step.acting().contains(id) : step.equation().id().equals(id);
      if (this_ && step.layer() == layer) {
        return step.line();
      }
    }
    throw place.bad(
        "“"
            + id
            + (layer == 0 ? "" : "@" + layer)
            + (bug ? "” acts in no line of this walk there" : "” is no line of this walk"));
  }

  @Override
  public String toString() {
    return layer == 0 ? id : id + "@" + layer;
  }
}
