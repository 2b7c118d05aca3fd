package deltascope.bugs;

import deltascope.algebra.Quantity;
import deltascope.math.Matrix;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Walk;
import java.util.Map;

/** Where a walk first gives another number than the walk beside it, to the bit. */
record FirstDifference(int position, String equation, int layer) {
  static final FirstDifference NONE = new FirstDifference(-1, "", 0);

  /** The first among the positions up to {@code positions}, in the order of the clean walk. */
  static FirstDifference of(Walk clean, Walk bugged, int positions) {
    for (int n = 0; n < positions; n++) {
      FirstDifference found = at(n, clean.trace(n), bugged.trace(n));
      if (found != NONE) {
        return found;
      }
    }
    return NONE;
  }

  private static FirstDifference at(int position, Trace clean, Trace bugged) {
    Map<Home.Key, Step> others = Home.byKey(bugged);
    for (Step step : clean.steps()) {
      Step other = others.remove(new Home.Key(step.equation(), step.layer()));
      if (other == null || !same(own(clean, step), own(bugged, other))) {
        return new FirstDifference(position, step.equation().id(), step.layer());
      }
    }
    return others.isEmpty()
        ? NONE
        : new FirstDifference(position, others.keySet().iterator().next().equation().id(), 0);
  }

  private static boolean same(Matrix one, Matrix other) {
    return one == null ? other == null : other != null && one.sameValues(other);
  }

  /** The sample's own column where a block of samples went through together. */
  static Matrix own(Trace trace, Step step) {
    Matrix result = step.result();
    Quantity quantity = step.target().quantity();
    boolean perSample =
        switch (quantity) {
          case A, Y, Z, COST, DELTA -> true;
          default -> false;
        };
    return result != null && perSample && trace.samples().size() > 1
        ? result.columnAt(trace.column())
        : result;
  }
}
