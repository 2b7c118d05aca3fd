package deltascope.web.train;

import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.data.Split;
import deltascope.math.Refused;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be trained: a scenario, of which neither split nor sample matters, nor whether its
 * walk learns, on its data. Two that train the same have one key.
 *
 * @param scenario with a limit only where that leaves samples out
 * @param dataset its data; one that was read anew is another one
 */
public record Order(Scenario scenario, Dataset dataset) {
  /** What two orders have in common that are one training. */
  public record Key(Map<String, String> parameters, Dataset dataset) {}

  public Order {
    if (scenario.limit() >= dataset.train().size()) {
      scenario = scenario.limitedTo(Scenario.ALL);
    }
  }

  /**
   * The order that a scenario makes.
   *
   * @throws Refused for batches after the last epoch, since a training is a number of whole epochs,
   *     and where nothing is to be learned
   */
  public static Order of(Scenario scenario, Library library) {
    int batches = scenario.trained().batches();
    if (batches > 0) {
      throw new Refused("batches", batches, "0, as a training has whole epochs");
    }
    if (!scenario.learns()) {
      throw new Refused("learn", "no", "yes, as a training learns");
    }
    return new Order(scenario, library.get(scenario.data()));
  }

  /** How many of the training samples train. */
  public int limit() {
    return Math.min(scenario.limit(), dataset.train().size());
  }

  /** How many epochs are trained. */
  public int epochs() {
    return scenario.epochs();
  }

  /** Every parameter of it, as in JSON. */
  public Map<String, Object> described() {
    Map<String, Object> described = scenario.described();
    described.put("limit", limit());
    return described;
  }

  /** What is known of it before it begins. */
  Map<String, Object> beginning() {
    Trainer trainer = trainer();
    Map<String, Object> beginning = new LinkedHashMap<>();
    beginning.put("scenario", described());
    beginning.put("samplesPerEpoch", trainer.samplesPerEpoch());
    beginning.put("batchesPerEpoch", trainer.batchesPerEpoch());
    return beginning;
  }

  /** What trains it. */
  public Trainer trainer() {
    return new Trainer(scenario.setup(), dataset.train(), scenario.limit());
  }

  /** By which it is found again. */
  public Key key() {
    return new Key(parameters(scenario), dataset);
  }

  /** By which the program is found again, however long it trains. */
  Key program() {
    return new Key(parameters(scenario.trainedTo(Point.START)), dataset);
  }

  private static Map<String, String> parameters(Scenario scenario) {
    Map<String, String> parameters = new LinkedHashMap<>(scenario.at(0).parameters());
    parameters.put("split", Split.TRAIN.id());
    // What a walk does not learn was learned before it.
    parameters.remove("learn");
    return parameters;
  }
}
