package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The traces of one sample after the other, each in the time that one sample takes. They are those
 * that {@link Walk#trace} gives. For one thread.
 */
public final class Course implements Iterator<Trace> {
  private static final Set<Quantity> EVERYTHING = EnumSet.allOf(Quantity.class);

  private final Walk walk;

  /** The sample whose trace comes next. */
  private int position;

  // The batch that it belongs to, and how far it has run.
  private Memory memory;
  private int[] batch;
  private Iterator<int[]> blocks;
  private int begun;

  // The block that ran last: its samples, what was recorded, and which column comes next.
  private int[] block = {};
  private List<Step> steps = List.of();
  private int column;

  Course(Walk walk, int position) {
    this.walk = walk;
    this.position = position;
    int number = position / walk.batchSize();
    this.memory = walk.startOf(number);
    this.batch = walk.batch(number);
    this.blocks = blocks();
    skipTo(position % walk.batchSize());
  }

  @Override
  public boolean hasNext() {
    return position < walk.size();
  }

  /** The next sample's trace, which later ones leave as it is. */
  @Override
  public Trace next() {
    if (!hasNext()) {
      throw new NoSuchElementException("a walk of " + walk.size() + " samples");
    }
    if (column == block.length) {
      nextBlock();
    }
    int number = position / walk.batchSize();
    List<Integer> shown = Arrays.stream(block).boxed().toList();
    Trace trace =
        new Trace(
            position,
            walk.net(),
            shown,
            column,
            number,
            position % walk.batchSize(),
            batch.length,
            steps,
            memory);
    position++;
    column++;
    return trace;
  }

  private Iterator<int[]> blocks() {
    return walk.pass().blocks(batch, Collections.nCopies(batch.length, 1)).iterator();
  }

  /** Runs the blocks before that place of the batch, and records the one it is in. */
  private void skipTo(int place) {
    while (true) {
      block = blocks.next();
      if (place < begun + block.length) {
        column = place - begun;
        record();
        return;
      }
      load();
      Walk.asFarAsItGoes(() -> walk.pass().runBlock(memory, block, false));
    }
  }

  private void nextBlock() {
    if (blocks.hasNext()) {
      // What was changed in place so far stays as it is in the traces that were given.
      memory = memory.snapshot(EVERYTHING, Setup.CHANGING);
    } else {
      int number = position / walk.batchSize();
      memory = walk.startOf(number);
      batch = walk.batch(number);
      blocks = blocks();
      begun = 0;
    }
    block = blocks.next();
    column = 0;
    record();
  }

  private void record() {
    int first = position - column;
    load();
    Recorder recorder = new Recorder(block.length == 1);
    recorder.record(memory, walk.pass().instructions(begun == batch.length));
    int[] positions = IntStream.range(first, first + block.length).toArray();
    steps = walk.dataStages().compared(recorder.steps(), positions);
  }

  private void load() {
    walk.pass().load(memory, block, batch.length);
    begun += block.length;
  }
}
