package deltascope.checks;

import deltascope.math.Refused;
import deltascope.math.ShapeMismatch;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All checks there are, the quick ones first. */
public final class Checks {
  private static final List<Check> CHECKS =
      ServiceLoader.load(Check.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing((Check check) -> !check.quick()).thenComparing(Check::id))
          .toList();

  private Checks() {}

  /** Every check. */
  public static List<Check> checks() {
    return CHECKS;
  }

  /** What a check finds; a program that stops with an error has been noticed by any of them. */
  public static Finding run(Check check, Subject subject) {
    try {
      return check.run(subject);
    } catch (ShapeMismatch stopped) {
      return Finding.of(
          Verdict.FAIL, Double.NaN, Double.NaN, "The program stops: " + stopped.getMessage() + ".");
    }
  }

  /**
   * The check of that name.
   *
   * @throws Refused (parameter {@code check}) if there is none
   */
  public static Check check(String id) {
    return CHECKS.stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "check",
                    id,
                    "one of " + CHECKS.stream().map(Check::id).collect(Collectors.joining(", "))));
  }
}
