package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** δᴸ from a − y where C = Σ(a − y)² asks for 2(a − y): half the step, the same way. */
@AutoService(Bug.class)
public final class FactorTwoDropped implements Bug {
  @Override
  public Card card() {
    return Card.of("factor-two-dropped", Family.BACKWARD, "Factor two dropped")
        .says("δᴸ starts from a − y although the cost has no ½ that would cancel the 2.")
        .symptom(
            "It learns as with half the learning rate. A gradient check gives E = ⅓: every"
                + " gradient is ½ of what it should be.")
        .reason(
            "The derivative of (a − y)² is 2(a − y). Many books put ½ before the cost to be rid"
                + " of the 2; here formula and cost come from different books.")
        .cure("Keep the 2, or put ½ into the cost; either is right, half of both is not.")
        .seen("A convention, often called a bug")
        .actsOn("output-error")
        .firstBroken("output-error")
        .severity(Severity.HARMLESS)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement outputError(Layer output, Expr slope) {
        return right.outputError(output, slope).without(Numeral.TWO);
      }
    };
  }
}
