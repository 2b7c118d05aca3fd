package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small networks and made-up samples for tests. */
final class Some {
  private Some() {}

  /** Every pair of output and cost that makes sense, with every hidden activation. */
  static List<Object[]> suitable() {
    List<Object[]> triples = new ArrayList<>();
    for (Activation hidden : Activation.values()) {
      for (Activation output : Activation.values()) {
        for (Cost cost : Cost.values()) {
          boolean probabilities = output == Activation.SIGMOID || output == Activation.SOFTMAX;
          if (hidden != Activation.SOFTMAX && (probabilities || cost != Cost.CROSS_ENTROPY)) {
            triples.add(new Object[] {hidden, output, cost});
          }
        }
      }
    }
    return triples;
  }

  /** Pictures of chance, label by label in turn. */
  static Digits digits(int size, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[size * Digits.PIXELS];
    byte[] labels = new byte[size];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
    }
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) ((7 * i + 3) % 10);
    }
    return Digits.of(pixels, labels);
  }

  static Setup setup(
      String net, Activation hidden, Activation output, Cost cost, long seed, int batch) {
    return setup(net, hidden, output, cost, seed, batch, List.of());
  }

  static Setup setup(
      String net,
      Activation hidden,
      Activation output,
      Cost cost,
      long seed,
      int batch,
      List<Variation> variations) {
    List<Integer> sizes = new ArrayList<>();
    for (String size : net.split("-")) {
      sizes.add(Integer.parseInt(size));
    }
    EquationSet equations = new EquationSet(new Textbook(cost, Init.XAVIER, seed), variations);
    return new Setup(Architecture.of(sizes, hidden, output), equations, 0.2, batch);
  }

  static Walk walk(Setup setup, Digits digits) {
    return walk(setup, digits, setup.start());
  }

  static Walk walk(Setup setup, Digits digits, Memory start) {
    int[] order = setup.equations().asRun().walkingOrder(digits);
    return new Walk(setup, samples(setup, digits), order, start);
  }

  static DigitSamples samples(Setup setup, Digits digits) {
    return DigitSamples.of(digits, Split.TRAIN, setup.net().inputs());
  }

  /** As training does it: whole batches in the order of the walk. */
  static Memory trained(Setup setup, Digits digits, int samples) {
    Memory memory = setup.start();
    new Pass(setup, samples(setup, digits)).runAll(memory, IntStream.range(0, samples).toArray());
    return memory;
  }

  static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.row(i).clone();
    }
    return rows;
  }

  static double[] column(Matrix matrix) {
    return matrix.columnAt(0).rowMajor();
  }

  static Step step(Trace trace, EquationId equation, int layer) {
    return trace.steps().stream()
        .filter(step -> step.equation() == equation && step.layer() == layer)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + equation + " of layer " + layer));
  }

  static Matrix result(Trace trace, EquationId equation, int layer) {
    Matrix result = step(trace, equation, layer).result();
    if (result == null) {
      throw new AssertionError(equation + " failed");
    }
    return result;
  }
}
