package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.checks.Subject;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import java.util.concurrent.Semaphore;

/** {@code /api/checks}: what every check finds in a scenario's program, or one of them alone. */
final class ChecksApi {
  /** Programs that are checked at a time; each uses all processors. */
  private final Semaphore places = new Semaphore(2, true);

  private final Walks walks;

  ChecksApi(Walks walks) {
    this.walks = walks;
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
    Scenario scenario =
        ScenarioReader.stepping(walks.library().defaultId(), Catalogue::variation)
            .read(parameters.all());
    List<Check> asked =
        parameters.has("check")
            ? List.of(Checks.check(parameters.text("check", "")))
            : Checks.checks();
    Subject subject = new Subject(scenario, walks.library().get(scenario.data()));
    if (!places.tryAcquire()) {
      throw new ServiceUnavailableResponse(
          "Other programs are being checked; ask again when that is done.");
    }
    try {
      Json.write(
          ctx,
          asked.parallelStream()
              .map(check -> Answer.of(check, Checks.run(check, subject)))
              .toList());
    } finally {
      places.release();
    }
  }
}
