package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Difference;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** W + η∇ for W − η∇: every step makes the cost larger. */
@AutoService(Bug.class)
public final class GradientAscent implements Bug {
  @Override
  public Card card() {
    return Card.of("gradient-ascent", Family.UPDATE, "Gradient ascent")
        .says("The update adds the gradient instead of taking it off.")
        .symptom(
            "The cost rises from the first update on and stays near its greatest value; every"
                + " gradient is right.")
        .reason(
            "The gradient points uphill. With tanh the climb ends where every output is as wrong"
                + " as it can be, and there the slopes are 0: nothing moves any more.")
        .cure("W -= eta / m * U.")
        .seen("The question this project began with")
        .actsOn("update-weights")
        .firstBroken("update-weights")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("tiny-step", "gradient-slope", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement updateWeights(Layer l, Expr rate) {
        return uphill(right.updateWeights(l, rate));
      }

      @Override
      public Statement updateBiases(Layer l, Expr rate) {
        return uphill(right.updateBiases(l, rate));
      }
    };
  }

  private static Statement uphill(Statement update) {
    return update.value() instanceof Difference down
        ? update.with(down.left().plus(down.right()))
        : update;
  }
}
