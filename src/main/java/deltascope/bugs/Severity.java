package deltascope.bugs;

import java.util.Locale;

/** What a bug does to learning, measured by a short training on real digits. */
public enum Severity {
  /** The network is of no use. */
  BREAKS_LEARNING,
  /** It learns, and worse. */
  LEARNS_WORSE,
  /** It learns as well as without. */
  HARMLESS;

  /** As in JSON: "breaks-learning". */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
