package deltascope;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks a server for the pages that a class is going to ask for, before it comes. What runs often is
 * compiled while it runs, and that takes longer than all the pages: hundreds who come in at once
 * would have to wait for it.
 */
final class Rehearsal {
  /** How long a look at the compiler lasts, and how long all of them together at most. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** The share of a look below which what is still compiled does not matter. */
  private static final double LITTLE = 0.1;

  /** As many digits and steps as a lesson comes to. */
  private static final int DIGITS = 300;

  private static final int STEPS = 16;

  private final Consumer<String> ask;
  private final LongSupplier clock;
  private final LongSupplier compiling;
  private int asked;

  /**
   * Nothing asked for yet.
   *
   * @param ask fetches a path of the server, whatever it answers
   * @param clock nanoseconds
   * @param compiling nanoseconds for which has been compiled since the start
   */
  Rehearsal(Consumer<String> ask, LongSupplier clock, LongSupplier compiling) {
    this.ask = ask;
    this.clock = clock;
    this.compiling = compiling;
  }

  /** With the clock and the compiler of this JVM. */
  static Rehearsal with(Consumer<String> ask) {
    var compiler = ManagementFactory.getCompilationMXBean();
    return new Rehearsal(
        ask,
        System::nanoTime,
        () ->
            compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? Duration.ofMillis(compiler.getTotalCompilationTime()).toNanos()
                : 0);
  }

  /** Returns when little is left to be compiled, or it has lasted long enough. */
  Duration run() {
    long begun = clock.getAsLong();
    long compiled = compiling.getAsLong();
    for (long look = begun; ; ) {
      round();
      long now = clock.getAsLong();
      if (now - look < LOOK.toNanos()) {
        continue;
      }
      long since = compiling.getAsLong() - compiled;
      if (since < LITTLE * (now - look) || now - begun >= LONGEST.toNanos()) {
        return Duration.ofNanos(now - begun);
      }
      compiled += since;
      look = now;
    }
  }

  /** What one student asks for at one digit, with another bug each time or none. */
  private void round() {
    List<Bug> bugs = Catalogue.bugs();
    int which = asked % (bugs.size() + 1);
    String bug = which == 0 ? "" : "&bugs=" + bugs.get(which - 1).id();
    String scenario = "sample=" + 37 * asked % DIGITS + bug;
    int step = asked % STEPS;
    ask.accept("/step?" + scenario + "&step=" + step);
    ask.accept("/step/sections?" + scenario);
    ask.accept("/step/explain?" + scenario + "&step=" + step);
    asked++;
  }
}
