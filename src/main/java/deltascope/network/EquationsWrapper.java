package deltascope.network;

import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.data.Digits;
import deltascope.data.Split;
import java.util.List;

/** Equations that are another's; whoever extends this changes the one it overrides. */
public abstract class EquationsWrapper implements Equations {
  /** The equations underneath. */
  protected final Equations right;

  protected EquationsWrapper(Equations right) {
    this.right = right;
  }

  @Override
  public Expr label(Split split) {
    return right.label(split);
  }

  @Override
  public Statement input(Split split) {
    return right.input(split);
  }

  @Override
  public Statement target(Layer output, Expr label) {
    return right.target(output, label);
  }

  @Override
  public Statement initialWeights(Layer l) {
    return right.initialWeights(l);
  }

  @Override
  public Statement initialBiases(Layer l) {
    return right.initialBiases(l);
  }

  @Override
  public Statement zeroWeights(Layer l) {
    return right.zeroWeights(l);
  }

  @Override
  public Statement zeroBiases(Layer l) {
    return right.zeroBiases(l);
  }

  @Override
  public Statement weightedSum(Layer l) {
    return right.weightedSum(l);
  }

  @Override
  public Statement activation(Layer l) {
    return right.activation(l);
  }

  @Override
  public Statement cost(Layer output) {
    return right.cost(output);
  }

  @Override
  public Expr slope(Layer l) {
    return right.slope(l);
  }

  @Override
  public Statement outputError(Layer output, Expr slope) {
    return right.outputError(output, slope);
  }

  @Override
  public Statement hiddenError(Layer l, Expr slope) {
    return right.hiddenError(l, slope);
  }

  @Override
  public Statement weightGradient(Layer l) {
    return right.weightGradient(l);
  }

  @Override
  public Statement biasGradient(Layer l) {
    return right.biasGradient(l);
  }

  @Override
  public Statement accumulateWeights(Layer l) {
    return right.accumulateWeights(l);
  }

  @Override
  public Statement accumulateBiases(Layer l) {
    return right.accumulateBiases(l);
  }

  @Override
  public Expr averaging() {
    return right.averaging();
  }

  @Override
  public Statement updateWeights(Layer l, Expr rate) {
    return right.updateWeights(l, rate);
  }

  @Override
  public Statement updateBiases(Layer l, Expr rate) {
    return right.updateBiases(l, rate);
  }

  @Override
  public Statement resetWeights(Layer l) {
    return right.resetWeights(l);
  }

  @Override
  public Statement resetBiases(Layer l) {
    return right.resetBiases(l);
  }

  @Override
  public Statement predictedClass(Layer output) {
    return right.predictedClass(output);
  }

  @Override
  public int[] walkingOrder(Digits digits) {
    return right.walkingOrder(digits);
  }

  @Override
  public int[] trainingOrder(Digits digits, int size, int epoch) {
    return right.trainingOrder(digits, size, epoch);
  }

  @Override
  public int labelFor(Digits digits, Split split, int sample) {
    return right.labelFor(digits, split, sample);
  }

  @Override
  public int batchSize(int asked) {
    return right.batchSize(asked);
  }

  @Override
  public List<Integer> blocks(List<Integer> wanted) {
    return right.blocks(wanted);
  }

  @Override
  public List<Call> schedule(Architecture net, boolean batchEnds) {
    return right.schedule(net, batchEnds);
  }

  @Override
  public List<Statement> epochStart(List<Statement> initial) {
    return right.epochStart(initial);
  }
}
