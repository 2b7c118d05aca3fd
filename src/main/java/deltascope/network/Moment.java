package deltascope.network;

import java.util.List;

/**
 * A look at a network in training.
 *
 * @param at how far training has come
 * @param samples how many samples have been met in all
 * @param test how the network does on test digits: on all of them at the start and at the end of an
 *     epoch, else on some that are spread over all
 * @param trainCost mean per sample over those met in this epoch so far; before training, of the
 *     first training samples
 * @param layers how each layer fares, from the first
 */
public record Moment(
    Point at, long samples, Evaluation test, double trainCost, List<LayerHealth> layers) {}
