package deltascope.lessons;

/**
 * One {{…}} of a lesson: a number that is never typed.
 *
 * @param place where it stands
 * @param written as it stands there, without braces
 * @param reckoning how it is got
 * @param style how it is written
 */
public record Value(Place place, String written, Reckoning reckoning, Style style) {
  /** The number as it is now. */
  public Amount amount(Look look) {
    return place.saidOf(() -> reckoning.amount(look));
  }

  /**
   * A number that has to be one.
   *
   * @throws BadLesson where it is a word or not finite
   */
  Amount number(Look look) {
    Amount amount = amount(look);
    if (!amount.missing() && !Double.isFinite(amount.value())) {
      String found = amount.isWord() ? amount.word() : Double.toString(amount.value());
      throw place.bad(written + " is " + found + ", expected a number");
    }
    return amount;
  }

  /** Another number in the same style. */
  public String text(Amount amount) {
    return style.text(amount);
  }

  /** As it is written in running text. */
  public String text(Look look) {
    return style.text(amount(look));
  }
}
