package deltascope.bugs;

import static deltascope.algebra.Parameter.BATCH;
import static deltascope.algebra.Parameter.ETA;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** The batch's sum where its mean belongs: m times the learning rate. */
@AutoService(Bug.class)
public final class SumNotMean implements Bug {
  @Override
  public Card card() {
    return Card.of("sum-not-mean", Family.ACCUMULATION, "Sum instead of mean")
        .says("The update is not divided by the batch size m.")
        .symptom(
            "Fine with small batches. With a hundred samples the first updates throw every unit"
                + " into saturation, where φ′ is 0 and nothing moves again.")
        .reason("η ΣU is m steps at once, all taken from the same place.")
        .cure("Divide by the number of samples, or make η smaller when the batch grows.")
        .seen(
            "The question this project began with; Cross Validated (stats.stackexchange.com) 183840")
        .actsOn("averaging")
        .home("batch=100")
        .firstBroken("update-weights")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy(
            "batch-algebra",
            "tiny-step",
            "gradient-slope",
            "one-class-fingerprint",
            "update-ratio");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr averaging() {
        return right.averaging().replacing(ETA.over(BATCH), ETA);
      }
    };
  }
}
