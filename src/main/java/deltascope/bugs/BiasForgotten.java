package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** z = W a without b: biases are learned with care and never used. */
@AutoService(Bug.class)
public final class BiasForgotten implements Bug {
  @Override
  public Card card() {
    return Card.of("bias-forgotten", Family.FORWARD, "Bias forgotten")
        .says("The bias is left out of the weighted sum.")
        .symptom(
            "It learns nearly as well. The biases move at every update, further and further, and"
                + " nothing depends on them.")
        .reason(
            "The gradient of b is still δ, for the backward pass does not know that b is unused."
                + " A picture has enough pixels that the weights can do without.")
        .cure("Add b to every weighted sum.")
        .seen("DeepCrime, “remove bias”")
        .actsOn("weighted-sum")
        .firstBroken("weighted-sum")
        .severity(Severity.HARMLESS)
        .noticedBy("gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement weightedSum(Layer l) {
        Expr product = l.weights().times(l.aBelow());
        return right.weightedSum(l).replacing(product.plus(l.biases()), product);
      }
    };
  }
}
