package deltascope.network;

import deltascope.algebra.Ref;

/**
 * How far apart one step is in two lanes, without its matrices.
 *
 * @param equation which equation
 * @param layer for which layer, 0 where it belongs to none
 * @param occurrence for the how many-eth time, from 1
 * @param target the name that it gives a value
 * @param value ‖left − right‖ / ‖left‖, as {@link Lanes.Pair} has it
 * @param madeHere whether the difference is made in this step
 */
public record Distance(
    EquationId equation, int layer, int occurrence, Ref target, double value, boolean madeHere) {
  static Distance of(Lanes.Pair pair) {
    Step step = pair.either();
    return new Distance(
        step.equation(),
        step.layer(),
        pair.occurrence(),
        step.target(),
        pair.distance(),
        pair.madeHere());
  }
}
