package deltascope.web;

import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.math.Matrix;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.picture.HeatPicture;
import deltascope.web.page.GradientMap;
import io.javalin.http.Context;
import java.util.List;

/**
 * {@code /api/checks}: what every check finds in a scenario's program, or one of them alone; {@code
 * /api/checks/gradient.npy}: the gradient check of every weight of a layer.
 */
final class ChecksApi {
  private final Walks walks;
  private final Findings findings;

  ChecksApi(Walks walks, Findings findings) {
    this.walks = walks;
    this.findings = findings;
  }

  /** One check's answer. */
  record Answer(
      String id,
      String title,
      String verdict,
      double value,
      double threshold,
      String detail,
      List<Part> tensors) {
    static Answer of(Check check, Finding found) {
      return new Answer(
          check.id(),
          check.title(),
          found.verdict().id(),
          found.value(),
          found.threshold(),
          found.detail(),
          found.tensors().stream()
              .map(part -> new Part(part.name(), part.value(), part.verdict().id()))
              .toList());
    }
  }

  /** One tensor's share in it. */
  record Part(String name, double value, String verdict) {}

  void get(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(ScenarioReader.NAMES, "check"));
    List<Check> asked =
        parameters.has("check")
            ? List.of(Checks.check(parameters.text("check", "")))
            : Checks.checks();
    Json.write(
        ctx,
        findings.of(scenario(parameters), asked).stream()
            .map(found -> Answer.of(found.check(), found.finding()))
            .toList());
  }

  /** log₁₀ of the relative error, as the layer's weights; NaN where there is nothing to compare. */
  void npy(Context ctx) {
    ctx.contentType("application/octet-stream").result(Npy.bytes(heatMap(ctx)));
  }

  /** The same for browsers without scripts: blue below the bound of the check, orange above. */
  void png(Context ctx) {
    ctx.contentType("image/png")
        .result(HeatPicture.png(heatMap(ctx), GradientMap.BOUND, GradientMap.REACH));
  }

  private Matrix heatMap(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(ScenarioReader.NAMES, "layer"));
    Scenario scenario = scenario(parameters);
    int layer = parameters.whole("layer", 1, 1, scenario.net().depth());
    return findings.heatMap(scenario, scenario.net().layer(layer));
  }

  private Scenario scenario(Parameters parameters) {
    return walks.reader().read(parameters.all());
  }
}
