package deltascope.web.train;

import deltascope.network.Evaluation;
import deltascope.network.LayerHealth;
import deltascope.network.Moment;
import java.util.List;

/**
 * A moment of a training as JSON has it.
 *
 * @param epoch whole epochs done
 * @param batch batches done of the next
 * @param samples training samples met in all
 * @param measured how many test digits were looked at
 * @param testAccuracy percent
 * @param testCost mean per sample
 * @param trainCost mean per sample over those met in this epoch so far
 * @param predicted how often each digit was predicted
 * @param confusion how often, by label and then by predicted digit
 * @param worst the test digits that cost most, the dearest first
 * @param layers how each layer fares
 * @param seconds of training until then
 * @param landmarks which of the run's landmarks the network sits on, by their place from 0
 */
public record MomentRow(
    int epoch,
    int batch,
    long samples,
    int measured,
    double testAccuracy,
    double testCost,
    double trainCost,
    List<Integer> predicted,
    List<List<Integer>> confusion,
    List<Evaluation.Wrong> worst,
    List<LayerHealth> layers,
    double seconds,
    List<Integer> landmarks) {
  static MomentRow of(Moment moment, double seconds, List<Integer> landmarks) {
    Evaluation test = moment.test();
    return new MomentRow(
        moment.at().epochs(),
        moment.at().batches(),
        moment.samples(),
        test.size(),
        test.accuracy(),
        test.cost(),
        moment.trainCost(),
        test.predicted(),
        test.confusion(),
        test.worst(),
        moment.layers(),
        seconds,
        landmarks);
  }
}
