package deltascope.network;

import deltascope.algebra.ArgMax;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import java.util.List;

/**
 * One sample's whole pass, step by step.
 *
 * @param position where in the walk it is, from 0
 * @param net the network that ran
 * @param samples the samples that went through together: this one alone, unless a rule holds a
 *     batch together
 * @param column which of those columns this sample's is, from 0
 * @param batch which batch it belongs to, from 0
 * @param place which of the batch's samples it is, from 0
 * @param batchSize how many samples the batch has
 * @param steps in order
 * @param after everything as it was after the last step
 */
public record Trace(
    int position,
    Architecture net,
    List<Integer> samples,
    int column,
    int batch,
    int place,
    int batchSize,
    List<Step> steps,
    Memory after) {
  public Trace {
    samples = List.copyOf(samples);
    steps = List.copyOf(steps);
  }

  /** The digit that the outputs say; −1 where the pass failed before there were any. */
  public int predicted() {
    Ref outputs = net.output().a();
    if (!after.has(outputs)) {
      return -1;
    }
    Matrix own = after.get(outputs).columnAt(column);
    return (int) ArgMax.OVER_UNITS.apply(List.of(own)).at(0, 0);
  }

  /** Whether the batch ends here, with an update. */
  public boolean batchEnds() {
    return place == batchSize - 1;
  }
}
