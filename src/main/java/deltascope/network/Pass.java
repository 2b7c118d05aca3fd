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

  /** Runs a block whose samples are loaded, and says whether the batch goes on. */
  @FunctionalInterface
  interface BlockRunner {
    boolean run(Memory memory, int[] block, boolean batchEnds);
  }

  /** Runs one batch, all its samples together as far as the equations allow. */
  public void runBatch(Memory memory, int[] batch) {
    runBatch(
        memory,
        batch,
        List.of(batch.length),
        (live, block, batchEnds) -> {
          runBlock(live, block, batchEnds);
          return true;
        });
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
    memory.set(Parameter.BATCH, batch.length);
    int from = 0;
    for (int size : equations.blocks(wanted)) {
      int[] block = Arrays.copyOfRange(batch, from, from + size);
      from += size;
      samples.load(memory, equations, block);
      if (!runner.run(memory, block, from == batch.length)) {
        return;
      }
    }
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
