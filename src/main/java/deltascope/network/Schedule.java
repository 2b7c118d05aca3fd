package deltascope.network;

import static deltascope.network.EquationId.ACCUMULATE_BIASES;
import static deltascope.network.EquationId.ACCUMULATE_WEIGHTS;
import static deltascope.network.EquationId.ACTIVATION;
import static deltascope.network.EquationId.BIAS_GRADIENT;
import static deltascope.network.EquationId.COST;
import static deltascope.network.EquationId.HIDDEN_ERROR;
import static deltascope.network.EquationId.INPUT;
import static deltascope.network.EquationId.OUTPUT_ERROR;
import static deltascope.network.EquationId.RESET_BIASES;
import static deltascope.network.EquationId.RESET_WEIGHTS;
import static deltascope.network.EquationId.TARGET;
import static deltascope.network.EquationId.UPDATE_BIASES;
import static deltascope.network.EquationId.UPDATE_WEIGHTS;
import static deltascope.network.EquationId.WEIGHTED_SUM;
import static deltascope.network.EquationId.WEIGHT_GRADIENT;

import java.util.ArrayList;
import java.util.List;

/** The order of the algorithm: data, forward, cost, backward, accumulate, update. */
final class Schedule {
  private final List<Call> calls = new ArrayList<>();
  private final Architecture net;

  private Schedule(Architecture net) {
    this.net = net;
  }

  static List<Call> textbook(Architecture net, boolean batchEnds) {
    Schedule schedule = new Schedule(net);
    schedule.forward();
    schedule.backward();
    schedule.perLayer(ACCUMULATE_WEIGHTS, ACCUMULATE_BIASES);
    if (batchEnds) {
      schedule.perLayer(UPDATE_WEIGHTS, UPDATE_BIASES);
      schedule.perLayer(RESET_WEIGHTS, RESET_BIASES);
    }
    return List.copyOf(schedule.calls);
  }

  private void forward() {
    add(INPUT, net.output());
    add(TARGET, net.output());
    perLayer(WEIGHTED_SUM, ACTIVATION);
    add(COST, net.output());
  }

  private void backward() {
    for (int l = net.depth(); l >= 1; l--) {
      add(l == net.depth() ? OUTPUT_ERROR : HIDDEN_ERROR, net.layer(l));
      add(WEIGHT_GRADIENT, net.layer(l));
      add(BIAS_GRADIENT, net.layer(l));
    }
  }

  private void perLayer(EquationId... equations) {
    for (Layer layer : net.layers()) {
      for (EquationId equation : equations) {
        add(equation, layer);
      }
    }
  }

  private void add(EquationId equation, Layer layer) {
    calls.add(new Call(equation, layer));
  }
}
