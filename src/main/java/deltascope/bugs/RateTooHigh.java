package deltascope.bugs;

import static deltascope.algebra.Parameter.ETA;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** Thirty times the learning rate: every step overshoots. */
@AutoService(Bug.class)
public final class RateTooHigh implements Bug {
  @Override
  public Card card() {
    return Card.of("rate-too-high", Family.UPDATE, "Learning rate too high")
        .says("Each step is thirty times as long as η says.")
        .symptom(
            "The cost jumps up and down instead of falling, and then stays where saturated units"
                + " keep it.")
        .reason(
            "The gradient is the slope where we stand. Thirty steps ahead the ground may rise"
                + " again; once the units are saturated there is no slope to come back by.")
        .cure("Try rates a factor of three apart, and take the largest that goes down steadily.")
        .seen("DeepCrime, “change learning rate”")
        .actsOn("averaging")
        .firstBroken("update-weights")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy(
            "tiny-step",
            "gradient-slope",
            "one-class-fingerprint",
            "overfit-a-few",
            "update-ratio");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr averaging() {
        return right.averaging().replacing(ETA, new Numeral(30).scaling(ETA));
      }
    };
  }
}
