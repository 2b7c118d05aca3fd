package deltascope.network;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two traces side by side: each step of one beside the same step of the other.
 *
 * @param pairs in the order of the left trace; what only the right one has follows the step that it
 *     comes after there
 */
public record Lanes(List<Pair> pairs) {
  /** What a step may read that no step sets: data, and the zeros, which another name may change. */
  private static final Set<Quantity> SET_BY_NONE =
      EnumSet.of(Quantity.PIXELS, Quantity.LABEL, Quantity.INDEX, Quantity.ZERO_W, Quantity.ZERO_B);

  /**
   * One step in both lanes; absent where a lane has no such step.
   *
   * @param distance ‖left − right‖ / ‖left‖ of the results: 0 where they are the same to the bit,
   *     infinite where one is missing, has another shape, or only one is a number
   * @param occurrence for the how many-eth time its equation runs for its layer, from 1
   * @param cut whether one lane lacks it because it had to stop before
   */
  public record Pair(
      @Nullable Step left, @Nullable Step right, double distance, int occurrence, boolean cut) {
    /** Whether the two lanes give different results. */
    public boolean differs() {
      return distance != 0;
    }

    /**
     * Whether the difference is made here: what goes in is alike, or is what no step sets.
     * Otherwise it was handed on, as it is where a lane had stopped before.
     */
    public boolean madeHere() {
      return differs()
          && !cut
          && handedOn().keySet().stream()
              .allMatch(operand -> SET_BY_NONE.contains(operand.quantity()));
    }

    /** The operands of both lanes that differ already, each with its distance. */
    public Map<Ref, Double> handedOn() {
      Map<Ref, Double> handedOn = new LinkedHashMap<>();
      if (left == null || right == null) {
        return handedOn;
      }
      for (Ref operand : left.operands()) {
        if (left.memory().has(operand) && right.memory().has(operand)) {
          double distance = apart(left.operand(operand), right.operand(operand));
          if (distance != 0) {
            handedOn.put(operand, distance);
          }
        }
      }
      return handedOn;
    }

    /** The step of the left lane, or of the right where the left has none. */
    public Step either() {
      return Objects.requireNonNull(left != null ? left : right);
    }
  }

  public Lanes {
    pairs = List.copyOf(pairs);
  }

  /** Which equation, for which layer, and for the how many-eth time. */
  private record Key(EquationId equation, int layer, int occurrence) {}

  /** Lays two traces side by side. */
  public static Lanes of(Trace left, Trace right) {
    Map<Key, Step> ofLeft = keyed(left);
    Map<Key, Step> ofRight = keyed(right);
    boolean leftStops = stops(left);
    boolean rightStops = stops(right);
    List<Pair> pairs = new ArrayList<>();
    List<Key> rightOrder = new ArrayList<>(ofRight.keySet());
    int next = 0;
    for (Map.Entry<Key, Step> step : ofLeft.entrySet()) {
      Step twin = ofRight.get(step.getKey());
      pairs.add(pair(step.getKey(), step.getValue(), twin, rightStops));
      int place = rightOrder.indexOf(step.getKey());
      for (next = Math.max(next, place + 1); next < rightOrder.size(); next++) {
        Key following = rightOrder.get(next);
        if (ofLeft.containsKey(following)) {
          break;
        }
        pairs.add(pair(following, null, ofRight.get(following), leftStops));
      }
    }
    return new Lanes(pairs);
  }

  /** Whether shapes did not fit, so that the rest did not run. */
  private static boolean stops(Trace trace) {
    return trace.steps().get(trace.steps().size() - 1).failure() != null;
  }

  /** The first pair whose results differ. */
  public Optional<Pair> firstDifference() {
    return pairs.stream().filter(Pair::differs).findFirst();
  }

  /** The number of the pair that holds the right lane's step; the last where none does. */
  public int ofRightStep(int index) {
    for (int k = 0; k < pairs.size(); k++) {
      Step right = pairs.get(k).right();
      if (right != null && right.index() == index) {
        return k;
      }
    }
    return pairs.size() - 1;
  }

  /** How far apart every step is. */
  public List<Distance> distances() {
    return pairs.stream().map(Distance::of).toList();
  }

  private static Map<Key, Step> keyed(Trace trace) {
    Map<Key, Step> keyed = new LinkedHashMap<>();
    Map<Key, Integer> met = new HashMap<>();
    for (Step step : trace.steps()) {
      int occurrence = met.merge(new Key(step.equation(), step.layer(), 0), 1, Integer::sum);
      keyed.put(new Key(step.equation(), step.layer(), occurrence), step);
    }
    return keyed;
  }

  private static Pair pair(Key key, @Nullable Step left, @Nullable Step right, boolean otherStops) {
    Matrix one = left == null ? null : left.result();
    Matrix other = right == null ? null : right.result();
    boolean cut = otherStops && (left == null || right == null);
    return new Pair(left, right, apart(one, other), key.occurrence(), cut);
  }

  /** ‖left − right‖ / ‖left‖, as {@link Pair#distance} has it. */
  private static double apart(@Nullable Matrix left, @Nullable Matrix right) {
    if (left == null
        || right == null
        || left.rows() != right.rows()
        || left.cols() != right.cols()) {
      return Double.POSITIVE_INFINITY;
    }
    if (left.sameValues(right)) {
      return 0;
    }
    double distance = left.minus(right).norm() / left.norm();
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }
}
