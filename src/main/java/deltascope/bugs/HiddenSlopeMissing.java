package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** δˡ without φ′(zˡ): a saturated unit is blamed as if it could still move. */
@AutoService(Bug.class)
public final class HiddenSlopeMissing implements Bug {
  @Override
  public Card card() {
    return Card.of("hidden-slope-missing", Family.BACKWARD, "Hidden slope missing")
        .says("The error flows down without the slope that should damp a saturated unit.")
        .symptom(
            "It learns a little worse, and now and then a unit drifts into saturation and"
                + " stays.")
        .reason(
            "Wᵀδ has the right sign for every unit; what is missing is a factor between 0 and 1,"
                + " different for each.")
        .cure("Multiply by φ′(z) of the layer that the error arrives at.")
        .seen("Stack Overflow 75378819; Data Science Stack Exchange 20139")
        .actsOn("hidden-error")
        .firstBroken("hidden-error")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement hiddenError(Layer l, Expr slope) {
        return right.hiddenError(l, slope).without(slope);
      }
    };
  }
}
