package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The slope of the cost of a few samples along one weight or bias at a time, measured: the weight
 * is moved by h to both sides, and everything that it reaches is computed again, by the equations
 * as they run. The formulas of the backward pass have no part in it.
 */
public final class CostSlope {
  private final Probe probe;
  private final Setup setup;
  private final Memory memory;
  private final double h;

  public CostSlope(Probe probe, Setup setup, Memory state, double h, int... samples) {
    this.probe = probe;
    this.setup = setup;
    this.h = h;
    this.memory = probe.forward(state, samples);
  }

  /** The samples as they went forward. */
  public Memory forwarded() {
    return memory.sharing();
  }

  /** What one rounding of the cost may do to a slope. */
  public double rounding() {
    return Math.ulp(Math.abs(Probe.sumOfCosts(memory))) / h;
  }

  /** The slopes along some entries of a tensor. */
  public double[] along(Ref tensor, List<int[]> entries) {
    Memory moved = memory.sharing();
    Matrix copy = memory.get(tensor).copy();
    moved.set(tensor, copy);
    List<Statement> lines = probe.forwardFrom(tensor);
    double[] slopes = new double[entries.size()];
    for (int n = 0; n < slopes.length; n++) {
      slopes[n] = slope(moved, lines, copy.row(entries.get(n)[0]), entries.get(n)[1]);
    }
    return slopes;
  }

  /** NaN where a ReLU switches between the two sides, since there is no slope at a kink. */
  private double slope(Memory moved, List<Statement> lines, double[] row, int col) {
    double at = row[col];
    row[col] = at + h;
    lines.forEach(line -> line.run(moved));
    double above = Probe.sumOfCosts(moved);
    List<Matrix> sums = kinked(moved);
    row[col] = at - h;
    lines.forEach(line -> line.run(moved));
    double below = Probe.sumOfCosts(moved);
    row[col] = at;
    boolean kink = !sameSide(sums, kinked(moved));
    return kink ? Double.NaN : (above - below) / (2 * h);
  }

  private List<Matrix> kinked(Memory moved) {
    List<Matrix> sums = new ArrayList<>();
    for (Layer l : setup.net().layers()) {
      if (l.activation() == Activation.RELU) {
        sums.add(moved.get(l.z()));
      }
    }
    return sums;
  }

  private static boolean sameSide(List<Matrix> above, List<Matrix> below) {
    for (int n = 0; n < above.size(); n++) {
      for (int i = 0; i < above.get(n).rows(); i++) {
        double[] x = above.get(n).row(i);
        double[] y = below.get(n).row(i);
        for (int j = 0; j < x.length; j++) {
          if (x[j] > 0 != y[j] > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
