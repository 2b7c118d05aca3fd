package deltascope.network;

import static deltascope.algebra.Quantity.COST;
import static deltascope.algebra.Quantity.PREDICTED;

import deltascope.algebra.Memory;
import deltascope.math.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Counts an {@link Evaluation} up, sample by sample. */
final class Tally {
  private static final int WORST = 10;

  /** The cheapest first, so that it goes when there are too many; a cost of NaN is the dearest. */
  private static final Comparator<Evaluation.Wrong> CHEAPEST =
      Comparator.comparingDouble(Evaluation.Wrong::cost)
          .thenComparing(Evaluation.Wrong::index, Comparator.reverseOrder());

  private final int[] predicted;
  private final int[][] confusion;
  private final double[] sums;
  private final double[] squares;
  private final PriorityQueue<Evaluation.Wrong> worst = new PriorityQueue<>(CHEAPEST);
  private int size;
  private int right;
  private int outputs;
  private double cost;

  Tally(int classes) {
    predicted = new int[classes];
    confusion = new int[classes][classes];
    sums = new double[classes];
    squares = new double[classes];
  }

  /**
   * Some more samples, a column each, as {@code memory} has them after their forward pass.
   *
   * @param label of each, as read
   */
  void count(int[] samples, Matrix label, Memory memory) {
    Matrix digits = memory.get(PREDICTED.of(0));
    Matrix costs = memory.get(COST.of(0));
    boolean oneEach = digits.cols() == samples.length;
    for (int j = 0; j < samples.length; j++) {
      int digit = oneEach ? (int) digits.at(0, j) : -1;
      count(samples[j], label.at(0, j), digit, costs.at(0, j));
    }
  }

  /** One more sample: its index, its label as read, the digit predicted (−1: none), its cost. */
  void count(int index, double label, int digit, double itsCost) {
    size++;
    cost += itsCost;
    right += digit == label ? 1 : 0;
    if (isClass(digit)) {
      predicted[digit]++;
      if (label == Math.rint(label) && isClass(label)) {
        confusion[(int) label][digit]++;
      }
    }
    worst.add(new Evaluation.Wrong(index, (int) label, digit, itsCost));
    if (worst.size() > WORST) {
      worst.remove();
    }
  }

  /** The outputs of some more samples, a column each. */
  void count(Matrix a) {
    outputs += a.cols();
    for (int k = 0; k < Math.min(sums.length, a.rows()); k++) {
      for (double value : a.row(k)) {
        sums[k] += value;
        squares[k] += value * value;
      }
    }
  }

  private boolean isClass(double digit) {
    return digit >= 0 && digit < predicted.length;
  }

  Evaluation evaluation() {
    return new Evaluation(
        size,
        100.0 * right / size,
        cost / size,
        IntStream.of(predicted).boxed().toList(),
        Arrays.stream(confusion).map(row -> IntStream.of(row).boxed().toList()).toList(),
        worst.stream().sorted(CHEAPEST.reversed()).toList(),
        outputs());
  }

  private Evaluation.Outputs outputs() {
    double[] mean = DoubleStream.of(sums).map(sum -> sum / outputs).toArray();
    double variance = 0;
    for (int k = 0; k < mean.length; k++) {
      variance += Math.max(0, squares[k] / outputs - mean[k] * mean[k]) / mean.length;
    }
    List<Double> means = DoubleStream.of(mean).boxed().toList();
    return new Evaluation.Outputs(means, Math.sqrt(variance));
  }
}
