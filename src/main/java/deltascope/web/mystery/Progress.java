package deltascope.web.mystery;

import deltascope.math.Refused;
import java.util.function.UnaryOperator;

/**
 * How far a student has come, all of it from the address.
 *
 * @param hints how many hints were taken for what is looked for now
 * @param misses how many accusations and choices were wrong
 * @param solved the answers that were right, joined by commas
 * @param walked whether the clean walk is behind
 */
public record Progress(int hints, int misses, String solved, boolean walked) {
  private static final int MOST = 999;

  /**
   * Reads it.
   *
   * @param parameter gives a parameter's text, empty for none
   * @throws Refused for what is no number
   */
  public static Progress read(UnaryOperator<String> parameter) {
    String walked = parameter.apply("walked");
    if (!walked.isEmpty() && !walked.equals("yes")) {
      throw new Refused("walked", walked, "yes");
    }
    return new Progress(
        number(parameter, "hints", Play.HINTS),
        number(parameter, "misses", MOST),
        parameter.apply("solved"),
        !walked.isEmpty());
  }

  /** How many hints were taken in all. */
  public int hintsInAll() {
    return hints + Answer.all(solved).stream().mapToInt(Answer::hints).sum();
  }

  private static int number(UnaryOperator<String> parameter, String name, int most) {
    String text = parameter.apply(name);
    if (text.matches("\\d{0,3}")) {
      int number = text.isEmpty() ? 0 : Integer.parseInt(text);
      if (number <= most) {
        return number;
      }
    }
    throw new Refused(name, text, "a whole number in 0…" + most);
  }
}
