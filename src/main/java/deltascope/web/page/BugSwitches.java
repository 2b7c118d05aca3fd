package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.network.Scenario;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A switch for each bug, on any page that shows a scenario. */
final class BugSwitches {
  private BugSwitches() {}

  /**
   * The switches, in the catalogue's order.
   *
   * @param hidden bugs that are on and do nothing, and which bug hides each; empty for all together
   * @param link makes the page's link of its address with a bug the other way
   */
  static List<StepPage.BugSwitch> of(
      Words words,
      Scenario scenario,
      Map<String, String> hidden,
      Address address,
      Function<Address, String> link) {
    List<String> on = scenario.variations().stream().map(Variation::id).toList();
    List<StepPage.BugSwitch> switches = new ArrayList<>();
    for (Bug bug : Catalogue.bugs()) {
      CardWords said = CardWords.of(words, bug);
      List<String> other = new ArrayList<>(on);
      boolean now = other.remove(bug.id());
      if (!now) {
        other.add(bug.id());
      }
      String bugs = other.isEmpty() ? null : String.join(",", other);
      String family = words.of("family." + bug.card().family().id());
      switches.add(
          new StepPage.BugSwitch(
              family,
              said.title(),
              said.says(),
              now,
              link.apply(address.with("bugs", bugs)),
              hidden(words, hidden.get(bug.id()))));
    }
    return switches;
  }

  private static String hidden(Words words, @Nullable String by) {
    if (by == null) {
      return "";
    }
    return by.isEmpty()
        ? words.of("bugs.hidden-together")
        : words.of("bugs.hidden", CardWords.title(words, by));
  }
}
