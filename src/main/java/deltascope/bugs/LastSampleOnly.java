package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Statement;
import deltascope.network.Blocks;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import java.util.List;

/** U = g for U += g: of a whole batch its last sample counts, divided by m. */
@AutoService(Bug.class)
public final class LastSampleOnly implements Bug {
  @Override
  public Card card() {
    return Card.of("last-sample-only", Family.ACCUMULATION, "Only the last sample counts")
        .says("The accumulator is overwritten by each sample's gradient, not added to.")
        .symptom("It learns very slowly, the more so the larger the batch, and noisily.")
        .reason(
            "m − 1 of m gradients are computed and thrown away; the one that is left is divided"
                + " by m as if it were a sum.")
        .cure("U += g.")
        .seen("karpathy/nn-zero-to-hero, issue 52")
        .actsOn("accumulate-weights")
        .firstBroken("accumulate-weights")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy(
            "batch-algebra", "tiny-step", "gradient-check", "gradient-slope", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement accumulateWeights(Layer l) {
        Statement sum = right.accumulateWeights(l);
        return l.weightSum().becomes(sum.value());
      }

      @Override
      public Statement accumulateBiases(Layer l) {
        Statement sum = right.accumulateBiases(l);
        return l.biasSum().becomes(sum.value());
      }

      /** So that the last gradient is the last sample's, however many go through together. */
      @Override
      public List<Integer> blocks(List<Integer> wanted) {
        return Blocks.lastAlone(right.blocks(wanted));
      }
    };
  }
}
