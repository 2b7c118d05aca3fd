package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Copied;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** {@code updates = templates}: two names for one object, and no zeros left to begin again with. */
@AutoService(Bug.class)
public final class SharedBuffer implements Bug {
  @Override
  public Card card() {
    return Card.of("shared-buffer", Family.ACCUMULATION, "Two names for one accumulator")
        .says("The accumulator is “reset” to the very object it has been adding into.")
        .symptom(
            "The first batch is right. From the second on each update is the sum of all"
                + " gradients since the start: steps grow and overshoot, until every unit is"
                + " saturated.")
        .reason(
            "updates = templates copies a name, not an array. Adding in place changes the"
                + " zeros themselves, and the next reset hands them back as they are.")
        .cure("Copy the zeros, or make new ones: updates = np.zeros_like(W).")
        .seen("The question this project began with; deeplearning4j, issue 366 (Java)")
        .actsOn("reset")
        .firstBroken("reset")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("buffer-identity", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement resetWeights(Layer l) {
        return right.resetWeights(l).replacing(new Copied(l.weightZeros()), l.weightZeros());
      }

      @Override
      public Statement resetBiases(Layer l) {
        return right.resetBiases(l).replacing(new Copied(l.biasZeros()), l.biasZeros());
      }
    };
  }
}
