package deltascope.network;

import deltascope.data.Split;
import deltascope.math.Refused;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param epochs epochs trained before the first step, or to train, 0…100
 * @param variations what is changed in the equations, by rank
 * @param sample position in the walk, from 0
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
    int epochs,
    List<Variation> variations,
    int sample) {
  /** The largest batch. */
  public static final int MAX_BATCH = 1024;

  /** The most epochs. */
  public static final int MAX_EPOCHS = 100;

  /** The largest learning rate. */
  public static final double MAX_ETA = 100;

  public Scenario {
    variations = variations.stream().sorted(Comparator.comparingInt(Variation::rank)).toList();
    cost.mustSuit(net.output().activation());
    within("batch", batch, 1, MAX_BATCH);
    within("epochs", epochs, 0, MAX_EPOCHS);
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

  /** What runs. */
  public Setup setup() {
    EquationSet equations = new EquationSet(new Textbook(cost, init, seed), variations);
    return new Setup(net, equations, eta, batch);
  }

  /** The same scenario at another sample. */
  public Scenario at(int otherSample) {
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
        epochs,
        variations,
        otherSample);
  }

  /** The same scenario with other variations. */
  public Scenario with(List<Variation> others) {
    return new Scenario(
        data, split, net, activation, cost, init, seed, eta, batch, epochs, others, sample);
  }

  /** The same scenario with chance from another seed. */
  public Scenario seeded(long otherSeed) {
    return new Scenario(
        data,
        split,
        net,
        activation,
        cost,
        init,
        otherSeed,
        eta,
        batch,
        epochs,
        variations,
        sample);
  }

  /** The same scenario with batches of {@code m} samples. */
  public Scenario inBatchesOf(int m) {
    return new Scenario(
        data, split, net, activation, cost, init, seed, eta, m, epochs, variations, sample);
  }

  /** Every parameter by its name in addresses, resolved, in their usual order. */
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
    parameters.put("epochs", Integer.toString(epochs));
    parameters.put("bugs", variations.stream().map(Variation::id).collect(Collectors.joining(",")));
    parameters.put("sample", Integer.toString(sample));
    return parameters;
  }

  /** "3" for 3.0, all digits otherwise. */
  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
