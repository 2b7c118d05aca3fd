package deltascope.bugs;

import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.network.DigitSamples;
import deltascope.network.Layer;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Trace;
import deltascope.network.TraceNames;
import deltascope.network.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One sample's pass, as it is right and with each bug. */
final class BuggedPasses {
  private final Scenario scenario;
  private final Digits digits;
  private final Memory start;
  private final Trace right;
  private final int[] batch;

  /**
   * Of the scenario's sample.
   *
   * @param digits as they are in the data: where one is drawn it stands in the sample's place of
   *     every program, whichever that is
   * @param start what the walk begins with
   */
  BuggedPasses(Scenario scenario, Digits digits, Memory start) {
    this.scenario = scenario;
    this.digits = digits;
    this.start = start;
    this.right = pass(scenario, start);
    int from = right.position() - right.place();
    this.batch = Arrays.copyOfRange(scenario.order(digits), from, from + right.batchSize());
  }

  /** The scenario's own. */
  Trace right() {
    return right;
  }

  /**
   * With a bug that acts from the walk's first sample on, and with one that begins in this batch,
   * as in a program that takes the batch's weights as they are given. Where the scenario is
   * trained, the bug finds the weights that it was trained to.
   */
  List<Trace> of(Bug bug) {
    Scenario bugged = scenario.with(List.of(Catalogue.variation(bug.id())));
    Setup setup = bugged.setup();
    List<Trace> passes = new ArrayList<>();
    List<Layer> layers = setup.net().layers();
    Memory begin =
        scenario.untrained()
            ? setup.start()
            : setup.startFrom(
                layers.stream().map(l -> start.get(l.weights())).toList(),
                layers.stream().map(l -> start.get(l.biases())).toList());
    passes.add(pass(bugged, begin));
    List<Matrix> weights = met(layers.stream().map(Layer::weights));
    List<Matrix> biases = met(layers.stream().map(Layer::biases));
    if (weights.size() == layers.size() && biases.size() == layers.size()) {
      Memory given = setup.startFrom(weights, biases);
      DigitSamples samples =
          DigitSamples.of(scenario.drawnAmong(digits), scenario.split(), scenario.net().inputs());
      passes.add(new Walk(setup, samples, batch, given).trace(right.place()));
    }
    return passes;
  }

  /** Those of these names that the right pass meets, as it ran with them. */
  private List<Matrix> met(Stream<Ref> names) {
    Map<String, TraceNames.Met> all = TraceNames.of(right);
    return names
        .map(name -> all.get(name.name()))
        .filter(Objects::nonNull)
        .map(TraceNames.Met::value)
        .toList();
  }

  private Trace pass(Scenario program, Memory memory) {
    return Walk.of(program, digits, memory).trace(program, digits);
  }
}
