package deltascope.network;

import deltascope.algebra.Memory;
import java.util.List;

/**
 * One sample's whole pass, step by step.
 *
 * @param position where in the walk it is, from 0
 * @param samples the samples that went through together: this one alone, unless a rule holds a
 *     batch together
 * @param batch which batch it belongs to, from 0
 * @param place which of the batch's samples it is, from 0
 * @param batchSize how many samples the batch has
 * @param steps in order
 * @param after everything as it was after the last step
 */
public record Trace(
    int position,
    List<Integer> samples,
    int batch,
    int place,
    int batchSize,
    List<Step> steps,
    Memory after) {
  public Trace {
    samples = List.copyOf(samples);
    steps = List.copyOf(steps);
  }

  /** Whether the batch ends here, with an update. */
  public boolean batchEnds() {
    return place == batchSize - 1;
  }
}
