package deltascope.network;

import java.util.List;

/**
 * How training stands after an epoch; epoch 0 is before the first.
 *
 * @param epoch from 0
 * @param testAccuracy percent
 * @param testCost mean per sample
 * @param trainCost mean per sample, as the samples were met during the epoch; for epoch 0 of the
 *     first 1,000 training samples at most
 * @param predicted how often each digit was predicted on the test set
 * @param seconds since training began
 */
public record Epoch(
    int epoch,
    double testAccuracy,
    double testCost,
    double trainCost,
    List<Integer> predicted,
    double seconds) {
  /** A moment at an epoch's end. */
  public static Epoch of(Moment moment, double seconds) {
    Evaluation test = moment.test();
    return new Epoch(
        moment.at().epochs(),
        test.accuracy(),
        test.cost(),
        moment.trainCost(),
        test.predicted(),
        seconds);
  }
}
