package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.network.Architecture;
import deltascope.network.Blocks;
import deltascope.network.Call;
import deltascope.network.EquationId;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Phase;
import java.util.ArrayList;
import java.util.List;

/** Each layer is updated on the way down, and the δ below is formed with its new weights. */
@AutoService(Bug.class)
public final class UpdatedWeightsInBackward implements Bug {
  @Override
  public Card card() {
    return Card.of("updated-weights-in-backward", Family.BACKWARD, "Updated on the way down")
        .says("A layer is updated before the error of the layer below it is formed.")
        .symptom("None that accuracy could show. With small steps the difference is small too.")
        .reason(
            "The chain rule wants the weights that the forward pass used. The new ones differ by"
                + " one step: by η times a gradient.")
        .cure("Form all errors first, then update all layers.")
        .seen("CodingTrain/Toy-Neural-Network-JS, issue 72")
        .actsOn("schedule")
        .listing(
            new Card.Listing(
                "for l in reversed(layers):\n    backward(l)\nfor l in layers:\n    update(l)",
                "for l in reversed(layers):\n    backward(l)\n    update(l)",
                "for (Layer l : downwards) backward(l);\nfor (Layer l : layers) update(l);",
                "for (Layer l : downwards) {\n  backward(l);\n  update(l);\n}"))
        .firstBroken("hidden-error")
        .severity(Severity.HARMLESS)
        .noticedBy("batch-algebra", "gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public List<Call> schedule(Architecture net, boolean batchEnds) {
        List<Call> calls = right.schedule(net, batchEnds);
        return batchEnds ? eager(calls) : calls;
      }

      /** Only the last sample of a batch meets new weights on its way down. */
      @Override
      public List<Integer> blocks(List<Integer> wanted) {
        return Blocks.lastAlone(right.blocks(wanted));
      }
    };
  }

  /** Every sum and update moved up to behind its layer's gradients. */
  private static List<Call> eager(List<Call> calls) {
    List<Call> eager = new ArrayList<>();
    for (Call call : calls) {
      if (!moves(call)) {
        eager.add(call);
      }
      if (call.equation() == EquationId.BIAS_GRADIENT) {
        calls.stream().filter(c -> moves(c) && c.layer().equals(call.layer())).forEach(eager::add);
      }
    }
    return eager;
  }

  private static boolean moves(Call call) {
    Phase phase = call.equation().phase();
    return phase == Phase.ACCUMULATE
        || phase == Phase.UPDATE
            && call.equation() != EquationId.RESET_WEIGHTS
            && call.equation() != EquationId.RESET_BIASES;
  }
}
