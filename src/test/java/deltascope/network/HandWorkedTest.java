package deltascope.network;

import static deltascope.network.EquationId.ACTIVATION;
import static deltascope.network.EquationId.BIAS_GRADIENT;
import static deltascope.network.EquationId.COST;
import static deltascope.network.EquationId.HIDDEN_ERROR;
import static deltascope.network.EquationId.OUTPUT_ERROR;
import static deltascope.network.EquationId.UPDATE_BIASES;
import static deltascope.network.EquationId.UPDATE_WEIGHTS;
import static deltascope.network.EquationId.WEIGHTED_SUM;
import static deltascope.network.EquationId.WEIGHT_GRADIENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import deltascope.math.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks of two inputs, two hidden units and two outputs, worked with pencil and paper. */
class HandWorkedTest {
  private static final double LN3 = 1.0986122886681098;
  private Trace trace;

  /**
   * ReLU below, linear above, C = Σ(a − y)², η = 0.1, one sample.
   *
   * <pre>
   * x  = (0.5, 1)                                       y = (1, 0)
   * z¹ = (0.2·0.5 + 0.4·1 + 0.1, 0.6·0.5 − 0.9·1 − 0.1) = (0.6, −0.7)
   * a¹ = (0.6, 0)                                       φ′ = (1, 0)
   * z² = (1·0.6 − 0.5·0 + 0, 0.5·0.6 + 0.25·0 + 0.2)    = (0.6, 0.5) = a²
   * C  = (−0.4)² + 0.5² = 0.16 + 0.25                   = 0.41
   * δ² = 2 (−0.4, 0.5)                                  = (−0.8, 1)
   * δ¹ = (1·(−0.8) + 0.5·1, −0.5·(−0.8) + 0.25·1) ⊙ (1, 0)
   *    = (−0.3, 0.65) ⊙ (1, 0)                          = (−0.3, 0)
   * </pre>
   */
  @Test
  void aHiddenUnitThatIsOffLearnsNothing() {
    run(
        new double[][] {{0.2, 0.4}, {0.6, -0.9}},
        new double[] {0.1, -0.1},
        new double[][] {{1, -0.5}, {0.5, 0.25}},
        new double[] {0, 0.2},
        Activation.RELU,
        Activation.LINEAR,
        Cost.SQUARED_ERROR,
        0.1,
        new double[] {0.5, 1});
    shows(WEIGHTED_SUM, 1, 0.6, -0.7);
    shows(ACTIVATION, 1, 0.6, 0);
    shows(WEIGHTED_SUM, 2, 0.6, 0.5);
    shows(ACTIVATION, 2, 0.6, 0.5);
    shows(COST, 0, 0.41);
    shows(OUTPUT_ERROR, 2, -0.8, 1);
    shows(WEIGHT_GRADIENT, 2, -0.48, 0, 0.6, 0);
    shows(BIAS_GRADIENT, 2, -0.8, 1);
    shows(HIDDEN_ERROR, 1, -0.3, 0);
    shows(WEIGHT_GRADIENT, 1, -0.15, -0.3, 0, 0);
    shows(BIAS_GRADIENT, 1, -0.3, 0);
    shows(UPDATE_WEIGHTS, 1, 0.215, 0.43, 0.6, -0.9);
    shows(UPDATE_BIASES, 1, 0.13, -0.1);
    shows(UPDATE_WEIGHTS, 2, 1.048, -0.5, 0.44, 0.25);
    shows(UPDATE_BIASES, 2, 0.08, 0.1);
  }

  /**
   * Sigmoid twice, C = ½Σ(a − y)², η = 1. σ(0) = 1/2 and σ(ln 3) = 3/4, σ(−ln 3) = 1/4, so all
   * numbers are exact.
   *
   * <pre>
   * x  = (1, 2)                                  y = (1, 0)
   * z¹ = (0.5 − 0.5 + 0, 1 − 1 + ln 3)           = (0, ln 3)
   * a¹ = (1/2, 3/4)                              φ′ = (1/4, 3/16)
   * z² = (1.5 − 1.5 + ln 3, −0.75 + 0.75 − ln 3) = (ln 3, −ln 3)
   * a² = (3/4, 1/4)                              φ′ = (3/16, 3/16)
   * C  = ½ (1/16 + 1/16)                         = 1/16
   * δ² = (−1/4, 1/4) ⊙ (3/16, 3/16)              = (−3/64, 3/64)
   * δ¹ = (3·(−3/64) − 1.5·3/64, −2·(−3/64) + 1·3/64) ⊙ (1/4, 3/16)
   *    = (−13.5/64, 9/64) ⊙ (1/4, 3/16)          = (−0.052734375, 0.0263671875)
   * </pre>
   */
  @Test
  void aSigmoidNetworkIsAsWorkedByHand() {
    runSigmoid(Cost.HALF_SQUARED_ERROR);
    shows(WEIGHTED_SUM, 1, 0, LN3);
    shows(ACTIVATION, 1, 0.5, 0.75);
    shows(WEIGHTED_SUM, 2, LN3, -LN3);
    shows(ACTIVATION, 2, 0.75, 0.25);
    shows(COST, 0, 0.0625);
    shows(OUTPUT_ERROR, 2, -0.046875, 0.046875);
    shows(WEIGHT_GRADIENT, 2, -0.0234375, -0.03515625, 0.0234375, 0.03515625);
    shows(HIDDEN_ERROR, 1, -0.052734375, 0.0263671875);
    shows(WEIGHT_GRADIENT, 1, -0.052734375, -0.10546875, 0.0263671875, 0.052734375);
    shows(UPDATE_WEIGHTS, 1, 0.552734375, -0.14453125, 0.9736328125, -0.552734375);
    shows(UPDATE_BIASES, 1, 0.052734375, LN3 - 0.0263671875);
    shows(UPDATE_WEIGHTS, 2, 3.0234375, -1.96484375, -1.5234375, 0.96484375);
    shows(UPDATE_BIASES, 2, LN3 + 0.046875, -LN3 - 0.046875);
  }

  /**
   * The same with cross-entropy: the slope cancels.
   *
   * <pre>
   * C  = −ln ¾ − ln(1 − ¼) = 2 ln 4 − 2 ln 3   = 0.575364144903561854…
   * δ² = a − y                                 = (−1/4, 1/4)
   * δ¹ = (−0.75 − 0.375, 0.5 + 0.25) ⊙ (1/4, 3/16)
   *    = (−1.125, 0.75) ⊙ (1/4, 3/16)          = (−0.28125, 0.140625)
   * </pre>
   */
  @Test
  void crossEntropyNeedsNoSlopeAtTheOutput() {
    runSigmoid(Cost.CROSS_ENTROPY);
    shows(COST, 0, 0.575364144903561854);
    shows(OUTPUT_ERROR, 2, -0.25, 0.25);
    shows(HIDDEN_ERROR, 1, -0.28125, 0.140625);
    shows(WEIGHT_GRADIENT, 1, -0.28125, -0.5625, 0.140625, 0.28125);
  }

  /**
   * tanh below and softmax above, C = Σ(a − y)². tanh(½ ln 3) = (3 − 1)/(3 + 1) = 1/2; softmax(ln
   * 3, 0) = (3/4, 1/4).
   *
   * <pre>
   * x  = (1, −1)                                 y = (0, 1)
   * z¹ = (½ ln 3 + 0, 0)                         a¹ = (1/2, 0)    φ′ = (3/4, 1)
   * z² = (0·½ + ln 3, 0)                         a² = (3/4, 1/4)
   * C  = (3/4)² + (−3/4)²                        = 9/8
   * ∂C/∂a = (3/2, −3/2); Σ a ∂C/∂a = 9/8 − 3/8   = 3/4
   * δ² = (3/4 (3/2 − 3/4), 1/4 (−3/2 − 3/4))     = (9/16, −9/16)
   * δ¹ = (0·9/16 − 1·9/16, 2·9/16 − 1·9/16) ⊙ (3/4, 1) — columns of W²: (0, 1) and (2, 1)
   *    = (−9/16·3/4, 9/16)                       = (−0.421875, 0.5625)
   * </pre>
   */
  @Test
  void softmaxWithSquaredErrorTakesTheMeanSlopeOff() {
    run(
        new double[][] {{LN3 / 2, 0}, {0.5, 0.5}},
        new double[] {0, 0},
        new double[][] {{0, 2}, {1, 1}},
        new double[] {LN3, -0.5},
        Activation.TANH,
        Activation.SOFTMAX,
        Cost.SQUARED_ERROR,
        0.1,
        new double[] {1, -1},
        new double[] {0, 1});
    shows(ACTIVATION, 1, 0.5, 0);
    shows(WEIGHTED_SUM, 2, LN3, 0);
    shows(ACTIVATION, 2, 0.75, 0.25);
    shows(COST, 0, 1.125);
    shows(OUTPUT_ERROR, 2, 0.5625, -0.5625);
    shows(HIDDEN_ERROR, 1, -0.421875, 0.5625);
  }

  private void runSigmoid(Cost cost) {
    run(
        new double[][] {{0.5, -0.25}, {1, -0.5}},
        new double[] {0, LN3},
        new double[][] {{3, -2}, {-1.5, 1}},
        new double[] {LN3, -LN3},
        Activation.SIGMOID,
        Activation.SIGMOID,
        cost,
        1,
        new double[] {1, 2});
  }

  private void run(
      double[][] w1,
      double[] b1,
      double[][] w2,
      double[] b2,
      Activation hidden,
      Activation output,
      Cost cost,
      double eta,
      double[] x) {
    run(w1, b1, w2, b2, hidden, output, cost, eta, x, new double[] {1, 0});
  }

  private void run(
      double[][] w1,
      double[] b1,
      double[][] w2,
      double[] b2,
      Activation hidden,
      Activation output,
      Cost cost,
      double eta,
      double[] x,
      double[] y) {
    Architecture net = Architecture.of(List.of(2, 2, 2), hidden, output);
    EquationSet equations =
        new EquationSet(new GivenData(new Textbook(cost, Init.ZEROS, 0)), List.of());
    Setup setup = new Setup(net, equations, eta, 1);
    GivenSamples samples = new GivenSamples(List.of(x), List.of(y));
    trace =
        new Walk(
                setup,
                samples,
                new int[] {0},
                setup.startFrom(
                    List.of(Matrix.onRows(w1), Matrix.onRows(w2)),
                    List.of(Matrix.column(b1), Matrix.column(b2))))
            .trace(0);
  }

  private void shows(EquationId equation, int layer, double... numbers) {
    double[] shown = Some.result(trace, equation, layer).rowMajor();
    assertArrayEquals(numbers, shown, 1e-15, equation + " of layer " + layer);
  }
}
