package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** Hidden a = z: many layers that together are one linear map. */
@AutoService(Bug.class)
public final class ActivationForgotten implements Bug {
  @Override
  public Card card() {
    return Card.of("activation-forgotten", Family.FORWARD, "Hidden activation forgotten")
        .says("Hidden layers hand on z as it is; φ is not applied.")
        .symptom(
            "It learns about as much as a network without hidden layers, however many there are.")
        .reason(
            "A linear map of a linear map is a linear map. The backward pass still multiplies by"
                + " φ′(z) and so damps errors for a bend that is not there.")
        .cure("a = φ(z) in every layer, and test that doubling the input does not double z².")
        .seen("UMLAUT, “missing activation”")
        .actsOn("activation")
        .firstBroken("activation")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement activation(Layer l) {
        Statement activation = right.activation(l);
        return l.last() ? activation : activation.with(l.z());
      }
    };
  }
}
