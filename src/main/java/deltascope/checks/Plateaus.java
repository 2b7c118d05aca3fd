package deltascope.checks;

import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.Layer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Outputs that say nothing, the same whatever comes in, and when a network is on one of them. */
final class Plateaus {
  /** How near its cost must come, and its outputs (root mean square), since a cost may pass by. */
  static final double MATCH = 1e-3;

  private static final double NEAR = 0.05;

  private Plateaus() {}

  /**
   * By what they are, one column each.
   *
   * @param meanTarget the mean of all targets, a column
   */
  static Map<String, Matrix> outputs(Layer output, Matrix meanTarget) {
    Activation range = output.activation();
    int units = output.units();
    Map<String, Matrix> outputs = new LinkedHashMap<>();
    if (range == Activation.SOFTMAX) {
      outputs.put("all 1/10", all(1.0 / units, units));
    } else {
      for (double level : levels(range)) {
        outputs.put("all " + Said.number(level), all(level, units));
      }
    }
    for (int k = 0; k < units; k++) {
      Matrix one = all(range.cold(), units);
      one.row(k)[0] = range.hot();
      outputs.put("always “" + k + "”", one);
    }
    outputs.put("the mean target", meanTarget);
    return outputs;
  }

  /**
   * Whether a cost so far off, of outputs so far apart (root mean square), is that of a plateau.
   */
  static boolean met(double off, double apart) {
    return off <= MATCH && apart <= NEAR;
  }

  private static Matrix all(double level, int units) {
    double[] column = new double[units];
    Arrays.fill(column, level);
    return Matrix.column(column);
  }

  private static double[] levels(Activation range) {
    return switch (range) {
      case SIGMOID -> new double[] {0, 0.5, 1};
      case RELU -> new double[] {0};
      default -> new double[] {-1, 0, 1};
    };
  }
}
