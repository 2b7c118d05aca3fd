package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.oracle.Naive;
import deltascope.oracle.PlainNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole walks against the algorithm written a second time with plain loops. */
class SecondImplementationTest {
  private static final int SAMPLES = 11;

  static Stream<Integer> seeds() {
    return IntStream.range(0, 60).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aWalkIsThatOfTheSecondImplementation(int seed) {
    Random random = new Random(seed);
    List<Object[]> all = Some.suitable();
    Object[] triple = all.get(random.nextInt(all.size()));
    Activation hidden = (Activation) triple[0];
    Activation output = (Activation) triple[1];
    Cost cost = (Cost) triple[2];
    int batch = 1 + random.nextInt(5);
    StringBuilder net = new StringBuilder().append(seed % 10 == 0 ? 784 : seed % 5 == 0 ? 49 : 16);
    for (int layers = random.nextInt(4); layers > 0; layers--) {
      net.append('-').append(1 + random.nextInt(7));
    }
    Setup setup = Some.setup(net + "-10", hidden, output, cost, seed, batch);
    Digits digits = Some.digits(SAMPLES, seed);
    Walk walk = Some.walk(setup, digits);

    PlainNetwork plain = plain(setup, cost);
    for (int n = 0; n < SAMPLES; n++) {
      Trace trace = walk.trace(n);
      plain.sample(input(setup, digits, n), target(output, digits.label(n)));
      for (Layer l : setup.net().layers()) {
        int i = l.index() - 1;
        near(plain.z.get(i), Some.result(trace, EquationId.WEIGHTED_SUM, l.index()));
        near(plain.a.get(i + 1), Some.result(trace, EquationId.ACTIVATION, l.index()));
        EquationId error = l.last() ? EquationId.OUTPUT_ERROR : EquationId.HIDDEN_ERROR;
        near(plain.delta.get(i), Some.result(trace, error, l.index()));
        near(plain.sumW.get(i), Some.result(trace, EquationId.ACCUMULATE_WEIGHTS, l.index()));
        near(plain.sumB.get(i), Some.result(trace, EquationId.ACCUMULATE_BIASES, l.index()));
      }
      near(new double[] {plain.cost}, Some.result(trace, EquationId.COST, 0));
      boolean last = n == SAMPLES - 1;
      if ((n + 1) % batch == 0 || last) {
        assertTrue(trace.batchEnds());
        plain.update(0.2, n % batch + 1);
        for (Layer l : setup.net().layers()) {
          int i = l.index() - 1;
          near(plain.w.get(i), Some.result(trace, EquationId.UPDATE_WEIGHTS, l.index()));
          near(plain.b.get(i), Some.result(trace, EquationId.UPDATE_BIASES, l.index()));
        }
      }
    }
  }

  private static PlainNetwork plain(Setup setup, Cost cost) {
    List<double[][]> weights = new ArrayList<>();
    List<double[]> biases = new ArrayList<>();
    var start = setup.start();
    for (Layer l : setup.net().layers()) {
      weights.add(Some.rows(start.get(l.weights())));
      biases.add(Some.column(start.get(l.biases())));
    }
    String[] names =
        setup.net().layers().stream().map(l -> l.activation().id()).toArray(String[]::new);
    return new PlainNetwork(weights, biases, names, cost.id());
  }

  /** The mean grey of each block of pixels, 0…1. */
  private static double[] input(Setup setup, Digits digits, int n) {
    int side = (int) Math.round(Math.sqrt(setup.net().inputs()));
    int block = 28 / side;
    double[] x = new double[side * side];
    for (int row = 0; row < 28; row++) {
      for (int col = 0; col < 28; col++) {
        double grey = digits.pixel(n, 28 * row + col) / 255.0;
        x[row / block * side + col / block] += grey / (block * block);
      }
    }
    return x;
  }

  private static double[] target(Activation output, int label) {
    boolean signed = output == Activation.TANH || output == Activation.LINEAR;
    double[] y = new double[10];
    java.util.Arrays.fill(y, signed ? -1 : 0);
    y[label] = 1;
    return y;
  }

  private static void near(double[] plain, Matrix shown) {
    double[][] column = new double[plain.length][1];
    for (int i = 0; i < plain.length; i++) {
      column[i][0] = plain[i];
    }
    near(column, shown);
  }

  private static void near(double[][] plain, Matrix shown) {
    double[][] rows = Some.rows(shown);
    assertEquals(Naive.shape(plain), Naive.shape(rows));
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(plain[i], rows[i], 1e-11 * Math.max(1, shown.maxAbs()));
    }
  }
}
