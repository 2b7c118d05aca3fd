package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Difference;
import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** The bias is updated inside the loop over the weights: n times as far as it should go. */
@AutoService(Bug.class)
public final class BiasUpdatedPerWeight implements Bug {
  @Override
  public Card card() {
    return Card.of("bias-updated-per-weight", Family.UPDATE, "Bias updated once per weight")
        .says("A unit's bias takes its step once for each incoming weight.")
        .symptom(
            "With few inputs nothing shows. With 784 the first layer's biases run away, and its"
                + " units end up saturated for every picture.")
        .reason("The line stands inside the inner loop: n steps of η are one step of n η.")
        .cure("Move it out of the loop over the weights.")
        .seen("xnought/backprop-explainer, a published teaching tool")
        .actsOn("update-biases")
        .listing(
            new Card.Listing(
                "for j in range(n):\n    W[i][j] -= eta * dW[i][j]\nb[i] -= eta * db[i]",
                "for j in range(n):\n    W[i][j] -= eta * dW[i][j]\n    b[i] -= eta * db[i]",
                "for (int j = 0; j < n; j++) W[i][j] -= eta * dW[i][j];\nb[i] -= eta * db[i];",
                "for (int j = 0; j < n; j++) {\n  W[i][j] -= eta * dW[i][j];\n"
                    + "  b[i] -= eta * db[i];\n}"))
        .firstBroken("update-biases")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("tiny-step", "gradient-slope", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement updateBiases(Layer l, Expr rate) {
        Statement update = right.updateBiases(l, rate);
        Expr times = new Numeral(l.inputs());
        return update.value() instanceof Difference step
            ? update.with(step.left().minus(times.scaling(step.right())))
            : update;
      }
    };
  }
}
