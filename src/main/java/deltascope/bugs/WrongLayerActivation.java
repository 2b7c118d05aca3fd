package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** ∇Wˡ from aˡ for aˡ⁻¹. The first layer, whose line names x, is right. */
@AutoService(Bug.class)
public final class WrongLayerActivation implements Bug {
  @Override
  public Card card() {
    return Card.of("wrong-layer-activation", Family.BACKWARD, "Activation of the wrong layer")
        .says("∇W is formed with the layer's own activation instead of the one that came in.")
        .symptom(
            "Unless the layer has as many units as the one below, the gradient has the wrong"
                + " shape and cannot be added. If it has, it runs and learns badly.")
        .reason(
            "A weight's gradient is the error it leads to times the activation it carried. The"
                + " layer's own activation is what came of it, not what went in.")
        .cure("δˡ (aˡ⁻¹)ᵀ. Count the layers in a list of activations from the input, a⁰.")
        .seen("Data Science Stack Exchange 25394")
        .actsOn("weight-gradient")
        .home("net=16-10-10-10")
        .firstBroken("weight-gradient")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement weightGradient(Layer l) {
        Statement gradient = right.weightGradient(l);
        return l.index() == 1 ? gradient : gradient.replacing(l.aBelow(), l.a());
      }
    };
  }
}
