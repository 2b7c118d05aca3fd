package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** φ′(a) for φ′(z): the helper that derives tanh of z is handed tanh z. */
@AutoService(Bug.class)
public final class SlopeOfActivation implements Bug {
  @Override
  public Card card() {
    return Card.of("slope-of-activation", Family.BACKWARD, "Slope taken at a, not at z")
        .says("The derivative's helper expects z and is handed the activation a.")
        .symptom(
            "It learns about as well. A saturated unit is believed to be alive: its slope never"
                + " falls below 1 − tanh² 1 = 0.42.")
        .reason(
            "φ is applied twice before the slope is taken. As a lies nearer to 0 than z, the"
                + " slope comes out too large, always with the right sign.")
        .cure("Hand it z, or write the helper for a: 1 − a² for tanh.")
        .seen("davidrmiller/neural2d, issue 40")
        .actsOn("slope")
        .firstBroken("output-error")
        .severity(Severity.HARMLESS)
        .noticedBy("gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr slope(Layer l) {
        return right.slope(l).replacing(l.z(), l.a());
      }
    };
  }
}
