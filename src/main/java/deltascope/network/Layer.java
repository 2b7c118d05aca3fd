package deltascope.network;

import static deltascope.algebra.Quantity.A;
import static deltascope.algebra.Quantity.B;
import static deltascope.algebra.Quantity.DB;
import static deltascope.algebra.Quantity.DELTA;
import static deltascope.algebra.Quantity.DW;
import static deltascope.algebra.Quantity.SLOPE;
import static deltascope.algebra.Quantity.SUM_B;
import static deltascope.algebra.Quantity.SUM_W;
import static deltascope.algebra.Quantity.W;
import static deltascope.algebra.Quantity.Z;
import static deltascope.algebra.Quantity.ZERO_B;
import static deltascope.algebra.Quantity.ZERO_W;

import deltascope.algebra.Ref;

/**
 * Layer l of a network, and the names of what belongs to it.
 *
 * @param index l = 1…L
 * @param units n_l
 * @param inputs n_{l−1}
 * @param activation φ of this layer
 * @param last whether l = L, the output
 */
public record Layer(int index, int units, int inputs, Activation activation, boolean last) {
  /** Wˡ, n_l × n_{l−1}. */
  public Ref weights() {
    return W.of(index);
  }

  /** bˡ, n_l × 1. */
  public Ref biases() {
    return B.of(index);
  }

  /** zˡ, n_l × m. */
  public Ref z() {
    return Z.of(index);
  }

  /** aˡ, n_l × m. */
  public Ref a() {
    return A.of(index);
  }

  /** aˡ⁻¹, what comes in: n_{l−1} × m. */
  public Ref aBelow() {
    return A.of(index - 1);
  }

  /** φ′(zˡ), n_l × m. */
  public Ref slope() {
    return SLOPE.of(index);
  }

  /** δˡ, n_l × m. */
  public Ref delta() {
    return DELTA.of(index);
  }

  /** Wˡ⁺¹, n_{l+1} × n_l. */
  public Ref weightsAbove() {
    return W.of(index + 1);
  }

  /** δˡ⁺¹, n_{l+1} × m. */
  public Ref deltaAbove() {
    return DELTA.of(index + 1);
  }

  /** ∇Wˡ, as W. */
  public Ref weightGradient() {
    return DW.of(index);
  }

  /** ∇bˡ, as b. */
  public Ref biasGradient() {
    return DB.of(index);
  }

  /** ΣWˡ, as W. */
  public Ref weightSum() {
    return SUM_W.of(index);
  }

  /** Σbˡ, as b. */
  public Ref biasSum() {
    return SUM_B.of(index);
  }

  /** The zeros that ΣWˡ starts from, as W. */
  public Ref weightZeros() {
    return ZERO_W.of(index);
  }

  /** The zeros that Σbˡ starts from, as b. */
  public Ref biasZeros() {
    return ZERO_B.of(index);
  }
}
