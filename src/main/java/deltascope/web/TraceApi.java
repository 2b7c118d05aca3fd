package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.network.Variation;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code /api/trace}: one sample's whole pass as JSON. */
final class TraceApi {
  /** The most values of a tensor that a small document holds. */
  static final int SMALL = 1024;

  private final Walks walks;

  TraceApi(Walks walks) {
    this.walks = walks;
  }

  /** The reader of scenarios for walking, with the data set that is the default now. */
  ScenarioReader reader() {
    return ScenarioReader.stepping(walks.library().defaultId(), Catalogue::variation);
  }

  /** The scenario of an address that understands {@code more} beside it. */
  Scenario scenario(Parameters parameters) {
    return reader().read(parameters.all());
  }

  void get(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(ScenarioReader.NAMES, "values"));
    String values = parameters.oneOf("values", "small", "small", "all");
    Scenario scenario = scenario(parameters);
    Trace trace = walks.trace(scenario);
    int most = values.equals("all") ? Integer.MAX_VALUE : SMALL;
    Json.write(
        ctx,
        new TraceDocument(
            describe(scenario), sample(scenario, trace), TraceDocument.steps(trace, most), null));
  }

  void post(Context ctx) throws IOException {
    new Parameters(ctx, Set.of());
    GivenNetwork given = GivenNetwork.read(Body.text(ctx));
    Trace trace = given.trace();
    Json.write(
        ctx,
        new TraceDocument(
            given.describe(),
            given.sample(),
            TraceDocument.steps(trace, Integer.MAX_VALUE),
            given.network(trace.after())));
  }

  /** Every parameter, numbers as numbers and bugs as a list. */
  static Map<String, Object> describe(Scenario scenario) {
    Map<String, Object> described = new LinkedHashMap<>(scenario.parameters());
    described.put("seed", scenario.seed());
    described.put("eta", scenario.eta());
    described.put("batch", scenario.batch());
    described.put("epochs", scenario.epochs());
    described.put("bugs", scenario.variations().stream().map(Variation::id).toList());
    described.put("sample", scenario.sample());
    return described;
  }

  private Map<String, Object> sample(Scenario scenario, Trace trace) {
    Digits digits = walks.digits(scenario);
    int index = trace.samples().get(trace.column());
    int[] pixels = new int[Digits.PIXELS];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = digits.pixel(index, p);
    }
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("index", index);
    sample.put("split", scenario.split().id());
    sample.put("label", digits.label(index));
    sample.put("pixels", pixels);
    sample.put("place", trace.place());
    sample.put("batchSize", trace.batchSize());
    return sample;
  }
}
