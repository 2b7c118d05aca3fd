package deltascope.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import deltascope.bugs.Bug;
import deltascope.bugs.Diagnosis;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/check-arrays}: the numbers of a program of the caller's own, beside those of a
 * walk and of every bug.
 */
final class ArraysApi {
  private final Walks walks;

  ArraysApi(Walks walks) {
    this.walks = walks;
  }

  void addTo(RoutesConfig routes) {
    routes.post("/api/check-arrays", this::post);
  }

  /**
   * The first matrix that is other; {@code row} to {@code expected} where the shapes agree.
   *
   * @param step the step that makes it, or the first that reads it
   * @param shape its own rows and columns
   * @param distance of the entry furthest off, as a part of the walk's largest
   * @param yours that entry as it was given
   * @param expected and as the walk has it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record First(
      String name,
      int step,
      String equation,
      @Nullable Integer layer,
      int[] shape,
      int[] expectedShape,
      double distance,
      @Nullable Integer row,
      @Nullable Integer col,
      @Nullable Double yours,
      @Nullable Double expected) {
    static First of(Diagnosis.Apart apart) {
      Step step = apart.walked().step();
      Matrix own = apart.own();
      Matrix walked = apart.walked().value();
      boolean cell = !apart.shapes();
      return new First(
          apart.name(),
          step.index(),
          step.equation().id(),
          step.layer() == 0 ? null : step.layer(),
          new int[] {own.rows(), own.cols()},
          new int[] {walked.rows(), walked.cols()},
          apart.distance(),
          cell ? apart.row() : null,
          cell ? apart.col() : null,
          cell ? own.at(apart.row(), apart.col()) : null,
          cell ? walked.at(apart.row(), apart.col()) : null);
    }
  }

  private void post(Context ctx) throws IOException, TimeoutException {
    Parameters parameters = new Parameters(ctx, ScenarioReader.WALK_NAMES);
    Scenario scenario = walks.reader().read(parameters.all());
    JsonDocument document = JsonDocument.read(Body.text(ctx));
    document.allowOnly("arrays", "tolerance");
    Map<String, Matrix> arrays = document.matrices("arrays");
    if (arrays.isEmpty()) {
      throw new Refused("arrays", "empty", "the matrices to compare, by their names");
    }
    double tolerance = document.fraction("tolerance", Diagnosis.TOLERANCE);
    Diagnosis.mustBeBounded(scenario);
    Digits digits = walks.digitsAt(scenario);
    Diagnosis diagnosis = Diagnosis.of(arrays, scenario, digits, walks.start(scenario), tolerance);
    List<Diagnosis.Apart> apart = diagnosis.apart();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("scenario", scenario.described());
    answer.put("tolerance", tolerance);
    answer.put("compared", diagnosis.compared());
    answer.put("agrees", apart.isEmpty());
    if (!apart.isEmpty()) {
      answer.put("firstDifference", First.of(apart.get(0)));
    }
    answer.put("differing", apart.stream().map(Diagnosis.Apart::name).toList());
    answer.put("bugs", diagnosis.bugs().stream().map(ArraysApi::named).toList());
    answer.put("begun", diagnosis.begun().stream().map(ArraysApi::named).toList());
    Json.write(ctx, answer);
  }

  private static Map<String, String> named(Bug bug) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("id", bug.id());
    named.put("title", bug.title());
    named.put("says", bug.says());
    return named;
  }
}
