package deltascope.web.mystery;

import deltascope.math.Refused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A whole answer, as an address carries it: {@code 3.14.hidden-error.2.0.1}.
 *
 * @param sample the position of the sample, and
 * @param step the step pointed at
 * @param rule what was called broken
 * @param runs the line that is said to run, from 0, and
 * @param right the line that is said to be right
 * @param hints how many hints it took
 */
public record Answer(int sample, int step, String rule, int runs, int right, int hints) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,7})\\.(\\d{1,4})\\.([a-z-]{1,30})\\.(\\d)\\.(\\d)\\.(\\d)");

  /** Reads all of them, joined by commas. */
  static List<Answer> all(String answers) {
    return answers.isEmpty()
        ? List.of()
        : Stream.of(answers.split(",", -1)).map(Answer::read).toList();
  }

  /**
   * Reads one.
   *
   * @throws Refused (parameter {@code solved})
   */
  static Answer read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new Refused("solved", text, "answers such as 3.14.hidden-error.2.0.1");
    }
    return new Answer(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        form.group(3),
        Integer.parseInt(form.group(4)),
        Integer.parseInt(form.group(5)),
        Integer.parseInt(form.group(6)));
  }

  @Override
  public String toString() {
    return sample + "." + step + "." + rule + "." + runs + "." + right + "." + hints;
  }
}
