package deltascope.network;

import static deltascope.algebra.Quantity.INDEX;
import static deltascope.algebra.Quantity.LABEL;
import static deltascope.algebra.Quantity.PIXELS;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.math.Team;

/**
 * A data set's digits as raw pixels 0…255, averaged down where the network's input is smaller than
 * 28 × 28.
 *
 * @param side 28, 14, 7 or 4 pixels along one side
 */
public record DigitSamples(Digits digits, Split split, int side) implements Samples {
  /** As many pictures as a thread averages at a time. */
  private static final int PIECE = 16;

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
    memory.set(PIXELS.of(0), side == Digits.SIDE ? digits.columns(samples) : averaged(samples));
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

  /** A column for each picture, averaged over blocks. */
  private Matrix averaged(int[] samples) {
    Matrix pixels = Matrix.blank(side * side, samples.length);
    Team.split(
        samples.length,
        PIECE,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            byte[] picture = digits.pixels(samples[j]);
            for (int p = 0; p < pixels.rows(); p++) {
              pixels.row(p)[j] = averaged(picture, p, Digits.SIDE / side);
            }
          }
        });
    return pixels;
  }

  /** The mean of a block of the picture. */
  private double averaged(byte[] picture, int p, int block) {
    double sum = 0;
    for (int q = 0; q < block * block; q++) {
      int row = p / side * block + q / block;
      int col = p % side * block + q % block;
      sum += picture[row * Digits.SIDE + col] & 0xff;
    }
    return sum / (block * block);
  }
}
