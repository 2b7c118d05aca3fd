package deltascope;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
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

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The share of a look below which what is still compiled does not matter. */
  private static final double LITTLE = 0.05;

  /** As many digits and steps as a lesson comes to. */
  private static final int DIGITS = 300;

  private static final int STEPS = 16;

  private static final int STUDENTS = 8;

  /** Every so manieth round a network is trained and two lanes are looked at. */
  private static final int SELDOM = 8;

  private final Consumer<List<String>> askAtOnce;
  private final LongSupplier clock;
  private final LongSupplier compiling;
  private int asked;

  /**
   * Nothing asked for yet.
   *
   * @param askAtOnce fetches paths of the server side by side, whatever it answers, and waits
   * @param clock nanoseconds
   * @param compiling nanoseconds for which has been compiled since the start
   */
  Rehearsal(Consumer<List<String>> askAtOnce, LongSupplier clock, LongSupplier compiling) {
    this.askAtOnce = askAtOnce;
    this.clock = clock;
    this.compiling = compiling;
  }

  /** With the clock and the compiler of this JVM. */
  static Rehearsal with(Consumer<List<String>> askAtOnce) {
    var compiler = ManagementFactory.getCompilationMXBean();
    return new Rehearsal(
        askAtOnce,
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

  /** What a few students ask for at once, and now and then what takes longer. */
  private void round() {
    List<String> paths = new ArrayList<>();
    if (asked % (SELDOM * STUDENTS) == 0) {
      String scenario = scenario(asked + 1);
      paths.add("/api/train?epochs=1&seed=" + (1 + asked));
      paths.add("/compare?" + scenario);
      paths.add("/compare/sections?" + scenario);
    }
    for (int n = 0; n < STUDENTS; n++, asked++) {
      String scenario = scenario(asked);
      int step = asked % STEPS;
      paths.add("/step?" + scenario + "&step=" + step);
      paths.add("/step/sections?" + scenario);
      paths.add("/step/explain?" + scenario + "&step=" + step);
    }
    askAtOnce.accept(paths);
  }

  /** Another digit each time, with another bug or none. */
  private static String scenario(int number) {
    List<Bug> bugs = Catalogue.bugs();
    int which = number % (bugs.size() + 1);
    String sample = "sample=" + 37 * number % DIGITS;
    return which == 0 ? sample : sample + "&bugs=" + bugs.get(which - 1).id();
  }
}
