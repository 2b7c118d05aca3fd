package deltascope.web;

import deltascope.data.Digits;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.web.page.Address;
import deltascope.web.page.StepPages;
import deltascope.web.page.Worksheets;
import deltascope.web.worksheet.Blanks;
import deltascope.web.worksheet.Kind;
import deltascope.web.worksheet.Rounding;
import deltascope.web.worksheet.Sheet;
import deltascope.web.worksheet.SmallEnough;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code /worksheet}: a walk on paper, with cells left blank, its key, and its marking. */
final class WorksheetPages {
  /** What an address that names no network is about. */
  private static final String NET = "16-3-10";

  /** The first step that there is something to work out in. */
  private static final int STEP = 2;

  private static final Set<String> NAMES =
      Parameters.names(
          Parameters.names(
              Parameters.names(ScenarioReader.WALK_NAMES, Address.WISHES),
              IntStream.rangeClosed(1, Blanks.MOST)
                  .mapToObj(number -> Worksheets.ANSWER + number)
                  .toList()),
          "example",
          "kind",
          "step",
          "blanks",
          "choice",
          "decimals",
          "key");

  private final Walks walks;
  private final Pages pages;

  WorksheetPages(Walks walks, Pages pages) {
    this.walks = walks;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/worksheet", this::page);
  }

  private void page(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    Kind kind =
        Kind.valueOf(
            parameters.oneOf("kind", "step", "step", "pass", "backwards").toUpperCase(Locale.ROOT));
    int choice = parameters.whole("choice", 1, 0, Integer.MAX_VALUE - 1);
    Sheet.Wish wish =
        new Sheet.Wish(
            kind,
            parameters.whole("step", STEP, 0, 9_999),
            Blanks.of(parameters.text("blanks", ""), kind, choice),
            new Rounding(
                parameters.whole("decimals", Rounding.USUAL, Rounding.LEAST, Rounding.MOST)));
    boolean key = parameters.oneOf("key", "no", "yes", "no").equals("yes");
    boolean example = !parameters.oneOf("example", "", "", ExampleNetwork.ID).isEmpty();
    String server = ctx.scheme() + "://" + ctx.host();
    Worksheets.Subject subject = example ? example(parameters, server) : digit(parameters, server);
    Address address = WalkPages.address(ctx, parameters);
    if (!example && !parameters.has("net")) {
      address = address.with("net", NET); // every link leads to this network
    }
    Worksheets worksheets = new Worksheets(subject, wish, address, key);
    pages.render(ctx, key ? "worksheet-key.jte" : "worksheet.jte", worksheets.page());
  }

  private static Worksheets.Subject example(Parameters parameters, String server) {
    for (String name : ScenarioReader.WALK_NAMES) {
      if (parameters.has(name) && !name.equals("sample")) {
        throw new Refused(
            name, "beside an example", "nothing of a scenario but sample: the rest is given");
      }
    }
    int size = ExampleNetwork.size();
    int sample = parameters.whole("sample", 0, 0, size - 1);
    return new Worksheets.Subject(
        ExampleNetwork.trace(sample),
        null,
        Map.of(),
        new Worksheets.Example(ExampleNetwork.ID, sample, size),
        server);
  }

  private Worksheets.Subject digit(Parameters parameters, String server) {
    Map<String, String> asked = new HashMap<>(parameters.all());
    if (!parameters.has("net")) {
      asked.put("net", NET);
    }
    Scenario scenario = walks.reader().read(asked);
    SmallEnough.mustBe(scenario.net());
    if (!scenario.variations().isEmpty()) {
      throw new Refused(
          "bugs", parameters.text("bugs", ""), "none: a worksheet prints the textbook’s lines");
    }
    Trace trace = walks.trace(scenario);
    Digits digits = walks.digits(scenario);
    int index = trace.samples().get(trace.column());
    StepPages.Subject subject =
        new StepPages.Subject(
            walks.library().get(scenario.data()).title(),
            digits.size(),
            digits.label(index),
            index,
            walks.library().ids(),
            List.of(),
            Map.of(),
            null,
            null);
    return new Worksheets.Subject(
        trace,
        new Worksheets.Walked(scenario, subject),
        walks.reader().read(Map.of("net", NET)).parameters(),
        null,
        server);
  }
}
