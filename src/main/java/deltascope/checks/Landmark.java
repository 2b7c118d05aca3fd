package deltascope.checks;

/**
 * A constant that gives a broken network away when its curve runs into it.
 *
 * @param name what the network does there, as "always “1”" or "all −1"
 * @param kind which curve runs into it
 * @param value percent for an accuracy, mean per sample for a cost
 */
public record Landmark(String name, Kind kind, double value) {
  /** What it is a value of. */
  public enum Kind {
    /** The accuracy of always saying one digit: its share of the test. */
    ACCURACY,
    /** The cost of outputs that are the same whatever comes in. */
    COST
  }
}
