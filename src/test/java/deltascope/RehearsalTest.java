package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a clock that only goes on when pages are asked for: a quarter of a second for a few. */
class RehearsalTest {
  private static final long AT_ONCE = Duration.ofMillis(250).toNanos();

  private final List<String> asked = new ArrayList<>();
  private long now;
  private long compiled;

  private Duration run(double compiledShare, Duration until) {
    return new Rehearsal(
            paths -> {
              asked.addAll(paths);
              now += AT_ONCE;
              compiled += now < until.toNanos() ? (long) (compiledShare * AT_ONCE) : 0;
            },
            () -> now,
            () -> compiled)
        .run();
  }

  @Test
  void itEndsWithTheFirstLookInWhichNothingIsCompiled() {
    Duration lasted = run(0.8, Duration.ofSeconds(12));
    assertTrue(lasted.toSeconds() >= 15 && lasted.toSeconds() <= 22, lasted.toString());
  }

  @Test
  void itEndsThoughTheCompilerNeverRests() {
    Duration lasted = run(0.8, Duration.ofDays(1));
    assertTrue(lasted.toSeconds() >= 120 && lasted.toSeconds() <= 127, lasted.toString());
  }

  @Test
  void everyBugIsAskedForOnThePagesOfAStep() {
    run(0.8, Duration.ofDays(1));
    for (String page : List.of("/step?", "/step/sections?", "/step/explain?")) {
      long bugs =
          asked.stream()
              .filter(path -> path.startsWith(page) && path.contains("&bugs="))
              .map(path -> path.replaceAll(".*&bugs=([^&]*).*", "$1"))
              .distinct()
              .count();
      assertEquals(Catalogue.bugs().size(), bugs, page);
    }
  }
}
