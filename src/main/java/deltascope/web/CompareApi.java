package deltascope.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import deltascope.network.Lanes;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import deltascope.network.Variation;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/compare}: the same sample walked twice, with two sets of bugs, and how far apart the
 * results are step by step.
 */
final class CompareApi {
  private final Walks walks;

  CompareApi(Walks walks) {
    this.walks = walks;
  }

  /**
   * A step of both lanes.
   *
   * @param left its number without the scenario's bugs, or with those it is compared against
   * @param right its number in the scenario itself
   * @param distance ‖left − right‖ / ‖left‖ of the results
   * @param madeHere whether the difference is made in this step, and not only handed on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Pair(
      String equation,
      @Nullable Integer layer,
      @Nullable Integer left,
      @Nullable Integer right,
      double distance,
      boolean madeHere) {}

  void get(Context ctx) {
    Parameters parameters =
        new Parameters(ctx, Parameters.names(ScenarioReader.WALK_NAMES, "against"));
    ScenarioReader reader = walks.reader();
    Scenario right = reader.read(parameters.all());
    Scenario left = left(right, reader, parameters);
    Lanes lanes = Lanes.of(walks.trace(left), walks.trace(right));
    List<Pair> pairs = lanes.pairs().stream().map(CompareApi::pair).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("scenario", right.described());
    answer.put("against", left.variations().stream().map(Variation::id).toList());
    lanes.firstDifference().ifPresent(first -> answer.put("firstDifference", pair(first)));
    answer.put("steps", pairs);
    Json.write(ctx, answer);
  }

  /** The scenario of the left lane: that of the right with the bugs it is compared against. */
  static Scenario left(Scenario right, ScenarioReader reader, Parameters parameters) {
    return right.with(reader.read(Map.of("bugs", parameters.text("against", ""))).variations());
  }

  private static Pair pair(Lanes.Pair pair) {
    Step either = pair.either();
    return new Pair(
        either.equation().id(),
        either.layer() == 0 ? null : either.layer(),
        pair.left() == null ? null : pair.left().index(),
        pair.right() == null ? null : pair.right().index(),
        pair.distance(),
        pair.madeHere());
  }
}
