package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.algebra.Quantity;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What runs: a network, its equations, the learning rate η and the batch size m that is asked for.
 */
public record Setup(Architecture net, EquationSet equations, double eta, int batch) {
  /** What lives from one batch to the next. */
  private static final Set<Quantity> STATE =
      EnumSet.of(
          Quantity.W, Quantity.B, Quantity.SUM_W, Quantity.SUM_B, Quantity.ZERO_W, Quantity.ZERO_B);

  /** What may change in place: {@link Pass} sees to it that nothing else does. */
  static final Set<Quantity> CHANGING = EnumSet.of(Quantity.SUM_W, Quantity.SUM_B);

  /** The memory before the first step: weights drawn, accumulators at zero. */
  public Memory start() {
    Memory memory = new Memory();
    memory.set(Parameter.ETA, eta);
    initial().forEach(statement -> statement.run(memory));
    prepareAccumulators(memory);
    return memory;
  }

  /** Weights and biases, as they begin. */
  private List<Statement> initial() {
    Equations asRun = equations.asRun();
    List<Statement> initial = new ArrayList<>();
    for (Layer l : net.layers()) {
      initial.add(asRun.initialWeights(l));
      initial.add(asRun.initialBiases(l));
    }
    return initial;
  }

  /** The memory before the first step from weights and biases given, layer by layer. */
  public Memory startFrom(List<Matrix> weights, List<Matrix> biases) {
    Memory memory = new Memory();
    memory.set(Parameter.ETA, eta);
    for (Layer l : net.layers()) {
      memory.set(l.weights(), weights.get(l.index() - 1));
      memory.set(l.biases(), biases.get(l.index() - 1));
    }
    prepareAccumulators(memory);
    return memory;
  }

  /** Zeros, and accumulators copied from them. */
  private void prepareAccumulators(Memory memory) {
    Equations asRun = equations.asRun();
    for (Layer l : net.layers()) {
      asRun.zeroWeights(l).run(memory);
      asRun.zeroBiases(l).run(memory);
      asRun.resetWeights(l).run(memory);
      asRun.resetBiases(l).run(memory);
    }
  }

  /** What lives from one batch to the next, safe from what happens to the memory later. */
  public Memory stateOf(Memory memory) {
    return memory.snapshot(STATE, CHANGING);
  }

  /** The objects that live from one batch to the next. */
  List<Matrix> living(Memory memory) {
    return memory.objects(STATE);
  }

  /** The same as {@link #stateOf}, all of it in objects of its own. */
  Memory copyOf(Memory memory) {
    return memory.snapshot(STATE, STATE);
  }

  /** All W as they are: an update gives their names to others, and does not change them. */
  List<Matrix> weights(Memory memory) {
    return net.layers().stream().map(l -> memory.get(l.weights())).toList();
  }

  /** Runs what the equations do at the start of an epoch. */
  void startEpoch(Memory memory) {
    for (Statement statement : equations.asRun().epochStart(initial())) {
      statement.run(memory);
    }
  }
}
