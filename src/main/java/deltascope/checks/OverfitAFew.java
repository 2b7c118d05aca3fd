package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Probe;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether the program can learn twenty samples by heart: the first twenty of training, in batches
 * of five, from the start, in at most 1,000 steps. It passes with every one right and the mean cost
 * under a hundredth of what it was, and stops as soon as it is.
 *
 * <p>One rate does not suit all: 0.05 overheats tanh outputs, makes linear ones diverge, and leaves
 * sigmoid ones where they were. So the rate is {@link Pace}'s for the activations and the cost, and
 * a third and three times of it where that does not do. A ReLU output that is 0 for all twenty has
 * no slope that could wake it, and an output that starts out at the wrong flat end hardly one,
 * whatever the equations are: with such a ReLU output, or with twelve learned, a failure is not
 * held against the program.
 *
 * <p>Sees what keeps a network from learning at all; wrong labels are learned by heart as well as
 * right ones, and so are many with a gradient that is only roughly right.
 */
@AutoService(Check.class)
public final class OverfitAFew implements Check {
  private static final int SAMPLES = 20;
  private static final int BATCH = 5;
  private static final int STEPS = 1_000;
  private static final int LOOK_EVERY = 20;
  private static final int STUCK_AFTER = 200;
  private static final double REST = 0.01;
  private static final double[] RATES = {1, 1.0 / 3, 3};

  @Override
  public String id() {
    return "overfit-a-few";
  }

  @Override
  public String title() {
    return "Twenty by heart";
  }

  @Override
  public String says() {
    return "Trains on twenty samples alone: a program that cannot learn even these by heart is"
        + " broken. It does not see wrong labels, which are as easily learned by heart, nor a"
        + " gradient that is only roughly right.";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public EquationId where() {
    return EquationId.COST;
  }

  /** Where a training of some steps ended. */
  private record End(int steps, double rate, double cost, double rest, int right, boolean dead) {
    boolean learned(int samples) {
      return rest < REST && right == samples;
    }

    boolean most(int samples) {
      return right >= 0.6 * samples && Double.isFinite(rest);
    }
  }

  @Override
  public Finding run(Subject subject) {
    int size = Math.min(SAMPLES, subject.dataset().train().size());
    End best = null;
    for (double factor : RATES) {
      End end = train(subject, size, factor * Pace.rate(subject.scenario()));
      if (best == null || !(best.rest() <= end.rest())) {
        best = end;
      }
      if (best.learned(size) || best.dead()) {
        break;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no rates");
    }
    Verdict verdict =
        best.learned(size)
            ? Verdict.PASS
            : best.dead() || best.most(size) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
    String detail =
        ("After %d steps with η = %s, %d of %d samples are right and the mean cost is %s, %s of"
                + " what it was%s.")
            .formatted(
                best.steps(),
                Said.number(best.rate()),
                best.right(),
                size,
                Said.number(best.cost()),
                Said.percent(best.rest()),
                best.dead() ? "; a ReLU output is 0 for all of them" : "");
    return Finding.of(verdict, best.rest(), REST, detail);
  }

  private static End train(Subject subject, int size, double rate) {
    Probe probe = subject.probe(Split.TRAIN);
    Memory memory = subject.setup().start();
    memory.set(Parameter.ETA, rate);
    int[] all = IntStream.range(0, size).toArray();
    double first = probe.cost(memory, all) / size;
    double before = first;
    for (int steps = LOOK_EVERY; ; steps += LOOK_EVERY) {
      int from = steps;
      probe.run(
          memory,
          () -> IntStream.range(from, from + LOOK_EVERY).mapToObj(n -> batch(n, size)).iterator());
      End end = end(subject, probe.forward(memory, all), steps, rate, first);
      boolean stuck = steps % STUCK_AFTER == 0 && end.cost() > 0.995 * before;
      if (steps >= STEPS || end.learned(size) || stuck || !Double.isFinite(end.cost())) {
        return end;
      }
      before = steps % STUCK_AFTER == 0 ? end.cost() : before;
    }
  }

  private static int[] batch(int number, int size) {
    int batches = Math.max(1, size / BATCH);
    int from = number % batches * BATCH;
    return IntStream.range(from, Math.min(from + BATCH, size)).toArray();
  }

  private static End end(Subject subject, Memory now, int steps, double rate, double first) {
    Layer output = subject.setup().net().output();
    double[] costs = now.get(Quantity.COST.of(0)).row(0);
    double cost = Arrays.stream(costs).sum() / costs.length;
    Probe probe = subject.probe(Split.TRAIN);
    Matrix predicted = probe.predicted(now);
    Matrix labels = probe.labels(IntStream.range(0, costs.length).toArray());
    int right = 0;
    for (int j = 0; j < Math.min(costs.length, predicted.cols()); j++) {
      right += predicted.at(0, j) == labels.at(0, j) ? 1 : 0;
    }
    boolean dead = output.activation() == Activation.RELU && anyDead(now, output.a());
    return new End(steps, rate, cost, cost / first, right, dead);
  }

  private static boolean anyDead(Memory now, Ref outputs) {
    Matrix a = now.get(outputs);
    return IntStream.range(0, a.rows())
        .mapToObj(a::row)
        .anyMatch(row -> Arrays.stream(row).allMatch(x -> x == 0));
  }
}
