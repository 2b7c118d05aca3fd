package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import java.util.List;

/** Weights are initialised inside the epoch loop: only the last epoch counts. */
@AutoService(Bug.class)
public final class ReinitialisedEachEpoch implements Bug {
  @Override
  public Card card() {
    return Card.of("reinitialised-each-epoch", Family.INITIALISATION, "Initialised every epoch")
        .says("Weights and biases are initialised inside the epoch loop, and so forgotten.")
        .symptom("The first epoch teaches as it should; every further one ends where it ended.")
        .reason("What an epoch learns is thrown away before the next. Only the last one counts.")
        .cure("Initialise once, before the loop over the epochs.")
        .seen("facebookresearch/ParlAI, issue 347")
        .actsOn("epoch-start")
        .home("epochs=3")
        .listing(
            new Card.Listing(
                "W, b = initialise()\nfor epoch in range(epochs):\n    train(W, b)",
                "for epoch in range(epochs):\n    W, b = initialise()\n    train(W, b)",
                "initialise();\nfor (int e = 0; e < epochs; e++) {\n  train();\n}",
                "for (int e = 0; e < epochs; e++) {\n  initialise();\n  train();\n}"))
        .firstBroken("weighted-sum")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("saturation");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public List<Statement> epochStart(List<Statement> initial) {
        return initial;
      }
    };
  }
}
