package deltascope.network;

import static deltascope.algebra.Quantity.INDEX;
import static deltascope.algebra.Quantity.LABEL;
import static deltascope.algebra.Quantity.PIXELS;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;

/**
 * A data set's digits as raw pixels 0…255, averaged down where the network's input is smaller than
 * 28 × 28.
 *
 * @param side 28, 14, 7 or 4 pixels along one side
 */
public record DigitSamples(Digits digits, Split split, int side) implements Samples {
  /** The samples for a network with {@code inputs} inputs, a square of pixels. */
  public static DigitSamples of(Digits digits, Split split, int inputs) {
    return new DigitSamples(digits, split, (int) Math.round(Math.sqrt(inputs)));
  }

  @Override
  public int size() {
    return digits.size();
  }

  @Override
  public int[] order(Equations equations) {
    return equations.walkingOrder(digits);
  }

  @Override
  public void load(Memory memory, Equations equations, int[] samples) {
    Matrix pixels = Matrix.zeros(side * side, samples.length);
    double[] picture = new double[Digits.PIXELS];
    for (int j = 0; j < samples.length; j++) {
      digits.copyPixels(samples[j], picture);
      averageInto(pixels, j, picture);
    }
    memory.set(PIXELS.of(0), pixels);
    loadLabels(memory, equations, samples);
  }

  @Override
  public void loadLabels(Memory memory, Equations equations, int[] samples) {
    Matrix labels = Matrix.zeros(1, samples.length);
    Matrix indices = Matrix.zeros(1, samples.length);
    for (int j = 0; j < samples.length; j++) {
      indices.row(0)[j] = samples[j];
      labels.row(0)[j] = digits.label(equations.labelFor(digits, split, samples[j]));
    }
    memory.set(LABEL.of(0), labels);
    memory.set(INDEX.of(0), indices);
  }

  private void averageInto(Matrix pixels, int column, double[] picture) {
    int block = Digits.SIDE / side;
    if (block == 1) {
      for (int p = 0; p < picture.length; p++) {
        pixels.row(p)[column] = picture[p];
      }
      return;
    }
    for (int p = 0; p < side * side; p++) {
      double sum = 0;
      for (int q = 0; q < block * block; q++) {
        int row = p / side * block + q / block;
        int col = p % side * block + q % block;
        sum += picture[row * Digits.SIDE + col];
      }
      pixels.row(p)[column] = sum / (block * block);
    }
  }
}
