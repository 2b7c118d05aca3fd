package deltascope.web.page;

import deltascope.algebra.Explanation;
import deltascope.math.Matrix;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one number of a step's result that a reader is asked for before it is shown: a large one, and
 * of the large ones the first whose sum has another sign than its largest term.
 *
 * @param row from 0
 * @param col from 0
 * @param value what is there
 * @param surprising whether its largest term alone would tell the wrong sign
 */
record AskedCell(int row, int col, double value, boolean surprising) {
  /** So many of the largest are looked into for a surprise. */
  private static final int CANDIDATES = 12;

  /** A surprise must be at least this large beside the largest. */
  private static final double WORTH = 0.2;

  private record Place(int row, int col, double weight) {}

  /** The cell asked for; null where the step gives no number that could be told. */
  static @Nullable AskedCell of(Step step, Facts facts) {
    Matrix result = step.result();
    if (result == null) {
      return null;
    }
    List<Place> largest = largest(step, result, Selection.usual(step, facts));
    if (largest.isEmpty()) {
      return null;
    }
    for (Place place : largest) {
      if (place.weight < WORTH * largest.get(0).weight) {
        break;
      }
      if (surprising(step.explain(place.row, place.col))) {
        return at(place, result, true);
      }
    }
    return at(largest.get(0), result, false);
  }

  private static AskedCell at(Place place, Matrix result, boolean surprising) {
    return new AskedCell(place.row, place.col, result.at(place.row, place.col), surprising);
  }

  /**
   * The cells that weigh most, the heaviest first, the usual one before others of its weight. Where
   * the step changes what a name stood for before, a change weighs.
   */
  private static List<Place> largest(Step step, Matrix result, Selection usual) {
    Matrix before = step.operands().contains(step.target()) ? step.operand(step.target()) : null;
    boolean changes =
        before != null && before.rows() == result.rows() && before.cols() == result.cols();
    List<Place> kept = new ArrayList<>();
    double least = -1;
    for (int i = 0; i < result.rows(); i++) {
      double[] now = result.row(i);
      double[] old = changes && before != null ? before.row(i) : null;
      for (int j = 0; j < now.length; j++) {
        boolean named = i == usual.row() && j == usual.col();
        double weight = Math.abs(old == null ? now[j] : now[j] - old[j]);
        if (Double.isFinite(now[j]) && Double.isFinite(weight) && (weight > least || named)) {
          kept.add(new Place(i, j, weight));
          if (kept.size() > 4 * CANDIDATES) {
            least = cut(kept, usual);
          }
        }
      }
    }
    cut(kept, usual);
    return kept;
  }

  /** Leaves the heaviest, and tells the weight of the lightest of them. */
  private static double cut(List<Place> places, Selection usual) {
    places.sort(
        Comparator.comparingDouble((Place place) -> -place.weight)
            .thenComparing(place -> place.row != usual.row() || place.col != usual.col()));
    while (places.size() > CANDIDATES) {
      places.remove(places.size() - 1);
    }
    return places.isEmpty() ? -1 : places.get(places.size() - 1).weight;
  }

  /** Whether the largest term of the sum that this is, or is made of, has another sign than it. */
  private static boolean surprising(Explanation node) {
    List<Explanation> terms = node.terms();
    if (terms.size() < 3) {
      return node.parts().size() == 2 && node.parts().stream().anyMatch(AskedCell::surprising);
    }
    double largest = node.largest(1).terms().get(0).value();
    return Math.signum(largest) == -Math.signum(node.value()) && node.value() != 0;
  }
}
