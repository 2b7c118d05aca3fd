package deltascope.network;

import static deltascope.algebra.Quantity.GIVEN_INPUT;
import static deltascope.algebra.Quantity.GIVEN_TARGET;
import static deltascope.algebra.Quantity.INDEX;
import static deltascope.algebra.Quantity.LABEL;

import deltascope.algebra.Memory;
import deltascope.data.Split;
import deltascope.math.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** Inputs and targets that a caller brings, one array of each per sample. */
public record GivenSamples(List<double[]> inputs, List<double[]> targets) implements Samples {
  public GivenSamples {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
  }

  @Override
  public int size() {
    return inputs.size();
  }

  @Override
  public Split split() {
    return Split.TRAIN;
  }

  @Override
  public int[] order(Equations equations) {
    return IntStream.range(0, size()).toArray();
  }

  @Override
  public void load(Memory memory, Equations equations, int[] samples) {
    memory.set(GIVEN_INPUT.of(0), columns(inputs, samples));
    memory.set(GIVEN_TARGET.of(0), columns(targets, samples));
    memory.set(LABEL.of(0), Matrix.zeros(1, samples.length));
    memory.set(INDEX.of(0), Matrix.zeros(1, samples.length));
  }

  private static Matrix columns(List<double[]> from, int[] samples) {
    double[][] columns = new double[samples.length][];
    for (int j = 0; j < samples.length; j++) {
      columns[j] = from.get(samples[j]);
    }
    return Matrix.onRows(columns).transposed();
  }
}
