package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Quotient;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** A shared buffer that every update multiplies by η in place: a momentum in disguise. */
@AutoService(Bug.class)
public final class SharedBufferRescaled implements Bug {
  @Override
  public Card card() {
    return Card.of(
            "shared-buffer-rescaled", Family.ACCUMULATION, "Shared accumulator, rescaled in place")
        .says("The accumulator is never emptied, and each update multiplies it by η in place.")
        .symptom("With a small η it learns as if nothing were wrong; with η near 1 it swings.")
        .reason(
            "U = η(U + g): what is left of a batch fades by η each time. That is a momentum of"
                + " strength η, which nobody asked for and which changes with the learning rate.")
        .cure("Make new zeros for each batch, and scale a copy: W -= eta / m * U.")
        .seen("The question this project began with, exactly as written there")
        .actsOn("update-weights")
        .firstBroken("reset")
        .severity(Severity.HARMLESS)
        .noticedBy("buffer-identity");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(new SharedBuffer().in(right)) {
      @Override
      public Statement updateWeights(Layer l, Expr rate) {
        return inPlace(right.updateWeights(l, rate), rate, l.weightSum());
      }

      @Override
      public Statement updateBiases(Layer l, Expr rate) {
        return inPlace(right.updateBiases(l, rate), rate, l.biasSum());
      }
    };
  }

  /** Of a rate η/m, η goes into the sum in place; the division by m stays in the line. */
  private static Statement inPlace(Statement update, Expr rate, Ref sum) {
    boolean mean = rate instanceof Quotient;
    Expr factor = mean ? rate.parts().get(0) : rate;
    Expr step = mean ? Numeral.ONE.over(rate.parts().get(1)).scaling(sum) : sum;
    return update.replacing(rate.scaling(sum), step).afterRescaling(sum, factor);
  }
}
