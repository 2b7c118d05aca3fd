/** Matrices, their kernels, and randomness that is the same on every machine. */
@NullMarked
package deltascope.math;

import org.jspecify.annotations.NullMarked;
