package deltascope.network;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;

/**
 * Which object a name stands for, as a debugger would show it: two names with one number stand for
 * one object, and a sum made under one is seen under the other.
 *
 * @param name an accumulator, or the zeros that it is copied from
 * @param object the object's number within the trace, from 1
 * @param oneRow whether all its rows are one row object
 * @param value what the object held at that moment
 */
public record Held(Ref name, int object, boolean oneRow, Matrix value) {
  /** The same, where {@code past} stands for what {@code changing} was then. */
  Held rebound(Matrix changing, Matrix past) {
    return value == changing ? new Held(name, object, oneRow, past) : this;
  }
}
