package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Drawn;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** Weights from N(0, 1), however many inputs there are: most units start saturated. */
@AutoService(Bug.class)
public final class InitTooLarge implements Bug {
  @Override
  public Card card() {
    return Card.of("init-too-large", Family.INITIALISATION, "Weights start too large")
        .says("Weights are drawn from N(0, 1), whatever the number of inputs.")
        .symptom(
            "Most hidden units sit at +1 or −1 before the first step; for a long time accuracy"
                + " hardly leaves chance.")
        .reason(
            "A sum of n random terms of variance 1 has variance n. With 784 inputs z¹ is far out"
                + " where tanh is flat, and φ′ damps nearly every error on its way down.")
        .cure("Divide by √n: draw from N(0, 1/n), n being the number of inputs.")
        .seen("Stack Overflow answers that say “scale by 1/√n”")
        .actsOn("initial-weights")
        .firstBroken("weighted-sum")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("overfit-a-few", "saturation");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement initialWeights(Layer l) {
        Statement initial = right.initialWeights(l);
        return initial.value() instanceof Applied applied
                && applied.function() instanceof Drawn drawn
            ? initial.with(new Applied(large(drawn)))
            : initial;
      }
    };
  }

  private static Drawn large(Drawn drawn) {
    return new Drawn(
        drawn.rows(),
        drawn.cols(),
        Drawn.Shape.NORMAL,
        1,
        drawn.seed(),
        drawn.purpose(),
        drawn.number());
  }
}
