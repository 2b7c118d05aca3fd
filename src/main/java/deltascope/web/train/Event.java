package deltascope.web.train;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that those who listen to a training are told.
 *
 * @param name {@code begin}, {@code state}, {@code progress}, {@code landmarks}, {@code moment},
 *     {@code epoch}, or one of the last words {@code done}, {@code cancelled} and {@code failed}
 * @param data a value that JSON can be made of; of {@code failed} an exception
 */
public record Event(String name, Object data) {
  /** What a training is at, and how many wait where it does. */
  static Event of(State state, int waiting) {
    return new Event(
        "state",
        state == State.QUEUED
            ? new TreeMap<>(Map.of("state", state.id(), "waiting", waiting))
            : Map.of("state", state.id()));
  }

  /** The last word. */
  static Event last(State state, double seconds, @Nullable Throwable failure) {
    return new Event(
        state.id(),
        failure == null ? new TreeMap<>(Map.of("state", state.id(), "seconds", seconds)) : failure);
  }

  /** Whether nothing comes after it. */
  public boolean last() {
    return name.equals("done") || name.equals("cancelled") || name.equals("failed");
  }
}
