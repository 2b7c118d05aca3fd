package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Architecture;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sections of one trace have in common.
 *
 * @param trace the sample's pass
 * @param net the network
 * @param label the sample's digit
 * @param veiled whether it is a mystery: then no sum is told, for the lines shown are not those
 *     that ran
 */
record Facts(Trace trace, Architecture net, int label, boolean veiled) {
  Facts(Trace trace, Architecture net, int label) {
    this(trace, net, label, false);
  }

  List<Step> steps() {
    return trace.steps();
  }

  int depth() {
    return net.depth();
  }

  /** Pixels along one side of the digit. */
  int side() {
    return (int) Math.round(Math.sqrt(net.inputs()));
  }

  /** The step's result, or, where the line failed, a single empty cell. */
  Matrix shapeOf(Step step) {
    Matrix result = step.result();
    return result == null ? Matrix.scalar(Double.NaN) : result;
  }

  /** The result of the last step that gave that name a value; null where none did. */
  @Nullable Matrix resultOf(Ref ref) {
    Step maker = makerBefore(ref, steps().size());
    return maker == null ? null : maker.result();
  }

  /** The step before {@code index} that made what the name stood for then. */
  @Nullable Step makerBefore(Ref ref, int index) {
    Ref made = ref.quantity() == Quantity.SLOPE ? Quantity.Z.of(ref.layer()) : ref;
    Step maker = null;
    for (Step step : steps().subList(0, index)) {
      if (step.target().equals(made)) {
        maker = step;
      }
    }
    return maker;
  }

  /** The darkest pixel, of those the one nearest to the middle. */
  int inkedPixel() {
    Matrix input = resultOf(Quantity.A.of(0));
    if (input == null) {
      return 0;
    }
    int side = side();
    double middle = (side - 1) / 2.0;
    int best = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < input.rows(); p++) {
      int row = p / side;
      int col = p % side;
      double score = 1000 * input.at(p, 0) - Math.hypot(row - middle, col - middle);
      if (score > bestScore) {
        bestScore = score;
        best = p;
      }
    }
    return best;
  }
}
