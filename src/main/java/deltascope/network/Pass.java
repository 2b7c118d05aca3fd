package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs batches: each cut into blocks, each block through the schedule, the last with the update.
 */
public final class Pass {
  private final Setup setup;
  private final Samples samples;
  private final Equations equations;
  private final List<Instruction> within;
  private final List<Instruction> ending;

  public Pass(Setup setup, Samples samples) {
    this.setup = setup;
    this.samples = samples;
    this.equations = setup.equations().asRun();
    this.within = compiled(false);
    this.ending = compiled(true);
  }

  /** Runs a block whose samples are loaded. */
  @FunctionalInterface
  interface BlockRunner {
    void run(Memory memory, int[] block, boolean batchEnds);
  }

  /** Runs one batch, all its samples together as far as the equations allow. */
  public void runBatch(Memory memory, int[] batch) {
    runBatch(memory, batch, List.of(batch.length), this::runBlock);
  }

  /** Runs through these samples once, batch by batch. */
  public void runAll(Memory memory, int[] order) {
    int batchSize = equations.batchSize(setup.batch());
    for (int from = 0; from < order.length; from += batchSize) {
      runBatch(memory, Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length)));
    }
  }

  /** Runs one batch in blocks of the sizes wanted, as far as the equations allow. */
  void runBatch(Memory memory, int[] batch, List<Integer> wanted, BlockRunner runner) {
    int from = 0;
    for (int[] block : blocks(batch, wanted)) {
      from += block.length;
      load(memory, block, batch.length);
      runner.run(memory, block, from == batch.length);
    }
  }

  /** A batch cut into blocks of the sizes wanted, as far as the equations allow. */
  List<int[]> blocks(int[] batch, List<Integer> wanted) {
    List<int[]> blocks = new ArrayList<>();
    int from = 0;
    for (int size : equations.blocks(wanted)) {
      blocks.add(Arrays.copyOfRange(batch, from, from + size));
      from += size;
    }
    return blocks;
  }

  /** Puts a block's samples into memory, and the size of its batch. */
  void load(Memory memory, int[] block, int batchSize) {
    memory.set(Parameter.BATCH, batchSize);
    samples.load(memory, equations, block);
  }

  /** Runs one block that has been loaded. */
  void runBlock(Memory memory, int[] block, boolean batchEnds) {
    for (Instruction instruction : instructions(batchEnds)) {
      instruction.line().statement().run(memory);
    }
  }

  /** What a block runs; {@code batchEnds} with the update that follows. */
  List<Instruction> instructions(boolean batchEnds) {
    return batchEnds ? ending : within;
  }

  private List<Instruction> compiled(boolean batchEnds) {
    List<Instruction> instructions = new ArrayList<>();
    for (Call call : equations.schedule(setup.net(), batchEnds)) {
      Instruction instruction = Instruction.of(setup.equations(), call, samples.split());
      instruction.changed().forEach(Pass::mustBeAccumulator);
      instructions.add(instruction);
    }
    return List.copyOf(instructions);
  }

  private static void mustBeAccumulator(Ref changed) {
    if (!Setup.CHANGING.contains(changed.quantity())) {
      throw new IllegalStateException(changed.name() + " must not be changed in place");
    }
  }
}
