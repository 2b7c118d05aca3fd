package deltascope.bugs;

import java.util.Locale;

/** What part of the program a bug is in, in the order in which the parts act. */
public enum Family {
  DATA,
  INITIALISATION,
  FORWARD,
  BACKWARD,
  ACCUMULATION,
  UPDATE,
  EVALUATION;

  /** As in JSON: "backward". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
