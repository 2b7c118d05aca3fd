package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.checks.GradientCheck;
import deltascope.checks.Subject;
import deltascope.math.Matrix;
import deltascope.network.Layer;
import deltascope.network.Scenario;
import deltascope.web.limits.Places;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the checks find in a scenario's program. They know nothing of the sample that is walked, so
 * that a finding serves every step; what was found lately is kept, within a bound.
 */
final class Findings {
  /** Scenarios whose findings are kept. */
  private static final int MAX_SCENARIOS = 256;

  /** Programs kept as they were looked at: each holds some megabytes of activations. */
  private static final int MAX_SUBJECTS = 3;

  private static final int MAX_MAPS = 8;

  /** Programs are checked one at a time; each uses all processors. */
  private final Places turns =
      new Places(
          1,
          100,
          Duration.ofSeconds(20),
          "Other programs are being checked; ask again when that is done.");

  private final Walks walks;
  private final Cache<Walks.Program, Map<Check, Finding>> known =
      Caffeine.newBuilder().maximumSize(MAX_SCENARIOS).build();
  private final Cache<Walks.Program, Subject> subjects =
      Caffeine.newBuilder()
          .maximumSize(MAX_SUBJECTS)
          .expireAfterAccess(Duration.ofMinutes(1))
          .build();
  private final Cache<MapKey, Matrix> maps = Caffeine.newBuilder().maximumSize(MAX_MAPS).build();

  private record MapKey(Walks.Program key, int layer) {}

  /** A check and what it found. */
  record Found(Check check, Finding finding) {}

  Findings(Walks walks) {
    this.walks = walks;
  }

  /** What these checks find, in their order; one that is named again is not run again. */
  List<Found> of(Scenario scenario, List<Check> checks) {
    Walks.Program key = walks.program(scenario);
    Map<Check, Finding> found = known.get(key, k -> new ConcurrentHashMap<>());
    Set<Check> missing = new LinkedHashSet<>(checks);
    missing.removeAll(found.keySet());
    // What takes milliseconds does not wait for others' seconds.
    if (scenario.untrained() && missing.stream().allMatch(Check::quick)) {
      look(missing, key, scenario, found);
    } else {
      turns.in(
          () -> {
            missing.removeAll(found.keySet());
            look(missing, key, scenario, found);
            return found;
          });
    }
    return checks.stream()
        .map(check -> new Found(check, Objects.requireNonNull(found.get(check))))
        .toList();
  }

  private void look(
      Set<Check> checks, Walks.Program key, Scenario scenario, Map<Check, Finding> found) {
    if (!checks.isEmpty()) {
      Subject subject = subject(key, scenario);
      checks.parallelStream().forEach(check -> found.put(check, Checks.run(check, subject)));
    }
  }

  /** {@link GradientCheck#heatMap} of a layer. */
  Matrix heatMap(Scenario scenario, Layer layer) {
    Walks.Program key = walks.program(scenario);
    MapKey mapKey = new MapKey(key, layer.index());
    Matrix map = maps.getIfPresent(mapKey);
    if (map == null) {
      map = turns.in(() -> maps.get(mapKey, k -> measured(key, scenario, layer)));
    }
    return Objects.requireNonNull(map);
  }

  private Matrix measured(Walks.Program key, Scenario scenario, Layer layer) {
    return GradientCheck.heatMap(subject(key, scenario), layer);
  }

  private Subject subject(Walks.Program key, Scenario scenario) {
    return subjects.get(
        key, k -> new Subject(scenario, key.dataset(), () -> walks.start(scenario)));
  }
}
