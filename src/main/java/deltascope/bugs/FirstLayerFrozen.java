package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** The loop over the layers begins one too late: W¹ and b¹ stay as they were drawn. */
@AutoService(Bug.class)
public final class FirstLayerFrozen implements Bug {
  @Override
  public Card card() {
    return Card.of("first-layer-frozen", Family.UPDATE, "First layer never updated")
        .says("The loop that updates the layers leaves out the first.")
        .symptom(
            "It learns, for hidden units drawn at random are of some use to the layers above,"
                + " but it stops well below what it could reach.")
        .reason(
            "Most weights are in the first layer, and none of them is learned. Random features"
                + " of a digit are features all the same.")
        .cure("Count the layers that have weights: range(1, L + 1), not range(2, L + 1).")
        .seen("Stack Overflow questions on loops that are off by one")
        .actsOn("update-weights")
        .listing(
            new Card.Listing(
                "for l in range(1, L + 1): update(l)",
                "for l in range(2, L + 1): update(l)",
                "for (int l = 1; l <= L; l++) update(l);",
                "for (int l = 2; l <= L; l++) update(l);"))
        .firstBroken("update-weights")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("buffer-identity", "tiny-step", "gradient-slope", "update-ratio");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement updateWeights(Layer l, Expr rate) {
        Statement update = right.updateWeights(l, rate);
        return l.index() == 1 ? update.with(l.weights()) : update;
      }

      @Override
      public Statement updateBiases(Layer l, Expr rate) {
        Statement update = right.updateBiases(l, rate);
        return l.index() == 1 ? update.with(l.biases()) : update;
      }
    };
  }
}
