package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** W δ for Wᵀ δ: the error is sent down along the wrong connections. */
@AutoService(Bug.class)
public final class WeightsNotTransposed implements Bug {
  @Override
  public Card card() {
    return Card.of("weights-not-transposed", Family.BACKWARD, "Weights not transposed")
        .says("The error goes down through W instead of Wᵀ.")
        .symptom(
            "Unless both layers have as many units, it stops with a shape error. If they have,"
                + " it runs, and learns little.")
        .reason(
            "Row j of W holds what reaches unit j, column j what leaves it. The error of unit j"
                + " must be gathered from where its activation went: from column j.")
        .cure("W.T @ delta. Test with layers of unlike sizes, and shapes will tell.")
        .seen("Artificial Intelligence Stack Exchange 42884")
        .actsOn("hidden-error")
        .home("net=16-10-10-10")
        .firstBroken("hidden-error")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement hiddenError(Layer l, Expr slope) {
        return right
            .hiddenError(l, slope)
            .replacing(l.weightsAbove().transposed(), l.weightsAbove());
      }
    };
  }
}
