package deltascope.network;

import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.data.Digits;
import deltascope.data.Split;
import java.util.List;

/**
 * Everything a program that learns digits must get right: one method per equation, and one per rule
 * of data, order and accumulation.
 *
 * <p>{@link Textbook} has them right. What is wrong on purpose wraps another {@code Equations} and
 * overrides one method. The methods never call one another: the pass puts a part such as the slope
 * or the rate into the lines that use it, so that a changed part changes every line it stands in.
 */
public interface Equations {
  // Data.

  /** The digit that a label is read as. */
  Expr label(Split split);

  /** a⁰ from raw pixels, n₀ × m. */
  Statement input(Split split);

  /** y from the label as read, n_L × m. */
  Statement target(Layer output, Expr label);

  // Before the first step.

  /** Wˡ at the start. */
  Statement initialWeights(Layer l);

  /** bˡ at the start. */
  Statement initialBiases(Layer l);

  /** The zeros that ΣWˡ is copied from. */
  Statement zeroWeights(Layer l);

  /** The zeros that Σbˡ is copied from. */
  Statement zeroBiases(Layer l);

  // Forward.

  /** zˡ. */
  Statement weightedSum(Layer l);

  /** aˡ. */
  Statement activation(Layer l);

  // Cost.

  /** C, one number a sample. */
  Statement cost(Layer output);

  // Backward.

  /** φ′(zˡ), a part of the errors. */
  Expr slope(Layer l);

  /** δᴸ. */
  Statement outputError(Layer output, Expr slope);

  /** δˡ, from δˡ⁺¹. */
  Statement hiddenError(Layer l, Expr slope);

  /** ∇Wˡ, summed over the samples that go through together. */
  Statement weightGradient(Layer l);

  /** ∇bˡ, summed likewise. */
  Statement biasGradient(Layer l);

  // Accumulate.

  /** ΣWˡ takes in ∇Wˡ. */
  Statement accumulateWeights(Layer l);

  /** Σbˡ takes in ∇bˡ. */
  Statement accumulateBiases(Layer l);

  // Update.

  /** The rate per sample, η/m: it makes the batch's sum a mean. */
  Expr averaging();

  /** Wˡ after the batch. */
  Statement updateWeights(Layer l, Expr rate);

  /** bˡ after the batch. */
  Statement updateBiases(Layer l, Expr rate);

  /** ΣWˡ before the next batch. */
  Statement resetWeights(Layer l);

  /** Σbˡ before the next batch. */
  Statement resetBiases(Layer l);

  // Evaluation.

  /** The digit that the outputs say. */
  Statement predictedClass(Layer output);

  // Rules.

  /** The order in which stepping takes the samples, not to be changed: position → sample. */
  int[] walkingOrder(Digits digits);

  /** The order in which an epoch, 1 and up, takes the first {@code size} samples. */
  int[] trainingOrder(Digits digits, int size, int epoch);

  /** Which sample's label goes with the picture of {@code sample}. */
  int labelFor(Digits digits, Split split, int sample);

  /** How many samples a batch has when {@code asked} are asked for. */
  int batchSize(int asked);

  /**
   * How a batch is cut into blocks of samples that go through together: {@code wanted} are sizes
   * that suit the caller, and the textbook takes any, since its sums do not care.
   */
  List<Integer> blocks(List<Integer> wanted);

  /** The equations of one block in order; {@code batchEnds} with the update that follows. */
  List<Call> schedule(Architecture net, boolean batchEnds);

  /** What is done at the start of every epoch; {@code initial} was done before the first. */
  List<Statement> epochStart(List<Statement> initial);
}
