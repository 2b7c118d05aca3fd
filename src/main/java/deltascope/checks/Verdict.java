package deltascope.checks;

import java.util.Locale;

/** What a check says. */
public enum Verdict {
  PASS,
  WARN,
  FAIL,
  /** The number proves nothing, as 0 = 0 does. */
  INCONCLUSIVE;

  /** As in JSON: "pass". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it notices that something is wrong. */
  public boolean notices() {
    return this == WARN || this == FAIL;
  }

  /** The graver of two: fail, warn, inconclusive, pass. */
  public Verdict and(Verdict other) {
    return gravity() >= other.gravity() ? this : other;
  }

  private int gravity() {
    return switch (this) {
      case PASS -> 0;
      case INCONCLUSIVE -> 1;
      case WARN -> 2;
      case FAIL -> 3;
    };
  }
}
