package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Filled;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** Every weight starts as 0.01: the units of a layer are clones, and stay so. */
@AutoService(Bug.class)
public final class ConstantInit implements Bug {
  @Override
  public Card card() {
    return Card.of("constant-init", Family.INITIALISATION, "All weights alike")
        .says("Every weight starts as 0.01 instead of a random number.")
        .symptom(
            "It learns a little and then no more, as if each layer had a single unit; all rows of"
                + " W¹ are the same.")
        .reason(
            "Units with equal weights see the same sum, make the same answer and get the same"
                + " error. Their updates are equal as well: nothing ever tells them apart.")
        .cure("Draw every weight on its own, with variance 1/n of the units that feed it.")
        .seen("CS231n's notes, “all zero pitfall”")
        .actsOn("initial-weights")
        .firstBroken("weighted-sum")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy(
            "error-norms",
            "symmetric-units",
            "one-class-fingerprint",
            "overfit-a-few",
            "update-ratio");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement initialWeights(Layer l) {
        return l.weights().is(new Applied(new Filled(l.units(), l.inputs(), 0.01)));
      }
    };
  }
}
