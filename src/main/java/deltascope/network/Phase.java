package deltascope.network;

import java.util.Locale;

/** The stages of one pass, in order. */
public enum Phase {
  DATA,
  FORWARD,
  COST,
  BACKWARD,
  ACCUMULATE,
  UPDATE;

  /** As in JSON: "forward". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
