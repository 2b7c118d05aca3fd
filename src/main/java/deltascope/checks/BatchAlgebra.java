package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Probe;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What must hold for batches whatever the equations. The same four samples taken twice in one batch
 * give the same step, because it is a mean (ratio of the two steps' norms 1), and twice the sum in
 * the accumulators (ratio 2). Another second sample leaves the first one's outputs as they were, to
 * the bit. An epoch has ⌈N/m⌉ updates for the m that was asked for. Ratios pass within 10⁻⁶; any
 * miss fails. The finding's number is the ratio of the steps.
 *
 * <p>Where all gradients are 0 the ratios say nothing, and the rest still does.
 */
@AutoService(Check.class)
public final class BatchAlgebra implements Check {
  private static final double EXACT = 1e-6;

  @Override
  public String id() {
    return "batch-algebra";
  }

  @Override
  public String title() {
    return "Algebra of batches";
  }

  @Override
  public String says() {
    return "A batch taken twice must give the same mean step, samples must not touch one another, and"
        + " an epoch must have as many updates as batches. It sees sums taken for means and mixed-up"
        + " axes, and no formula that treats every sample wrongly alike.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.ACCUMULATE_WEIGHTS;
  }

  @Override
  public Finding run(Subject subject) {
    Probe probe = subject.probe(Split.TRAIN);
    Memory state = probe.fresh(subject.memory());
    int[] few = subject.few(4);
    int[] twice = IntStream.concat(IntStream.of(few), IntStream.of(few)).toArray();
    Probe.Batch one = probe.batch(state, few);
    Probe.Batch two = probe.batch(state, twice);
    double step = ratio(probe, one, two, true);
    double sum = ratio(probe, one, two, false);
    double touch = touch(subject, probe, state, few);
    int size = subject.dataset().train().size();
    int asked = subject.setup().batch();
    int expected = (size + asked - 1) / asked;
    int updates = probe.updatesPerEpoch(size);
    List<Finding.Part> parts =
        List.of(
            new Finding.Part("step of the batch twice", step, near(step, 1)),
            new Finding.Part("sum of the batch twice", sum, near(sum, 2)),
            new Finding.Part(
                "sample 2 on sample 1", touch, touch == 0 ? Verdict.PASS : Verdict.FAIL),
            new Finding.Part(
                "updates per epoch", updates, updates == expected ? Verdict.PASS : Verdict.FAIL));
    Verdict verdict = parts.stream().map(Finding.Part::verdict).reduce(Verdict.PASS, Verdict::and);
    String detail =
        ("The batch taken twice makes %s times the step from %s times the sum, another second"
                + " sample moves the first one's outputs by %s, and an epoch of %d samples has %d"
                + " updates where %d are due.")
            .formatted(
                Said.number(step), Said.number(sum), Said.number(touch), size, updates, expected);
    return new Finding(verdict, step, 1, detail, parts);
  }

  private static Verdict near(double ratio, double expected) {
    if (Double.isNaN(ratio)) {
      return Verdict.INCONCLUSIVE;
    }
    return Math.abs(ratio - expected) <= EXACT ? Verdict.PASS : Verdict.FAIL;
  }

  private static double ratio(Probe probe, Probe.Batch one, Probe.Batch two, boolean steps) {
    double once = 0;
    double twice = 0;
    for (Ref tensor : probe.tensors()) {
      Matrix first = steps ? one.moved(tensor) : one.sum(tensor);
      Matrix second = steps ? two.moved(tensor) : two.sum(tensor);
      once += first.norm() * first.norm();
      twice += second.norm() * second.norm();
    }
    return Math.sqrt(twice / once);
  }

  /** How far sample 1's outputs move when its neighbour is another one. */
  private static double touch(Subject subject, Probe probe, Memory state, int[] few) {
    Ref outputs = subject.setup().net().output().a();
    int last = few[few.length - 1];
    Matrix beside = probe.forward(state, few[0], few[1 % few.length]).get(outputs).columnAt(0);
    Matrix moved = probe.forward(state, few[0], last).get(outputs).columnAt(0);
    return beside.sameValues(moved) ? 0 : beside.minus(moved).norm();
  }
}
