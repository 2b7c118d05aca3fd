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
  /** As many pictures are read at a time as one line of a cache has numbers. */
  private static final int LINE = 8;

  /** As many pictures as a thread reads at a time. */
  private static final int PIECE = 2 * LINE;

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
    Team.split(
        samples.length,
        PIECE,
        (from, to) -> {
          for (int j = from; j < to; j += LINE) {
            read(pixels, samples, j, Math.min(j + LINE, to));
          }
        });
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

  /** Columns {@code from} … {@code to} − 1, each a picture, pixel by pixel. */
  private void read(Matrix pixels, int[] samples, int from, int to) {
    int block = Digits.SIDE / side;
    if (block == 1 && to - from == LINE) {
      readEight(pixels, samples, from);
      return;
    }
    for (int j = from; j < to; j++) {
      byte[] picture = digits.pixels(samples[j]);
      for (int p = 0; p < pixels.rows(); p++) {
        pixels.row(p)[j] = block == 1 ? picture[p] & 0xff : averaged(picture, p, block);
      }
    }
  }

  /** A line of the cache is filled at a time. */
  private void readEight(Matrix pixels, int[] samples, int j) {
    byte[] x0 = digits.pixels(samples[j]);
    byte[] x1 = digits.pixels(samples[j + 1]);
    byte[] x2 = digits.pixels(samples[j + 2]);
    byte[] x3 = digits.pixels(samples[j + 3]);
    byte[] x4 = digits.pixels(samples[j + 4]);
    byte[] x5 = digits.pixels(samples[j + 5]);
    byte[] x6 = digits.pixels(samples[j + 6]);
    byte[] x7 = digits.pixels(samples[j + 7]);
    for (int p = 0; p < Digits.PIXELS; p++) {
      double[] row = pixels.row(p);
      row[j] = x0[p] & 0xff;
      row[j + 1] = x1[p] & 0xff;
      row[j + 2] = x2[p] & 0xff;
      row[j + 3] = x3[p] & 0xff;
      row[j + 4] = x4[p] & 0xff;
      row[j + 5] = x5[p] & 0xff;
      row[j + 6] = x6[p] & 0xff;
      row[j + 7] = x7[p] & 0xff;
    }
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
