package deltascope.network;

import static deltascope.algebra.Parameter.BATCH;
import static deltascope.algebra.Parameter.ETA;
import static deltascope.algebra.Quantity.A;
import static deltascope.algebra.Quantity.COST;
import static deltascope.algebra.Quantity.LABEL;
import static deltascope.algebra.Quantity.PIXELS;
import static deltascope.algebra.Quantity.PREDICTED;
import static deltascope.algebra.Quantity.Y;

import deltascope.algebra.Applied;
import deltascope.algebra.ArgMax;
import deltascope.algebra.Copied;
import deltascope.algebra.Expr;
import deltascope.algebra.Filled;
import deltascope.algebra.Numeral;
import deltascope.algebra.OneHot;
import deltascope.algebra.Statement;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Randomness;
import java.util.List;

/**
 * The equations as the textbook has them. BP1…BP4 are the names of Nielsen's <i>Neural Networks and
 * Deep Learning</i>, chapter 2; shapes are those of {@link deltascope.algebra.Quantity}.
 *
 * <p>Given up for clarity: momentum, regularisation, dropout and every other refinement.
 */
public record Textbook(Cost costOf, Init init, long seed) implements Equations {

  // Data.

  @Override
  public Expr label(Split split) {
    return LABEL.of(0);
  }

  @Override
  public Statement input(Split split) {
    return A.of(0).is(PIXELS.of(0).over(new Numeral(255)));
  }

  @Override
  public Statement target(Layer output, Expr label) {
    Activation range = output.activation();
    return Y.of(0).is(new Applied(new OneHot(output.units(), range.hot(), range.cold()), label));
  }

  // Before the first step.

  @Override
  public Statement initialWeights(Layer l) {
    return l.weights().drawn(init.weights(l, seed));
  }

  @Override
  public Statement initialBiases(Layer l) {
    return l.biases().drawn(init.biases(l, seed));
  }

  @Override
  public Statement zeroWeights(Layer l) {
    return l.weightZeros().is(new Applied(new Filled(l.units(), l.inputs(), 0)));
  }

  @Override
  public Statement zeroBiases(Layer l) {
    return l.biasZeros().is(new Applied(new Filled(l.units(), 1, 0)));
  }

  // Forward.

  @Override
  public Statement weightedSum(Layer l) {
    return l.z().is(l.weights().times(l.aBelow()).plus(l.biases()));
  }

  @Override
  public Statement activation(Layer l) {
    return l.a().is(l.activation().of(l.z()));
  }

  // Cost.

  @Override
  public Statement cost(Layer output) {
    Expr a = output.a();
    Expr y = Y.of(0);
    Expr squares = a.minus(y).squared().summedOverUnits();
    return COST.of(0)
        .is(
            switch (costOf) {
              case SQUARED_ERROR -> squares;
              case HALF_SQUARED_ERROR -> Numeral.ONE.over(Numeral.TWO).scaling(squares);
              case CROSS_ENTROPY ->
                  new Numeral(-1).scaling(surprise(output, y, a).summedOverUnits());
            });
  }

  /** The logarithm of what the outputs gave to the truth. */
  private static Expr surprise(Layer output, Expr y, Expr a) {
    Expr hit = new Applied(TimesLog.P_LN_Q, y, a);
    if (output.activation() == Activation.SOFTMAX) {
      return hit;
    }
    return hit.plus(new Applied(TimesLog.P_LN_Q, Numeral.ONE.minus(y), Numeral.ONE.minus(a)));
  }

  // Backward.

  @Override
  public Expr slope(Layer l) {
    return new Applied(l.activation().slope(), l.z());
  }

  /**
   * BP1: ∂C/∂a ⊙ φ′(zᴸ). For cross-entropy the slope cancels against the cost's own derivative. A
   * softmax unit moves all outputs, so its squared error takes the mean slope Σₖ aₖ ∂C/∂aₖ off.
   */
  @Override
  public Statement outputError(Layer output, Expr slope) {
    Expr difference = output.a().minus(Y.of(0));
    Expr costSlope =
        switch (costOf) {
          case SQUARED_ERROR -> Numeral.TWO.scaling(difference);
          case HALF_SQUARED_ERROR, CROSS_ENTROPY -> difference;
        };
    if (costOf == Cost.CROSS_ENTROPY) {
      return output.delta().is(costSlope);
    }
    if (output.activation() == Activation.SOFTMAX) {
      Expr mean = output.a().hadamard(costSlope).summedOverUnits();
      return output.delta().is(output.a().hadamard(costSlope.minus(mean)));
    }
    return output.delta().is(costSlope.hadamard(slope));
  }

  /** BP2. */
  @Override
  public Statement hiddenError(Layer l, Expr slope) {
    return l.delta().is(l.weightsAbove().transposed().times(l.deltaAbove()).hadamard(slope));
  }

  /** BP4; with a column per sample the product is already the sum over the samples. */
  @Override
  public Statement weightGradient(Layer l) {
    return l.weightGradient().is(l.delta().times(l.aBelow().transposed()));
  }

  /** BP3. */
  @Override
  public Statement biasGradient(Layer l) {
    return l.biasGradient().is(l.delta().summedOverSamples());
  }

  // Accumulate.

  @Override
  public Statement accumulateWeights(Layer l) {
    return l.weightSum().adds(l.weightGradient());
  }

  @Override
  public Statement accumulateBiases(Layer l) {
    return l.biasSum().adds(l.biasGradient());
  }

  // Update.

  @Override
  public Expr averaging() {
    return ETA.over(BATCH);
  }

  @Override
  public Statement updateWeights(Layer l, Expr rate) {
    return l.weights().becomes(l.weights().minus(rate.scaling(l.weightSum())));
  }

  @Override
  public Statement updateBiases(Layer l, Expr rate) {
    return l.biases().becomes(l.biases().minus(rate.scaling(l.biasSum())));
  }

  @Override
  public Statement resetWeights(Layer l) {
    return l.weightSum().becomes(new Copied(l.weightZeros()));
  }

  @Override
  public Statement resetBiases(Layer l) {
    return l.biasSum().becomes(new Copied(l.biasZeros()));
  }

  // Evaluation.

  @Override
  public Statement predictedClass(Layer output) {
    return PREDICTED.of(0).is(new Applied(ArgMax.OVER_UNITS, output.a()));
  }

  // Rules.

  @Override
  public int[] walkingOrder(Digits digits) {
    return digits.inOrder();
  }

  @Override
  public int[] trainingOrder(Digits digits, int size, int epoch) {
    return Randomness.permutation(Randomness.stream(seed, "order", epoch), size);
  }

  @Override
  public int labelFor(Digits digits, Split split, int sample) {
    return sample;
  }

  @Override
  public int batchSize(int asked) {
    return asked;
  }

  @Override
  public List<Integer> blocks(List<Integer> wanted) {
    return wanted;
  }

  @Override
  public List<Call> schedule(Architecture net, boolean batchEnds) {
    return Schedule.textbook(net, batchEnds);
  }

  @Override
  public List<Statement> epochStart(List<Statement> initial) {
    return List.of();
  }
}
