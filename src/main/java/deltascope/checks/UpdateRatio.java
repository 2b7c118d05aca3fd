package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.network.EquationId;
import deltascope.network.Equations;
import deltascope.network.Layer;
import deltascope.network.Moved;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * By what part of itself every W moves in the eleventh update, ‖ΔW‖ / ‖W‖, after ten to settle.
 * Each layer is judged by itself and the worst decides: passes in 10⁻⁴…0.1, fails under 10⁻⁵, above
 * 0.3 or where it is no number, warns between. One of the first ten that moves W by more than
 * itself fails as well, since such a step can saturate all units and then there are no more steps
 * to see (clean networks: 0.53 at most, a sigmoid's first).
 *
 * <p>The rate is the one that suits activations and cost in batches of twenty ({@link Pace}), not
 * the scenario's, which moves linear outputs out of all bounds however right the program is: so the
 * number judges the program, and a wrong factor in it, not the rate that was chosen. On the clean
 * networks 0.083 was the most, hence 0.1 and not 0.05. Layers whose accumulators hold 0 have
 * nothing to say.
 *
 * <p>Sees steps that are far too long or all but 0; not where they lead.
 */
@AutoService(Check.class)
public final class UpdateRatio implements Check {
  private static final int STEPS = 10;
  private static final double LEAST = 1e-4;
  private static final double MOST = 0.1;
  private static final double FROZEN = 1e-5;
  private static final double WILD = 0.3;
  private static final double WHOLE = 1;

  @Override
  public String id() {
    return "update-ratio";
  }

  @Override
  public String title() {
    return "Size of an update";
  }

  @Override
  public String says() {
    return "Measures by what part of itself each layer's weights move in one update. It sees steps"
        + " that are far too long and layers that stand still, and not whether a step leads"
        + " downhill.";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public EquationId where() {
    return EquationId.UPDATE_WEIGHTS;
  }

  @Override
  public Finding run(Subject subject) {
    Probe probe = subject.probe(Split.TRAIN);
    Memory memory = subject.memory();
    memory.set(Parameter.ETA, subject.paced().eta());
    Map<Ref, Update> wildest = new LinkedHashMap<>();
    Map<Ref, Update> last = new LinkedHashMap<>();
    int number = 0;
    for (int[] batch : batches(subject)) {
      Probe.Batch ran = probe.batch(memory, batch);
      number++;
      for (Layer l : subject.setup().net().layers()) {
        Update update = Update.of(number, l.weights(), ran);
        last.put(l.weights(), update);
        wildest.merge(l.weights(), update, Update::wilder);
      }
      memory = ran.after();
    }
    List<Update> judged =
        last.values().stream()
            .map(
                update -> {
                  Update wild = Objects.requireNonNull(wildest.get(update.weights()));
                  return wild.ratio() <= WHOLE ? update : wild;
                })
            .toList();
    Update worst = judged.stream().reduce(Update::worse).orElseThrow();
    List<Finding.Part> parts =
        judged.stream()
            .map(u -> new Finding.Part(u.weights().name(), u.ratio(), u.verdict()))
            .toList();
    return new Finding(worst.verdict(), worst.ratio(), MOST, worst.sentence(), parts)
        .showing(
            List.of(
                new Picture.Scale(
                    "By what part of themselves the weights move", parts, LEAST, MOST)));
  }

  /** What one update did to one W. */
  private record Update(int number, Ref weights, Moved moved, boolean nothing) {
    static Update of(int number, Ref weights, Probe.Batch batch) {
      return new Update(
          number,
          weights,
          Moved.between(batch.before().get(weights), batch.after().get(weights)),
          batch.sum(weights).norm() == 0);
    }

    double ratio() {
      return moved.ratio();
    }

    Update wilder(Update other) {
      return ratio() >= other.ratio() || Double.isNaN(ratio()) ? this : other;
    }

    Update worse(Update other) {
      if (verdict() == other.verdict()) {
        return wilder(other);
      }
      return verdict().and(other.verdict()) == verdict() ? this : other;
    }

    Verdict verdict() {
      if (nothing) {
        return Verdict.INCONCLUSIVE;
      }
      if (!(ratio() >= FROZEN && ratio() <= WILD)) {
        return Verdict.FAIL;
      }
      return ratio() >= LEAST && ratio() <= MOST ? Verdict.PASS : Verdict.WARN;
    }

    String sentence() {
      return "Update %d moves %s, whose norm is %s, by %s: %s of itself."
          .formatted(
              number,
              weights.symbol(),
              Said.number(moved.size()),
              Said.number(moved.moved()),
              Said.number(ratio()));
    }
  }

  private static List<int[]> batches(Subject subject) {
    Equations equations = subject.setup().equations().asRun();
    Digits train = subject.dataset().train();
    int[] order = equations.trainingOrder(train, train.size(), 1);
    int m = Math.min(subject.paced().batch(), train.size());
    List<int[]> batches = new ArrayList<>();
    for (int n = 0; n <= STEPS; n++) {
      int from = n * m % (train.size() - m + 1);
      batches.add(Arrays.copyOfRange(order, from, from + m));
    }
    return batches;
  }
}
