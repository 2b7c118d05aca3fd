package deltascope.web.train;

import java.util.Locale;

/** What a training is at. */
public enum State {
  QUEUED,
  RUNNING,
  PAUSED,
  DONE,
  CANCELLED,
  FAILED;

  /** As in JSON: "running". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has ended. */
  public boolean over() {
    return compareTo(DONE) >= 0;
  }
}
