package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trainer;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** {@code /api/train}: trains, and answers with every epoch's figures. */
final class TrainApi {
  /** Trainings that run at a time; more would only slow each other down. */
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

  private final Walks walks;

  TrainApi(Walks walks) {
    this.walks = walks;
  }

  void get(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(ScenarioReader.NAMES, "limit"));
    Scenario scenario =
        ScenarioReader.training(walks.library().defaultId(), Catalogue::variation)
            .read(parameters.all());
    Dataset dataset = walks.library().get(scenario.data());
    int most = dataset.train().size();
    int limit = parameters.whole("limit", most, 1, Integer.MAX_VALUE);
    Trainer trainer = new Trainer(scenario.setup(), dataset.train(), limit);
    if (!places.tryAcquire()) {
      throw new ServiceUnavailableResponse(
          "Other trainings are running; ask again when they have ended.");
    }
    try {
      List<Epoch> epochs = new ArrayList<>();
      trainer.run(scenario.epochs(), dataset.test(), epochs::add);
      Map<String, Object> described = scenario.described();
      described.put("limit", Math.min(limit, most));
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("scenario", described);
      answer.put("epochs", epochs);
      Json.write(ctx, answer);
    } finally {
      places.release();
    }
  }
}
