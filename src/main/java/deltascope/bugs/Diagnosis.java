package deltascope.bugs;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import deltascope.network.TraceNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a program of somebody's own made of a sample, beside those of the walk: the first
 * that are other, and the bugs of the catalogue that give exactly these numbers.
 *
 * @param compared the names that were given, in the order of the pass
 * @param apart those whose numbers are other, in that order
 * @param bugs each alone gives all the numbers that were given
 * @param begun each alone gives them up to and with the first that is other, and not all
 */
public record Diagnosis(List<String> compared, List<Apart> apart, List<Bug> bugs, List<Bug> begun) {
  /** Weights and biases above which it would take too much memory to try every bug. */
  public static final int MAX_PARAMETERS = 400_000;

  /** As far as sums in another order are off, with room. */
  public static final double TOLERANCE = 1e-9;

  /** Multiplications that all the walks together may take: some ten seconds' worth. */
  private static final double MAX_WORK = 2e10;

  /** Forward, backward and into the accumulators: two each. */
  private static final int WORK_PER_PARAMETER = 6;

  /** Numbers as small as this are rounding, where they were subtracted from some near 1. */
  private static final double DUST = 1e-13;

  /**
   * A matrix that is other than the walk's.
   *
   * @param own as it was given
   * @param walked as the walk has it, and where
   * @param distance the largest distance of two entries, as a part of the walk's largest; infinite
   *     where the shapes differ or only one is a number
   * @param row of the entry furthest off, from 0; 0 where the shapes differ
   * @param col its column
   */
  public record Apart(
      String name, Matrix own, TraceNames.Met walked, double distance, int row, int col) {
    /** Whether rows or columns are other than the walk's. */
    public boolean shapes() {
      return own.rows() != walked.value().rows() || own.cols() != walked.value().cols();
    }
  }

  /**
   * Compares them.
   *
   * @param own by the names of {@link TraceNames}
   * @param scenario whose sample they were made of; bugs that are on there belong to what is right
   * @param digits its split, as it is in the data
   * @param start what the walk begins with
   * @param tolerance up to which distance numbers count as the same
   * @throws Refused for a name that the pass does not meet
   */
  public static Diagnosis of(
      Map<String, Matrix> own, Scenario scenario, Digits digits, Memory start, double tolerance) {
    BuggedPasses passes = new BuggedPasses(scenario, digits, start);
    Map<String, TraceNames.Met> walked = TraceNames.of(passes.right());
    for (String name : own.keySet()) {
      if (!walked.containsKey(name)) {
        throw new Refused("arrays", name, "one of " + String.join(", ", walked.keySet()));
      }
    }
    Map<String, Matrix> given = new LinkedHashMap<>();
    List<Apart> apart = new ArrayList<>();
    for (Map.Entry<String, TraceNames.Met> met : walked.entrySet()) {
      Matrix matrix = own.get(met.getKey());
      if (matrix != null) {
        given.put(met.getKey(), matrix);
        Apart found = apart(met.getKey(), matrix, met.getValue());
        if (found.distance() > tolerance) {
          apart.add(found);
        }
      }
    }
    List<Bug> bugs = new ArrayList<>();
    List<Bug> begun = new ArrayList<>();
    if (!apart.isEmpty()) {
      int right = asFarAs(passes.right(), given, tolerance);
      for (Bug bug : Catalogue.bugs()) {
        int alike =
            passes.of(bug).stream()
                .mapToInt(pass -> asFarAs(pass, given, tolerance))
                .max()
                .orElse(0);
        if (alike == given.size()) {
          bugs.add(bug);
        } else if (alike > right) {
          begun.add(bug);
        }
      }
    }
    return new Diagnosis(List.copyOf(given.keySet()), apart, bugs, begun);
  }

  public Diagnosis {
    compared = List.copyOf(compared);
    apart = List.copyOf(apart);
    bugs = List.copyOf(bugs);
    begun = List.copyOf(begun);
  }

  /**
   * Whether all the bugs may walk there.
   *
   * @throws Refused where that is more work than one request may ask for
   */
  public static void mustBeBounded(Scenario scenario) {
    long parameters = scenario.net().parameters();
    if (parameters > MAX_PARAMETERS) {
      throw new Refused(
          "net",
          scenario.net(),
          "at most " + MAX_PARAMETERS + " weights and biases, as every bug is tried");
    }
    double each = (double) WORK_PER_PARAMETER * parameters * (Catalogue.bugs().size() + 1);
    int most = (int) (MAX_WORK / each);
    int inBatch = scenario.sample() % scenario.batch();
    if (inBatch + (scenario.learns() ? scenario.sample() : 0) > most) {
      throw new Refused(
          "sample",
          scenario.sample(),
          "0…%d with a network of this size, as every bug walks there, or any with learn=no&batch=1"
              .formatted(most / 2));
    }
  }

  /** How many of the numbers given the pass gives too, before the first that it does not. */
  private static int asFarAs(Trace trace, Map<String, Matrix> given, double tolerance) {
    Map<String, TraceNames.Met> names = TraceNames.of(trace);
    int alike = 0;
    for (Map.Entry<String, Matrix> one : given.entrySet()) {
      TraceNames.Met met = names.get(one.getKey());
      if (met == null || apart(one.getKey(), one.getValue(), met).distance() > tolerance) {
        return alike;
      }
      alike++;
    }
    return alike;
  }

  private static Apart apart(String name, Matrix own, TraceNames.Met met) {
    Matrix walked = met.value();
    if (own.rows() != walked.rows() || own.cols() != walked.cols()) {
      return new Apart(name, own, met, Double.POSITIVE_INFINITY, 0, 0);
    }
    double largest = 0;
    for (double x : walked.rowMajor()) {
      largest = Double.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
    }
    double furthest = 0;
    int row = 0;
    int col = 0;
    for (int i = 0; i < own.rows(); i++) {
      for (int j = 0; j < own.cols(); j++) {
        double distance = apart(own.at(i, j), walked.at(i, j), largest);
        if (distance > furthest) {
          furthest = distance;
          row = i;
          col = j;
        }
      }
    }
    return new Apart(name, own, met, furthest, row, col);
  }

  private static double apart(double own, double walked, double largest) {
    if (own == walked || Double.isNaN(own) && Double.isNaN(walked)) {
      return 0;
    }
    double distance = Math.abs(own - walked);
    return distance <= DUST
        ? 0
        : Double.isFinite(distance) && largest > 0 ? distance / largest : Double.POSITIVE_INFINITY;
  }
}
