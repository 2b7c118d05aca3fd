package deltascope.web.page;

import deltascope.math.Refused;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a pass so far, by step: all of it stands in the address, as "3p,7v-0.41,8x".
 *
 * @param byStep from the step, from 0, to what was said of it
 */
record Guesses(Map<Integer, Guess> byStep) {
  private static final int LONGEST = 4_000;
  private static final Pattern ONE = Pattern.compile("([0-9]{1,4})([^0-9].*|)", Pattern.DOTALL);

  /**
   * Those in an address.
   *
   * @throws Refused (parameter {@code guesses}) for what cannot be read
   */
  static Guesses of(Address address) {
    String text = address.get("guesses", "");
    if (text.length() > LONGEST) {
      throw new Refused("guesses", text.length() + " characters", "0…" + LONGEST + " of them");
    }
    Map<Integer, Guess> byStep = new TreeMap<>();
    if (text.isEmpty()) {
      return new Guesses(byStep);
    }
    for (String one : text.split(",", -1)) {
      Matcher said = ONE.matcher(one);
      if (!said.matches()) {
        throw new Refused("guesses", one, "a step and what was said of it, such as 3p");
      }
      byStep.put(Integer.parseInt(said.group(1)), Guess.read(said.group(2)));
    }
    return new Guesses(byStep);
  }

  @Nullable Guess at(int step) {
    return byStep.get(step);
  }

  /** With one more, or another at that step. */
  Guesses with(int step, Guess guess) {
    Map<Integer, Guess> more = new TreeMap<>(byStep);
    more.put(step, guess);
    return new Guesses(more);
  }

  /** As an address keeps them. */
  String text() {
    return byStep.entrySet().stream()
        .map(entry -> entry.getKey() + entry.getValue().code())
        .collect(Collectors.joining(","));
  }
}
