package deltascope.web;

import deltascope.algebra.Memory;
import deltascope.bugs.Catalogue;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.Activation;
import deltascope.network.Architecture;
import deltascope.network.Cost;
import deltascope.network.EquationSet;
import deltascope.network.GivenData;
import deltascope.network.GivenSamples;
import deltascope.network.Init;
import deltascope.network.Layer;
import deltascope.network.Pass;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Textbook;
import deltascope.network.Trace;
import deltascope.network.Variation;
import deltascope.network.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A network and samples of the caller's own, as {@code POST /api/trace} takes them.
 *
 * @param weights Wˡ, layer by layer
 * @param biases bˡ, layer by layer
 * @param repeat how often the samples are gone through, the last time as a trace
 */
record GivenNetwork(
    Setup setup,
    Cost cost,
    List<Matrix> weights,
    List<Matrix> biases,
    GivenSamples samples,
    List<Variation> bugs,
    int repeat) {
  private static final int MAX_REPEAT = 100_000;

  /** Multiplications that one request may ask for: some ten seconds' worth. */
  private static final double MAX_WORK = 2e10;

  /**
   * Reads and checks the document.
   *
   * @throws Refused naming the place in the document, what is there and what should be
   */
  static GivenNetwork read(String body) {
    JsonDocument document = JsonDocument.read(body);
    document.allowOnly("layers", "cost", "eta", "samples", "batch", "bugs", "repeat");
    List<Layer> layers = new ArrayList<>();
    List<Matrix> weights = new ArrayList<>();
    List<Matrix> biases = new ArrayList<>();
    List<JsonDocument> given = document.list("layers", 1, Architecture.MAX_LAYERS);
    for (int l = 1; l <= given.size(); l++) {
      JsonDocument layer = given.get(l - 1);
      layer.allowOnly("weights", "biases", "activation");
      Matrix w = layer.matrix("weights", Architecture.MAX_UNITS);
      if (l > 1 && w.cols() != layers.get(l - 2).units()) {
        throw new Refused(
            layer.path("weights"),
            w.shape(),
            w.rows() + " × " + layers.get(l - 2).units() + ", a column for each unit below");
      }
      Matrix b = Matrix.column(layer.numbers("biases", w.rows(), "one bias a unit"));
      boolean last = l == given.size();
      Activation activation =
          Activation.of(layer.path("activation"), layer.text("activation", "tanh"), last);
      layers.add(new Layer(l, w.rows(), w.cols(), activation, last));
      weights.add(w);
      biases.add(b);
    }
    Architecture net = new Architecture(layers);
    Cost cost = Cost.of(document.text("cost", "squared-error"));
    cost.mustSuit(net.output().activation());
    List<Variation> bugs = new ArrayList<>();
    for (String id : document.texts("bugs")) {
      if (bugs.stream().anyMatch(bug -> bug.id().equals(id))) {
        throw new Refused("bugs", id + " twice", "each bug at most once");
      }
      bugs.add(Catalogue.variation(id));
    }
    GivenSamples samples = samples(document, net);
    int batch = document.whole("batch", 1, 1, Scenario.MAX_BATCH);
    int repeat = document.whole("repeat", 1, 1, MAX_REPEAT);
    double work = 6.0 * net.parameters() * samples.size() * repeat;
    if (work > MAX_WORK) {
      throw new Refused(
          "repeat",
          repeat,
          "at most %.0f with %d samples and a network of this size"
              .formatted(Math.floor(MAX_WORK / work * repeat), samples.size()));
    }
    double eta = document.rate("eta", 0.1, Scenario.MAX_ETA);
    EquationSet equations = new EquationSet(new GivenData(new Textbook(cost, Init.ZEROS, 0)), bugs);
    Setup setup = new Setup(net, equations, eta, batch);
    return new GivenNetwork(setup, cost, weights, biases, samples, bugs, repeat);
  }

  private static GivenSamples samples(JsonDocument document, Architecture net) {
    List<double[]> inputs = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (JsonDocument sample : document.list("samples", 1, 10_000)) {
      sample.allowOnly("input", "target");
      inputs.add(sample.numbers("input", net.inputs(), "one number for each input"));
      targets.add(sample.numbers("target", net.output().units(), "one number for each output"));
    }
    return new GivenSamples(inputs, targets);
  }

  /** The last sample's pass in the last repetition. */
  Trace trace() {
    Memory memory = setup.startFrom(weights, biases);
    Pass pass = new Pass(setup, samples);
    int[] order = order();
    for (int round = 1; round < repeat; round++) {
      pass.runAll(memory, order);
    }
    return walk(order, memory).trace(order.length - 1);
  }

  /** The pass of one sample, from 0, after those before it. */
  Trace trace(int sample) {
    return walk(order(), setup.startFrom(weights, biases)).trace(sample);
  }

  private Walk walk(int[] order, Memory memory) {
    return new Walk(setup, samples, order, memory);
  }

  private int[] order() {
    return IntStream.range(0, samples.size()).toArray();
  }

  Map<String, Object> describe() {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("net", setup.net().toString());
    described.put("cost", cost.id());
    described.put("eta", setup.eta());
    described.put("batch", setup.batch());
    described.put("bugs", bugs.stream().map(Variation::id).toList());
    described.put("repeat", repeat);
    return described;
  }

  Map<String, Object> sample() {
    int last = samples.size() - 1;
    return new TreeMap<>(
        Map.of(
            "index", last,
            "input", samples.inputs().get(last),
            "target", samples.targets().get(last)));
  }

  /** The layers as the caller gave them, with what has been learned. */
  Object network(Memory after) {
    List<Object> layers = new ArrayList<>();
    for (Layer l : setup.net().layers()) {
      Matrix w = after.get(l.weights());
      double[][] rows = new double[w.rows()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = w.row(i);
      }
      Map<String, Object> layer = new LinkedHashMap<>();
      layer.put("weights", rows);
      layer.put("biases", after.get(l.biases()).rowMajor());
      layer.put("activation", l.activation().id());
      layers.add(layer);
    }
    return Map.of("layers", layers);
  }
}
