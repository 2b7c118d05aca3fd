package deltascope.bugs;

import static deltascope.algebra.Quantity.Y;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** δᴸ with the difference the wrong way round: the network learns to be wrong. */
@AutoService(Bug.class)
public final class ErrorSign implements Bug {
  @Override
  public Card card() {
    return Card.of("error-sign", Family.BACKWARD, "Error with the wrong sign")
        .says("The output's error is target minus output, and every update climbs the cost.")
        .symptom(
            "The cost rises from the first batch on and stays near its greatest value; accuracy"
                + " falls below chance.")
        .reason(
            "δᴸ is the slope of the cost. With the sign turned, W − η∇W walks uphill, and as"
                + " steeply as the right sign would have walked down.")
        .cure("Output minus target, as the derivative of (a − y)² has it.")
        .seen("TheDeepChecker, “flipped sign”")
        .actsOn("output-error")
        .firstBroken("output-error")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement outputError(Layer output, Expr slope) {
        Expr a = output.a();
        Expr y = Y.of(0);
        return right.outputError(output, slope).replacing(a.minus(y), y.minus(a));
      }
    };
  }
}
