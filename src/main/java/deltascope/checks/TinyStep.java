package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import deltascope.data.Split;
import deltascope.network.EquationId;
import deltascope.network.Probe;

/**
 * A tiny step downhill: ρ = [C(θ + Δθ) − C(θ)] / (−η ‖∇C‖²), where C is the mean cost of eight
 * samples, Δθ what the update did to all weights and biases with η = 10⁻⁴, and ∇C the program's own
 * gradient, the accumulators' mean. For a small enough η a right program gives 1.
 *
 * <p>Where the cost is so bent that 10⁻⁴ is no small step (large weights on linear units), η is
 * taken ten times smaller, up to three times, until ρ is in bounds: a wrong program stays out at
 * any η. Passes in 0.9…1.1. A step whose promised gain is lost in the rounding of the cost proves
 * nothing.
 *
 * <p>Blind, as the gradient check, to data and initialisation; two wrong signs cancel.
 */
@AutoService(Check.class)
public final class TinyStep implements Check {
  private static final double ETA = 1e-4;
  private static final int TRIES = 4;
  private static final double BOUND = 0.1;
  private static final double LOST = 1e-11;

  @Override
  public String id() {
    return "tiny-step";
  }

  @Override
  public String title() {
    return "A tiny step downhill";
  }

  @Override
  public String says() {
    return "Updates once with η = 10⁻⁴ and asks whether the cost fell by what the gradient promised."
        + " One number sees sign, scale and wrong formulas alike, but not in which layer, and not"
        + " two wrong signs at once.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.UPDATE_WEIGHTS;
  }

  @Override
  public Finding run(Subject subject) {
    Probe probe = subject.probe(Split.TRAIN);
    int[] samples = subject.few(8);
    Memory state = probe.fresh(subject.memory());
    double before = probe.cost(state, samples) / samples.length;
    double eta = ETA;
    double ratio = Double.NaN;
    double promised = 0;
    double change = 0;
    for (int n = 0; n < TRIES; n++, eta /= 10) {
      state.set(Parameter.ETA, eta);
      Probe.Batch batch = probe.batch(state, samples);
      double nextPromise = -eta * squared(batch, samples.length);
      if (n > 0 && -nextPromise < LOST * 1e3 * Math.abs(before)) {
        break;
      }
      promised = nextPromise;
      change = probe.cost(batch.after(), samples) / samples.length - before;
      ratio = change / promised;
      if (Math.abs(ratio - 1) <= BOUND) {
        break;
      }
    }
    if (-promised <= LOST * Math.abs(before)) {
      return Finding.of(
          Verdict.INCONCLUSIVE,
          Double.NaN,
          1,
          "The gradient's norm is %s, and a step along it is lost in the rounding of the cost %s."
              .formatted(Said.number(Math.sqrt(-promised / ETA)), Said.number(before)));
    }
    boolean right = Math.abs(ratio - 1) <= BOUND;
    return Finding.of(
        right ? Verdict.PASS : Verdict.FAIL,
        ratio,
        1,
        "The step changed the mean cost %s by %s where the gradient promises %s: ρ = %s."
            .formatted(
                Said.number(before),
                Said.number(change),
                Said.number(promised),
                Said.number(ratio)));
  }

  /** ‖∇C‖² of the mean cost, over all tensors. */
  private static double squared(Probe.Batch batch, int m) {
    double sum = 0;
    for (Ref tensor : batch.sums().keySet()) {
      double norm = batch.sum(tensor).norm() / m;
      sum += norm * norm;
    }
    return sum;
  }
}
