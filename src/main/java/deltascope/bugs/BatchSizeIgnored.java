package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** Whatever batch size is asked for, a hundred it is. */
@AutoService(Bug.class)
public final class BatchSizeIgnored implements Bug {
  private static final int ALWAYS = 100;

  @Override
  public Card card() {
    return Card.of("batch-size-ignored", Family.ACCUMULATION, "Batch size ignored")
        .says("The loop updates after every 100 samples, whatever batch size it is given.")
        .symptom(
            "Changing the batch size changes nothing. Small batches were meant to give more"
                + " updates an epoch, and do not come.")
        .reason("The parameter is read and passed on, and the loop has a 100 of its own.")
        .cure("Use the parameter, and count the updates of an epoch: N/m, rounded up.")
        .seen("The question this project began with")
        .actsOn("batch-size")
        .listing(
            new Card.Listing(
                "if count % batch_size == 0: update()",
                "if count % 100 == 0: update()",
                "if (count % batchSize == 0) update();",
                "if (count % 100 == 0) update();"))
        .firstBroken("update-weights")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("batch-algebra");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public int batchSize(int asked) {
        return ALWAYS;
      }
    };
  }
}
