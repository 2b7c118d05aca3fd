package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.network.Architecture;
import deltascope.network.Call;
import deltascope.network.EquationId;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Phase;
import java.util.ArrayList;
import java.util.List;

/** The forward pass is run again for every layer on the way down: right, and slow. */
@AutoService(Bug.class)
public final class ForwardRecomputed implements Bug {
  @Override
  public Card card() {
    return Card.of("forward-recomputed", Family.BACKWARD, "Forward pass run again and again")
        .says("Before each hidden layer's error the whole forward pass is run once more.")
        .symptom("Every number is right. Each hidden layer costs one more forward pass.")
        .reason(
            "z and a of every layer are known after one pass; a function that asks for “the"
                + " activations of layer l” and begins at the input each time does not keep them.")
        .cure("Run forward once and keep every z and a in a list.")
        .seen("The question this project began with")
        .actsOn("schedule")
        .listing(
            new Card.Listing(
                "z, a = forward(x)\nfor l in reversed(range(1, L)):\n    error(l, z, a)",
                "for l in reversed(range(1, L)):\n    z, a = forward(x)\n    error(l, z, a)",
                "forward(x);\nfor (int l = L - 1; l >= 1; l--) error(l);",
                "for (int l = L - 1; l >= 1; l--) {\n  forward(x);\n  error(l);\n}"))
        .severity(Severity.HARMLESS);
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public List<Call> schedule(Architecture net, boolean batchEnds) {
        List<Call> calls = right.schedule(net, batchEnds);
        List<Call> forward =
            calls.stream().filter(call -> call.equation().phase() == Phase.FORWARD).toList();
        List<Call> longer = new ArrayList<>();
        for (Call call : calls) {
          if (call.equation() == EquationId.HIDDEN_ERROR) {
            longer.addAll(forward);
          }
          longer.add(call);
        }
        return longer;
      }
    };
  }
}
