package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Filled;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** Every weight starts as 0: nothing gets through, forwards or backwards. */
@AutoService(Bug.class)
public final class ZeroInit implements Bug {
  @Override
  public Card card() {
    return Card.of("zero-init", Family.INITIALISATION, "All weights zero")
        .says("Every weight starts as 0 instead of a random number.")
        .symptom(
            "Every gradient but the output's biases is 0. They alone are learned, and the network"
                + " gives the same answer to every picture.")
        .reason(
            "With tanh, a zero weight below means a = 0 and no gradient for the weights above;"
                + " a zero weight above means δ = 0 and no gradient for the weights below.")
        .cure("Draw every weight on its own; only biases may start at 0.")
        .seen("TheDeepChecker, “poor init”")
        .actsOn("initial-weights")
        .firstBroken("weighted-sum")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("error-norms", "symmetric-units", "one-class-fingerprint", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement initialWeights(Layer l) {
        return l.weights().is(new Applied(new Filled(l.units(), l.inputs(), 0)));
      }
    };
  }
}
