package deltascope.checks;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.DigitSamples;
import deltascope.network.Evaluation;
import deltascope.network.Layer;
import deltascope.network.Probe;
import deltascope.network.Setup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The constants of one program on one test set: those of {@link OneClassFingerprint} and of {@link
 * PlateauFingerprint}, and which of them an evaluation sits on. Safe for any number of threads.
 */
public final class Landmarks {
  /** How near an accuracy must come, in points of a percent. */
  private static final double POINTS = 0.05;

  /** Samples whose costs are computed together. */
  private static final int CHUNK = 1_000;

  private final Digits test;
  private final Layer output;
  private final Probe probe;

  /** By the number of test digits that were looked at. */
  private final Map<Integer, List<Constant>> known = new ConcurrentHashMap<>();

  /** A landmark, and the outputs that make it. */
  private record Constant(Landmark landmark, int digit, Matrix outputs) {}

  public Landmarks(Setup setup, Digits test) {
    this.test = test;
    this.output = setup.net().output();
    this.probe = new Probe(setup, DigitSamples.of(test, Split.TEST, setup.net().inputs()));
  }

  /** All of them on the whole test set, accuracies first; costs that are no number are left out. */
  public List<Landmark> all() {
    return on(test.size()).stream().map(Constant::landmark).toList();
  }

  /** Which of {@link #all} these test digits show the network to sit on, by their place there. */
  public List<Integer> met(Evaluation evaluation) {
    List<Constant> here = on(evaluation.size());
    List<Constant> everywhere = on(test.size());
    return here.stream()
        .filter(constant -> sits(evaluation, constant))
        .map(constant -> place(constant, everywhere))
        .toList();
  }

  private static int place(Constant constant, List<Constant> list) {
    return IntStream.range(0, list.size())
        .filter(
            n ->
                list.get(n).landmark().kind() == constant.landmark().kind()
                    && list.get(n).landmark().name().equals(constant.landmark().name()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean sits(Evaluation evaluation, Constant constant) {
    double value = constant.landmark().value();
    if (constant.landmark().kind() == Landmark.Kind.ACCURACY) {
      double share = (double) evaluation.predicted().get(constant.digit()) / evaluation.size();
      return OneClassFingerprint.oneClass(share)
          && Math.abs(evaluation.accuracy() - value) <= POINTS;
    }
    return Plateaus.met(
        Math.abs(evaluation.cost() - value), apart(evaluation.outputs(), constant.outputs()));
  }

  /** Root mean square distance of all outputs from constant ones. */
  private static double apart(Evaluation.Outputs outputs, Matrix constant) {
    double squares = 0;
    for (int k = 0; k < constant.rows(); k++) {
      double off = outputs.mean().get(k) - constant.at(k, 0);
      squares += off * off / constant.rows();
    }
    return Math.sqrt(squares + outputs.spread() * outputs.spread());
  }

  private List<Constant> on(int size) {
    return known.computeIfAbsent(size, this::constants);
  }

  private List<Constant> constants(int size) {
    int[] which = Evaluation.spread(test.size(), size);
    List<Constant> constants = new ArrayList<>();
    for (int k = 0; k < output.units(); k++) {
      double share = 100 * OneClassFingerprint.shareOf(k, test, which);
      Landmark always = new Landmark("always “" + k + "”", Landmark.Kind.ACCURACY, share);
      constants.add(new Constant(always, k, Matrix.zeros(output.units(), 1)));
    }
    List<Memory> targets = targets(which);
    Matrix sum = Matrix.zeros(output.units(), 1);
    targets.forEach(memory -> sum.add(memory.get(Quantity.Y.of(0)).sumOfColumns()));
    Plateaus.outputs(output, sum.scaled(1.0 / size))
        .forEach(
            (name, outputs) -> {
              double cost = cost(targets, outputs) / size;
              if (Double.isFinite(cost)) {
                Landmark plateau = new Landmark(name, Landmark.Kind.COST, cost);
                constants.add(new Constant(plateau, -1, outputs));
              }
            });
    return List.copyOf(constants);
  }

  private List<Memory> targets(int[] which) {
    List<Memory> targets = new ArrayList<>();
    for (int from = 0; from < which.length; from += CHUNK) {
      targets.add(
          probe.targets(Arrays.copyOfRange(which, from, Math.min(which.length, from + CHUNK))));
    }
    return targets;
  }

  private double cost(List<Memory> targets, Matrix column) {
    double cost = 0;
    for (Memory memory : targets) {
      Matrix zeros = Matrix.zeros(column.rows(), memory.get(Quantity.Y.of(0)).cols());
      cost += probe.costOf(memory, zeros.plus(column));
    }
    return cost;
  }
}
