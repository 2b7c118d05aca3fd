package deltascope.web.train;

import deltascope.checks.Landmark;
import java.util.Locale;

/**
 * A landmark as JSON has it.
 *
 * @param kind accuracy or cost
 */
public record LandmarkRow(String name, String kind, double value) {
  static LandmarkRow of(Landmark landmark) {
    return new LandmarkRow(
        landmark.name(), landmark.kind().name().toLowerCase(Locale.ROOT), landmark.value());
  }
}
