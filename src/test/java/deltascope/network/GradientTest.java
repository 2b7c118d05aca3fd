package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes and gradients against differences of the functions whose slopes they are. */
class GradientTest {
  private static final double H = 1e-5;

  static Stream<Arguments> suitable() {
    return Some.suitable().stream().map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("suitable")
  void everyGradientIsTheSlopeOfTheCost(Activation hidden, Activation output, Cost cost) {
    Random random = new Random(17);
    Architecture net = Architecture.of(List.of(4, 5, 3, 3), hidden, output);
    EquationSet equations =
        new EquationSet(new GivenData(new Textbook(cost, Init.ZEROS, 0)), List.of());
    Setup setup = new Setup(net, equations, 0.1, 1);
    GivenSamples samples =
        new GivenSamples(
            List.of(normal(random, 4)),
            List.of(
                output == Activation.SOFTMAX
                    ? new double[] {0.2, 0.5, 0.3}
                    : new double[] {1, 0, 0.25}));
    List<Matrix> weights = new ArrayList<>();
    List<Matrix> biases = new ArrayList<>();
    for (Layer l : net.layers()) {
      double[][] rows = new double[l.units()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = normal(random, l.inputs());
      }
      weights.add(Matrix.onRows(rows));
      biases.add(Matrix.column(normal(random, l.units())));
    }
    Trace trace = trace(setup, samples, weights, biases);
    for (Layer l : net.layers()) {
      Matrix dW = Some.result(trace, EquationId.WEIGHT_GRADIENT, l.index());
      Matrix db = Some.result(trace, EquationId.BIAS_GRADIENT, l.index());
      compare(dW, weights.get(l.index() - 1), () -> costOf(setup, samples, weights, biases));
      compare(db, biases.get(l.index() - 1), () -> costOf(setup, samples, weights, biases));
    }
  }

  private static void compare(
      Matrix gradient, Matrix parameters, java.util.function.DoubleSupplier cost) {
    double apart = 0;
    double norms = 0;
    double other = 0;
    for (int i = 0; i < parameters.rows(); i++) {
      for (int j = 0; j < parameters.cols(); j++) {
        double was = parameters.at(i, j);
        parameters.row(i)[j] = was + H;
        double above = cost.getAsDouble();
        parameters.row(i)[j] = was - H;
        double below = cost.getAsDouble();
        parameters.row(i)[j] = was;
        double difference = (above - below) / (2 * H);
        apart += Math.pow(difference - gradient.at(i, j), 2);
        norms += Math.pow(gradient.at(i, j), 2);
        other += difference * difference;
      }
    }
    double most = Math.sqrt(norms) + Math.sqrt(other);
    double e = most < 1e-8 ? 0 : Math.sqrt(apart) / most;
    assertTrue(e < 1e-7, "E = " + e + " for " + gradient + ", by differences the norm is " + other);
  }

  private static Trace trace(
      Setup setup, GivenSamples samples, List<Matrix> weights, List<Matrix> biases) {
    return new Walk(setup, samples, new int[] {0}, setup.startFrom(weights, biases)).trace(0);
  }

  private static double costOf(
      Setup setup, GivenSamples samples, List<Matrix> weights, List<Matrix> biases) {
    return Some.result(trace(setup, samples, weights, biases), EquationId.COST, 0).at(0, 0);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void theSlopeOfAnActivationIsItsSlope(Activation activation) {
    for (double[] z : new double[][] {{0.3, -1.2, 2.5}, {-4, 1e-3, 0.7}, {5, -0.01, -2}}) {
      Matrix slope = activation.slope().apply(List.of(Matrix.column(z)));
      for (int k = 0; k < z.length; k++) {
        double[] above = z.clone();
        double[] below = z.clone();
        above[k] += H;
        below[k] -= H;
        double up = activation.value().apply(List.of(Matrix.column(above))).at(k, 0);
        double down = activation.value().apply(List.of(Matrix.column(below))).at(k, 0);
        assertEquals((up - down) / (2 * H), slope.at(k, 0), 1e-9, activation + " at " + z[k]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 50, 700, 1000, 1e300})
  void softmaxAddsUpToOneAndKnowsNoNaN(double size) {
    Matrix z = Matrix.onRows(new double[] {size, 0}, new double[] {-size, size}, new double[2]);
    Matrix a = Activation.SOFTMAX.value().apply(List.of(z));
    for (int j = 0; j < 2; j++) {
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        assertTrue(a.at(k, j) >= 0 && a.at(k, j) <= 1, a.toString());
        sum += a.at(k, j);
      }
      assertEquals(1, sum, 1e-15);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void noActivationOrSlopeTurnsALargeNumberIntoNaN(Activation activation) {
    Matrix z = Matrix.column(1000, -1000, 0, 1e308, -1e308);
    for (Matrix value :
        List.of(activation.value().apply(List.of(z)), activation.slope().apply(List.of(z)))) {
      assertTrue(Double.isFinite(value.min()) && Double.isFinite(value.max()), value.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void aNaNIsPassedOnAndNotHidden(Activation activation) {
    Matrix a = activation.value().apply(List.of(Matrix.column(Double.NaN)));
    assertTrue(Double.isNaN(a.at(0, 0)));
  }

  @Test
  void theCostOfACertainAnswerIsZeroOrInfiniteButNeverNaN() {
    for (Activation output : List.of(Activation.SIGMOID, Activation.SOFTMAX)) {
      for (double[] target : new double[][] {{1, 0}, {0, 1}}) {
        Architecture net = Architecture.of(List.of(1, 2), Activation.TANH, output);
        EquationSet equations =
            new EquationSet(
                new GivenData(new Textbook(Cost.CROSS_ENTROPY, Init.ZEROS, 0)), List.of());
        Setup setup = new Setup(net, equations, 0.1, 1);
        GivenSamples samples = new GivenSamples(List.of(new double[] {1000}), List.of(target));
        double cost =
            costOf(setup, samples, List.of(Matrix.column(1, -1)), List.of(Matrix.column(0, 0)));
        assertEquals(target[0] == 1 ? 0 : Double.POSITIVE_INFINITY, cost, 0);
      }
    }
  }

  @Test
  void targetsLieInTheOutputsRange() {
    assertEquals(List.of(1.0, -1.0), List.of(Activation.TANH.hot(), Activation.TANH.cold()));
    assertEquals(List.of(1.0, -1.0), List.of(Activation.LINEAR.hot(), Activation.LINEAR.cold()));
    for (Activation a : List.of(Activation.SIGMOID, Activation.RELU, Activation.SOFTMAX)) {
      assertEquals(List.of(1.0, 0.0), List.of(a.hot(), a.cold()), a.id());
    }
  }

  private static double[] normal(Random random, int count) {
    return random.doubles(count, -1.2, 1.2).toArray();
  }
}
