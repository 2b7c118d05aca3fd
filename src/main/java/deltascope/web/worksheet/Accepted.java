package deltascope.web.worksheet;

import deltascope.math.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The answers that are right, from the lowest to the highest, both among them. */
public record Accepted(BigDecimal low, BigDecimal high) {
  /**
   * All that lie among those values, and no further than {@code slack} from them; outwards to
   * numbers that can be written with so many places.
   *
   * @throws Refused where one is not finite, as the logarithm of an answer that is printed as 0
   */
  static Accepted around(int places, double slack, double... values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (!Double.isFinite(most - least)) {
      throw Sheet.unprintable();
    }
    return new Accepted(
        BigDecimal.valueOf(least - slack).setScale(places, RoundingMode.FLOOR),
        BigDecimal.valueOf(most + slack).setScale(places, RoundingMode.CEILING));
  }

  /** Whether that is a right answer. */
  public boolean holds(BigDecimal answer) {
    return low.compareTo(answer) <= 0 && answer.compareTo(high) <= 0;
  }
}
