package deltascope.lessons;

/**
 * What a reference stands for.
 *
 * @param value the number; NaN where there is none
 * @param exact whether nothing was computed to get it: a count, a setting or a literal
 * @param word a word in the place of a number, such as a check's verdict; else empty
 * @param missing whether its data are not here
 */
public record Amount(double value, boolean exact, String word, boolean missing) {
  /** A number whose data are not here. */
  static final Amount MISSING = new Amount(Double.NaN, false, "", true);

  static Amount measured(double value) {
    return new Amount(value, false, "", false);
  }

  static Amount exact(double value) {
    return new Amount(value, true, "", false);
  }

  static Amount word(String word) {
    return new Amount(Double.NaN, true, word, false);
  }

  boolean isWord() {
    return !word.isEmpty();
  }

  /** Whether it is a whole number that nobody computed. */
  boolean count() {
    return exact && value == Math.rint(value);
  }
}
