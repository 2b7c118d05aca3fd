package deltascope.bugs;

import static deltascope.algebra.Numeral.ONE;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.network.Activation;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** The sigmoid's a(1 − a) under a tanh, or the other way round. */
@AutoService(Bug.class)
public final class SlopeOfAnotherFunction implements Bug {
  @Override
  public Card card() {
    return Card.of("slope-of-another-function", Family.BACKWARD, "Slope of another function")
        .says("tanh gets the sigmoid's slope a(1 − a), the sigmoid gets tanh's 1 − a².")
        .symptom(
            "With tanh it drifts off or climbs: wherever a is negative, a(1 − a) is negative too,"
                + " and every such error has the wrong sign.")
        .reason(
            "The sigmoid's outputs are positive, so that a(1 − a) is a slope; tanh's are negative"
                + " half the time, and the true slope never is.")
        .cure("1 − a² for tanh, a(1 − a) for the sigmoid: change both when you change one.")
        .seen("ttezel/nn, issue 8")
        .actsOn("slope")
        .firstBroken("output-error")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr slope(Layer l) {
        boolean sigmoids =
            l.activation() == Activation.SIGMOID || l.activation() == Activation.SOFTMAX;
        return sigmoids ? ONE.minus(l.a().squared()) : l.a().hadamard(ONE.minus(l.a()));
      }
    };
  }
}
