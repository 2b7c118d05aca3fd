package deltascope.network;

import static deltascope.algebra.Quantity.COST;
import static deltascope.algebra.Quantity.LABEL;
import static deltascope.algebra.Quantity.PREDICTED;

import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures a program from outside, with its equations as they run: what comes out for given
 * weights, what it costs, what the accumulators hold before an update, and what the update does.
 * States handed in are never changed. Safe for any number of threads.
 */
public final class Probe {
  private final Setup setup;
  private final Samples samples;
  private final Equations equations;
  private final Pass pass;
  private final List<Statement> forward = new ArrayList<>();

  public Probe(Setup setup, Samples samples) {
    this.setup = setup;
    this.samples = samples;
    this.equations = setup.equations().asRun();
    this.pass = new Pass(setup, samples);
    for (Call call : equations.schedule(setup.net(), false)) {
      forward.add(call.equation().statement(equations, call.layer(), samples.split()));
      if (call.equation() == EquationId.COST) {
        break;
      }
    }
  }

  /**
   * One batch as it ran.
   *
   * @param before the state that it began with
   * @param sums what each weight's and bias's accumulator held when the update came to it, by the
   *     name of the weight or bias: the program's gradient, summed over the batch
   * @param after everything after the update and the reset
   */
  public record Batch(Memory before, Map<Ref, Matrix> sums, Memory after) {
    /** The program's gradient of a weight or bias, summed over the batch. */
    public Matrix sum(Ref tensor) {
      return Objects.requireNonNull(sums.get(tensor));
    }

    /** By how much the update moved a weight or bias. */
    public Matrix moved(Ref tensor) {
      return after.get(tensor).minus(before.get(tensor));
    }
  }

  /** The names of all weights and biases, W¹, b¹, W² … */
  public List<Ref> tensors() {
    return setup.net().layers().stream()
        .flatMap(l -> List.of(l.weights(), l.biases()).stream())
        .toList();
  }

  /** The weights and biases of {@code state}, with accumulators as they are before any batch. */
  public Memory fresh(Memory state) {
    List<Layer> layers = setup.net().layers();
    return setup.startFrom(
        layers.stream().map(l -> state.get(l.weights())).toList(),
        layers.stream().map(l -> state.get(l.biases())).toList());
  }

  /** Runs samples together as far as the cost; the answer holds every z, a and C. */
  public Memory forward(Memory state, int... block) {
    Memory memory = state.sharing();
    memory.set(Parameter.BATCH, block.length);
    samples.load(memory, equations, block);
    forward.forEach(statement -> statement.run(memory));
    return memory;
  }

  /** The inputs a⁰ that samples come in as, beside {@code state}. */
  public Memory inputs(Memory state, int... block) {
    Memory memory = state.sharing();
    samples.load(memory, equations, block);
    equations.input(samples.split()).run(memory);
    return memory;
  }

  /** The labels of samples as the program reads them. */
  public Matrix labels(int... block) {
    Memory memory = new Memory();
    samples.loadLabels(memory, equations, block);
    return LABEL.of(0).is(equations.label(samples.split())).run(memory);
  }

  /** The targets of samples, and nothing that comes in with them. */
  public Memory targets(int... block) {
    Memory memory = new Memory();
    memory.set(Parameter.BATCH, block.length);
    samples.loadLabels(memory, equations, block);
    Layer output = setup.net().output();
    EquationId.TARGET.statement(equations, output, samples.split()).run(memory);
    return memory;
  }

  /** The cost of samples in all. */
  public double cost(Memory state, int... block) {
    return sumOfCosts(forward(state, block));
  }

  /** The lines from the first that reads this weight or bias, as far as the cost. */
  List<Statement> forwardFrom(Ref tensor) {
    for (int n = 0; n < forward.size(); n++) {
      if (forward.get(n).operands().contains(tensor)) {
        return forward.subList(n, forward.size());
      }
    }
    return List.of();
  }

  static double sumOfCosts(Memory forwarded) {
    return forwarded.get(COST.of(0)).sumOfColumns().at(0, 0);
  }

  /** What samples that went forward would have cost with other outputs, in all. */
  public double costOf(Memory forwarded, Matrix outputs) {
    Memory memory = forwarded.sharing();
    memory.set(setup.net().output().a(), outputs);
    equations.cost(setup.net().output()).run(memory);
    return sumOfCosts(memory);
  }

  /** The digits that the program reads off the outputs of samples that went forward. */
  public Matrix predicted(Memory forwarded) {
    Memory memory = forwarded.sharing();
    equations.predictedClass(setup.net().output()).run(memory);
    return memory.get(PREDICTED.of(0));
  }

  /** Runs one batch with its update. */
  public Batch batch(Memory state, int... batch) {
    Memory memory = setup.stateOf(state);
    Map<Ref, Matrix> sums = new LinkedHashMap<>();
    pass.runBatch(
        memory,
        batch,
        List.of(batch.length),
        (live, block, batchEnds) -> {
          for (Instruction instruction : pass.instructions(batchEnds)) {
            note(instruction.call(), live, sums);
            instruction.line().statement().run(live);
          }
        });
    for (Layer l : setup.net().layers()) {
      sums.computeIfAbsent(l.weights(), tensor -> memory.get(l.weightSum()).copy());
      sums.computeIfAbsent(l.biases(), tensor -> memory.get(l.biasSum()).copy());
    }
    return new Batch(state, sums, memory);
  }

  /** ‖δˡ‖ of every layer, over these samples together, from accumulators as before any batch. */
  public List<Double> errorNorms(Memory state, int... samples) {
    Memory after = batch(fresh(state), samples).after();
    return setup.net().layers().stream().map(l -> after.get(l.delta()).norm()).toList();
  }

  /** Keeps what an accumulator holds before the first line that uses it up. */
  private static void note(Call call, Memory live, Map<Ref, Matrix> sums) {
    Layer l = call.layer();
    switch (call.equation()) {
      case UPDATE_WEIGHTS, RESET_WEIGHTS ->
          sums.computeIfAbsent(l.weights(), tensor -> live.get(l.weightSum()).copy());
      case UPDATE_BIASES, RESET_BIASES ->
          sums.computeIfAbsent(l.biases(), tensor -> live.get(l.biasSum()).copy());
      default -> {}
    }
  }

  /** Runs so many batches one after the other in a state, which is changed. */
  public void run(Memory state, Iterable<int[]> batches) {
    batches.forEach(batch -> pass.runBatch(state, batch));
  }

  /** How many updates an epoch of so many samples has. */
  public int updatesPerEpoch(int size) {
    int batchSize = equations.batchSize(setup.batch());
    return (size + batchSize - 1) / batchSize;
  }
}
