package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Looks at a network in training, at a small part of what training costs, and leaves it as it is:
 * within an epoch at a sixth or less of the test digits.
 */
final class Look {
  /** When to look within the first epoch, in parts of it: often where the curve bends. */
  private static final double[] SHARES = {0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75};

  /** Test digits looked at within an epoch. */
  private static final int SOME = 1_500;

  /** Training samples whose activations are looked at, whose error, and whose cost at the start. */
  private static final int FOR_SATURATION = 200;

  private static final int FOR_ERRORS = 32;
  private static final int FOR_COST = 1_000;

  private final Setup setup;
  private final Samples train;
  private final int trained;
  private final Samples exam;
  private final Probe probe;

  /**
   * @param trained how many of the training samples are trained on, the first so many
   */
  Look(Setup setup, Samples train, int trained, Digits test) {
    this.setup = setup;
    this.train = train;
    this.trained = trained;
    this.exam = DigitSamples.of(test, Split.TEST, setup.net().inputs());
    this.probe = new Probe(setup, train);
  }

  /** After which of the first epoch's batches to look, its last not among them. */
  static SortedSet<Integer> within(int batches) {
    SortedSet<Integer> within = new TreeSet<>();
    for (double share : SHARES) {
      within.add((int) Math.max(1, Math.round(share * batches)));
    }
    return within.headSet(batches);
  }

  /** Before training, but only at as many test digits as within an epoch. */
  Moment glimpse(Memory state) {
    return at(Point.START, 0, state, List.of(), Double.NaN, SOME);
  }

  /** Before training. */
  Moment start(Memory state) {
    double cost = Evaluation.of(setup, state.sharing(), train, Math.min(FOR_COST, trained)).cost();
    return at(Point.START, 0, state, List.of(), cost);
  }

  /**
   * In training.
   *
   * @param before all W before the last batch; none where there was none
   * @param trainCost what its epoch's samples cost so far, on average
   */
  Moment at(Point at, long samples, Memory state, List<Matrix> before, double trainCost) {
    int count = at.batches() == 0 ? exam.size() : SOME;
    return at(at, samples, state, before, trainCost, count);
  }

  private Moment at(
      Point at, long samples, Memory state, List<Matrix> before, double trainCost, int count) {
    int all = exam.size();
    int[] which = Evaluation.spread(all, Math.min(count, all));
    Evaluation test = Evaluation.of(setup, state.sharing(), exam, which);
    return new Moment(at, samples, test, trainCost, layers(state, before));
  }

  private List<LayerHealth> layers(Memory state, List<Matrix> before) {
    Memory forward = probe.forward(state, first(FOR_SATURATION));
    List<Double> errors = probe.errorNorms(state, first(FOR_ERRORS));
    List<LayerHealth> layers = new ArrayList<>();
    for (Layer l : setup.net().layers()) {
      layers.add(
          new LayerHealth(
              l.index(),
              l.activation().saturated(forward.get(l.a())),
              before.isEmpty()
                  ? Double.NaN
                  : Moved.between(before.get(l.index() - 1), state.get(l.weights())).ratio(),
              errors.get(l.index() - 1)));
    }
    return layers;
  }

  private int[] first(int count) {
    return IntStream.range(0, Math.min(count, trained)).toArray();
  }
}
