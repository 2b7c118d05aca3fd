package deltascope.checks;

import deltascope.network.Call;
import deltascope.network.EquationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A schedule that updates each layer as soon as its gradient is there. */
final class Eager {
  private static final Set<EquationId> EARLY =
      Set.of(
          EquationId.ACCUMULATE_WEIGHTS,
          EquationId.ACCUMULATE_BIASES,
          EquationId.UPDATE_WEIGHTS,
          EquationId.UPDATE_BIASES);

  private Eager() {}

  static List<Call> schedule(List<Call> calls) {
    List<Call> eager = new ArrayList<>();
    for (Call call : calls) {
      if (EARLY.contains(call.equation())) {
        continue;
      }
      eager.add(call);
      if (call.equation() == EquationId.BIAS_GRADIENT) {
        calls.stream()
            .filter(c -> c.layer().equals(call.layer()) && EARLY.contains(c.equation()))
            .forEach(eager::add);
      }
    }
    return eager;
  }
}
