package deltascope.web.worksheet;

import deltascope.algebra.Explanation;
import deltascope.algebra.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is left blank.
 *
 * @param number from 1, through the whole sheet
 * @param ref whose cell it is
 * @param row from 0
 * @param col from 0
 * @param places how many digits after the point are asked for
 * @param value what the walk has there
 * @param solved what follows from the numbers as they are printed
 * @param accepted the answers that are right
 * @param sum where {@code solved} comes from, over the printed numbers; null of a weight that is
 *     found backwards
 * @param backwards how such a weight is found; null otherwise
 */
public record Blank(
    int number,
    Ref ref,
    int row,
    int col,
    int places,
    double value,
    double solved,
    Accepted accepted,
    @Nullable Explanation sum,
    @Nullable Backwards backwards) {

  /**
   * The way from a unit to one of its weights, over the printed numbers.
   *
   * @param answer φ(z), where that is what was given; NaN otherwise
   * @param z the unit's weighted sum
   * @param rest the sum without the weight
   * @param input what the weight is multiplied by
   */
  public record Backwards(double answer, double z, double rest, double input) {}

  /** Judges what was typed for it. */
  public Verdict judge(String typed) {
    return Verdict.of(typed, accepted);
  }

  boolean isAt(int otherRow, int otherCol) {
    return row == otherRow && col == otherCol;
  }
}
