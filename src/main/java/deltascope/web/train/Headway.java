package deltascope.web.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How far a training is, how long it has worked, and how long that will go on. For one thread. */
final class Headway {
  private static final long NANOS_BETWEEN = 200_000_000;

  private final LongSupplier clock;
  private final long all;
  private long samples;
  private long before;
  private long started;
  private boolean runs;
  private long next;

  /** What went by before the first batch, of which the time left knows nothing. */
  private long prepared;

  /**
   * Nothing done yet, and the clock stands.
   *
   * @param clock nanoseconds
   * @param all samples to train on
   */
  Headway(LongSupplier clock, long all) {
    this.clock = clock;
    this.all = all;
  }

  void start() {
    started = clock.getAsLong();
    runs = true;
  }

  void stop() {
    before = nanos();
    runs = false;
  }

  void prepared() {
    prepared = nanos();
  }

  /** So many samples have been met; whether it is time to say so. */
  boolean met(long many) {
    samples = many;
    long now = nanos();
    if (now < next) {
      return false;
    }
    next = now + NANOS_BETWEEN;
    return true;
  }

  /** Worked so far, pauses not counted. */
  double seconds() {
    return nanos() / 1e9;
  }

  private long nanos() {
    return before + (runs ? clock.getAsLong() - started : 0);
  }

  /** Samples, seconds, and the seconds left by the time that the work done has taken. */
  Event event() {
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("samples", samples);
    progress.put("of", all);
    progress.put("seconds", seconds());
    if (samples > 0) {
      progress.put("left", (nanos() - prepared) / 1e9 * (all - samples) / samples);
    }
    return new Event("progress", progress);
  }
}
