package deltascope.web;

import deltascope.data.Digits;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** {@code /api/trace}: one sample's whole pass as JSON. */
final class TraceApi {
  /** The most values of a tensor that a small document holds. */
  static final int SMALL = 1024;

  private final Walks walks;
  private final Cases cases;

  TraceApi(Walks walks, Cases cases) {
    this.walks = walks;
    this.cases = cases;
  }

  void get(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(Cases.NAMES, "values"));
    String values = parameters.oneOf("values", "small", "small", "all");
    Cases.Seen seen = cases.of(parameters);
    Trace trace = seen.trace();
    int most = values.equals("all") ? Integer.MAX_VALUE : SMALL;
    Json.write(
        ctx,
        new TraceDocument(
            describe(seen),
            sample(seen.scenario(), trace),
            TraceDocument.steps(trace, most),
            null));
  }

  void post(Context ctx) throws IOException, TimeoutException {
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

  /** Of a mystery, what may be told. */
  private static Map<String, Object> describe(Cases.Seen seen) {
    Map<String, Object> described = seen.scenario().described();
    if (seen.mystery() != null) {
      described.remove("seed");
      described.put("mystery", seen.mystery().token());
    }
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
