package deltascope.web;

import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.math.Matrix;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.web.page.Address;
import deltascope.web.page.CheckPanel;
import deltascope.web.page.ChecksPage;
import deltascope.web.page.Shell;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /checks}: what the checks find in a scenario's program, in full, and as a panel. */
final class CheckPages {
  private static final Set<String> NAMES = Parameters.names(ScenarioReader.NAMES, Address.LOOKS);

  private final Walks walks;
  private final Findings findings;
  private final Pages pages;

  CheckPages(Walks walks, Findings findings, Pages pages) {
    this.walks = walks;
    this.findings = findings;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/checks", this::full);
    routes.get("/checks/panel", this::panel);
  }

  private void full(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(NAMES, "heat", "only"));
    Scenario scenario = scenario(parameters);
    Address here = WalkPages.address(ctx, parameters).without("only");
    int heat = parameters.whole("heat", 0, 0, scenario.net().depth());
    int size = walks.digitsAt(scenario).size();
    String title = walks.library().get(scenario.data()).title();
    Words words = here.words();
    String data = Shell.data(words, scenario.split(), title, size);
    Shell shell =
        Shell.of(
            words,
            words.of("checks.document"),
            data,
            here,
            "/checks",
            here.without("heat").at("/step"));
    Matrix map = heat == 0 ? null : findings.heatMap(scenario, scenario.net().layer(heat));
    ChecksPage.Subject subject =
        new ChecksPage.Subject(scenario, size, sample -> walks.glance(scenario.at(sample)));
    pages.render(
        ctx,
        "checks.jte",
        ChecksPage.of(shell, subject, found(scenario, only(parameters)), heat, map));
  }

  /** All checks, or those that the address names. */
  private static List<Check> only(Parameters parameters) {
    return parameters.has("only")
        ? Arrays.stream(parameters.text("only", "").split(",")).map(Checks::check).toList()
        : Checks.checks();
  }

  private void panel(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(NAMES, "which"));
    String which = parameters.oneOf("which", "all", "all", "quick", "slow");
    List<Check> asked =
        Checks.checks().stream()
            .filter(check -> which.equals("all") || check.quick() == which.equals("quick"))
            .toList();
    Address here = WalkPages.address(ctx, parameters).without("which");
    pages.render(
        ctx, "panel.jte", CheckPanel.of(here.words(), found(scenario(parameters), asked), here));
  }

  private Map<Check, Finding> found(Scenario scenario, List<Check> checks) {
    Map<Check, Finding> found = new LinkedHashMap<>();
    for (Findings.Found each : findings.of(scenario, checks)) {
      found.put(each.check(), each.finding());
    }
    return found;
  }

  private Scenario scenario(Parameters parameters) {
    return walks.reader().read(parameters.all());
  }
}
