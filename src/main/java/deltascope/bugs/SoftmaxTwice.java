package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Statement;
import deltascope.network.Activation;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** Softmax of a softmax: no output can come near 1 any more. */
@AutoService(Bug.class)
public final class SoftmaxTwice implements Bug {
  @Override
  public Card card() {
    return Card.of("softmax-twice", Family.FORWARD, "Softmax applied twice")
        .says("The outputs go through softmax twice; δ is still a − y.")
        .symptom(
            "It learns, and is never sure: with ten classes no output exceeds 0.232, and the"
                + " cost never falls below 1.46.")
        .reason(
            "The first softmax gives numbers 0…1, the second makes of (1, 0, …, 0) no more than"
                + " e/(e + 9) = 0.232. The order of the outputs, and so the answer, survives.")
        .cure("Apply softmax once: in the network, or in the cost that asks for raw sums.")
        .seen("Andrej Karpathy's list of the most common mistakes")
        .actsOn("activation")
        .home("output=softmax&cost=cross-entropy")
        .firstBroken("activation")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement activation(Layer l) {
        Statement once = right.activation(l);
        return l.activation() == Activation.SOFTMAX
            ? once.with(l.activation().of(once.value()))
            : once;
      }
    };
  }
}
