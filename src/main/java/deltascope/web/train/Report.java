package deltascope.web.train;

import deltascope.network.Epoch;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a training, as JSON has it.
 *
 * @param scenario every parameter, resolved
 * @param epochs those that have ended, from epoch 0 before training
 * @param moments all looks, those of the epochs among them
 * @param landmarks the constants that give a broken network away
 * @param state "done" when it has been trained
 * @param seconds of training, pauses not counted
 */
public record Report(
    Map<String, Object> scenario,
    List<Epoch> epochs,
    List<MomentRow> moments,
    List<LandmarkRow> landmarks,
    String state,
    double seconds) {}
