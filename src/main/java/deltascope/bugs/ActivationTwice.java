package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** Hidden a = φ(φ(z)): squashed where it is made, and again where it is used. */
@AutoService(Bug.class)
public final class ActivationTwice implements Bug {
  @Override
  public Card card() {
    return Card.of("activation-twice", Family.FORWARD, "Hidden activation applied twice")
        .says("Hidden layers apply φ once more to what is φ(z) already.")
        .symptom(
            "It learns nearly as well. With tanh no hidden unit ever exceeds tanh 1 = 0.76;"
                + " with ReLU nothing changes at all.")
        .reason(
            "φ(φ(z)) rises where φ(z) rises, so the slope φ′(z) has the right sign; it lacks the"
                + " factor φ′(φ(z)) that the chain rule asks for.")
        .cure("Apply φ in one place, either where z is made or where a is read.")
        .seen("liashchynskyi/skynet, issue 1")
        .actsOn("activation")
        .firstBroken("activation")
        .severity(Severity.HARMLESS)
        .noticedBy("gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement activation(Layer l) {
        Statement once = right.activation(l);
        return l.last() ? once : once.with(l.activation().of(once.value()));
      }
    };
  }
}
