package deltascope.network;

/**
 * How a layer fares at a moment of a training.
 *
 * @param layer from 1
 * @param saturated the share of its activations at the flat ends of their function, 0…1 ({@link
 *     Activation#saturated}); NaN where the function has no such ends
 * @param updateRatio by what part of itself the last batch moved W ({@link Moved#ratio}); NaN
 *     before the first batch, and where W is 0
 * @param errorNorm ‖δ‖ over a few training samples ({@link Probe#errorNorms})
 */
public record LayerHealth(int layer, double saturated, double updateRatio, double errorNorm) {}
