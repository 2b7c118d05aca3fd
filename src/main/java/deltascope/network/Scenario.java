package deltascope.network;

import deltascope.data.Digits;
import deltascope.data.Drawing;
import deltascope.data.Split;
import deltascope.math.Refused;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the numbers depend on. A page, a trace and a training are pure functions of it.
 *
 * @param data id of the data set
 * @param split which part of it is walked through
 * @param net the layers
 * @param activation φ of the hidden layers, even where there are none
 * @param cost what a wrong output costs
 * @param init how weights begin
 * @param seed where all chance comes from
 * @param eta η, 0 &lt; η ≤ 100
 * @param batch m, 1…1024
 * @param trained what is trained before the first step, or to train: 0…100 epochs, and batches of
 *     the next
 * @param limit how many of the training samples train, the first so many; {@link #ALL} for all
 * @param learns whether the walk updates its weights; where it does not, every sample meets those
 *     that it began with, in the order of the data set
 * @param variations what is changed in the equations, by rank
 * @param sample position in the walk, from 0
 * @param drawn the digit that stands in the sample's place; null where none was drawn. What was
 *     learned before it was learned without it
 */
public record Scenario(
    String data,
    Split split,
    Architecture net,
    Activation activation,
    Cost cost,
    Init init,
    long seed,
    double eta,
    int batch,
    Point trained,
    int limit,
    boolean learns,
    List<Variation> variations,
    int sample,
    @Nullable Drawing drawn) {
  /** The largest batch. */
  public static final int MAX_BATCH = 1024;

  /** No limit to the samples that train. */
  public static final int ALL = Integer.MAX_VALUE;

  /** The most epochs. */
  public static final int MAX_EPOCHS = 100;

  /** The largest learning rate. */
  public static final double MAX_ETA = 100;

  public Scenario {
    variations = variations.stream().sorted(Comparator.comparingInt(Variation::rank)).toList();
    cost.mustSuit(net.output().activation());
    within("batch", batch, 1, MAX_BATCH);
    within("epochs", trained.epochs(), 0, MAX_EPOCHS);
    within("batches", trained.batches(), 0, Integer.MAX_VALUE);
    within("limit", limit, 1, ALL);
    within("sample", sample, 0, Integer.MAX_VALUE);
    if (!(eta > 0 && eta <= MAX_ETA)) {
      throw new Refused("eta", eta, "0 < η ≤ 100");
    }
    Set<String> ids = new HashSet<>();
    for (Variation variation : variations) {
      if (!ids.add(variation.id())) {
        throw new Refused("bugs", variation.id() + " twice", "each bug at most once");
      }
    }
  }

  private static void within(String parameter, int value, int least, int most) {
    if (value < least || value > most) {
      String range = most == Integer.MAX_VALUE ? "at least " + least : least + "…" + most;
      throw new Refused(parameter, value, range);
    }
  }

  /** φ of the output. */
  public Activation output() {
    return net.output().activation();
  }

  /** Whole epochs trained before the first step, or to train. */
  public int epochs() {
    return trained.epochs();
  }

  /** Whether nothing is trained before the first step. */
  public boolean untrained() {
    return trained.equals(Point.START);
  }

  /** What runs. */
  public Setup setup() {
    EquationSet equations = new EquationSet(new Textbook(cost, init, seed), variations);
    return new Setup(net, equations, eta, batch);
  }

  /**
   * The order in which it takes these digits, not to be changed: position → sample. Where nothing
   * is learned they come as they lie.
   */
  public int[] order(Digits digits) {
    EquationSet equations = setup().equations();
    return (learns ? equations.asRun() : equations.textbook()).walkingOrder(digits);
  }

  /**
   * These digits, with the drawn one in the place of its sample where one was drawn.
   *
   * @param digits the split as it is in the data, the sample among them
   */
  public Digits drawnAmong(Digits digits) {
    return drawn == null ? digits : digits.with(order(digits)[sample], drawn);
  }

  /** The same scenario at that sample, as it is in the data. */
  public Scenario at(int otherSample) {
    return changed(seed, batch, trained, limit, variations, otherSample).drawing(null);
  }

  private Scenario drawing(@Nullable Drawing other) {
    return new Scenario(
        data,
        split,
        net,
        activation,
        cost,
        init,
        seed,
        eta,
        batch,
        trained,
        limit,
        learns,
        variations,
        sample,
        other);
  }

  /** The same scenario with other variations. */
  public Scenario with(List<Variation> others) {
    return changed(seed, batch, trained, limit, others, sample);
  }

  /** The same scenario with chance from another seed. */
  public Scenario seeded(long otherSeed) {
    return changed(otherSeed, batch, trained, limit, variations, sample);
  }

  /** The same scenario with batches of {@code m} samples. */
  public Scenario inBatchesOf(int m) {
    return changed(seed, m, trained, limit, variations, sample);
  }

  /** The same scenario trained as far as that. */
  public Scenario trainedTo(Point point) {
    return changed(seed, batch, point, limit, variations, sample);
  }

  /** The same scenario where the first so many samples train. */
  public Scenario limitedTo(int first) {
    return changed(seed, batch, trained, first, variations, sample);
  }

  private Scenario changed(
      long itsSeed, int m, Point point, int first, List<Variation> changes, int itsSample) {
    return new Scenario(
        data,
        split,
        net,
        activation,
        cost,
        init,
        itsSeed,
        eta,
        m,
        point,
        first,
        learns,
        changes,
        itsSample,
        drawn);
  }

  /**
   * Every parameter by its name in addresses, resolved, in their usual order. Batches, limit, learn
   * and drawn are among them only where they are not the usual ones, 0, all, yes and none.
   */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("data", data);
    parameters.put("split", split.id());
    parameters.put("net", net.toString());
    parameters.put("activation", activation.id());
    parameters.put("output", output().id());
    parameters.put("cost", cost.id());
    parameters.put("init", init.id());
    parameters.put("seed", Long.toString(seed));
    parameters.put("eta", plain(eta));
    parameters.put("batch", Integer.toString(batch));
    parameters.put("epochs", Integer.toString(epochs()));
    if (trained.batches() > 0) {
      parameters.put("batches", Integer.toString(trained.batches()));
    }
    if (limit < ALL) {
      parameters.put("limit", Integer.toString(limit));
    }
    if (!learns) {
      parameters.put("learn", "no");
    }
    parameters.put("bugs", variations.stream().map(Variation::id).collect(Collectors.joining(",")));
    parameters.put("sample", Integer.toString(sample));
    if (drawn != null) {
      parameters.put("drawn", drawn.text());
    }
    return parameters;
  }

  /** The same, numbers as numbers and bugs as a list. */
  public Map<String, Object> described() {
    Map<String, Object> described = new LinkedHashMap<>(parameters());
    described.put("seed", seed);
    described.put("eta", eta);
    described.put("batch", batch);
    described.put("epochs", epochs());
    described.computeIfPresent("batches", (name, text) -> trained.batches());
    described.computeIfPresent("limit", (name, text) -> limit);
    described.put("bugs", variations.stream().map(Variation::id).toList());
    described.put("sample", sample);
    return described;
  }

  /** "3" for 3.0, all digits otherwise. */
  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
