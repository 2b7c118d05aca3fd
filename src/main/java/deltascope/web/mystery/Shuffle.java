package deltascope.web.mystery;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.math.Randomness;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Draws cases by level. What a seed gives is the server's secret: it is mixed with the key, or
 * whoever has this source could look it up.
 */
public final class Shuffle {
  /** One case in so many has no bug in it, at the levels where that can be. */
  private static final int CLEAN_ONE_IN = 4;

  /** A difference smaller than this, in parts of the result, is none that a reader could see. */
  private static final double VISIBLE = 0.01;

  private final Seal seal;
  private final ScenarioReader reader;
  private final Ground ground;

  public Shuffle(Seal seal, ScenarioReader reader, Ground ground) {
    this.seal = seal;
    this.reader = reader;
    this.ground = ground;
  }

  /** The case of a level and a seed. */
  public SealedCase draw(int level, long seed) {
    long secret = seal.number("shuffle 1", level + " " + seed);
    Random random = Randomness.stream(secret, "mystery", level);
    Scenario setting = setting(random);
    boolean clean = level > 1 && random.nextInt(CLEAN_ONE_IN) == 0;
    int[] order = Randomness.permutation(random, Catalogue.bugs().size());
    List<String> bugs = Arrays.stream(order).mapToObj(i -> Catalogue.bugs().get(i).id()).toList();
    return new SealedCase(
        clean ? setting : level == 3 ? withTwo(setting, bugs) : withOne(setting, bugs),
        level,
        true,
        true);
  }

  /**
   * A small network in one of the settings where some bug is at home: most often the usual one. The
   * setting is drawn before the bug, so that it does not tell the bug.
   */
  private Scenario setting(Random random) {
    List<Map<String, String>> settings = settings();
    int rare = 1 + random.nextInt(settings.size() - 1);
    Map<String, String> chosen = settings.get(random.nextBoolean() ? 0 : rare);
    chosen.put("seed", Long.toString(random.nextLong()));
    return reader.read(chosen);
  }

  /** The usual setting first. */
  private static List<Map<String, String>> settings() {
    Set<Map<String, String>> settings = new LinkedHashSet<>(List.of(small("")));
    for (Bug bug : Catalogue.bugs()) {
      String home = bug.card().home();
      if (!home.contains("bugs=") && !home.contains("epochs=")) {
        settings.add(small(home));
      }
    }
    return List.copyOf(settings);
  }

  /** Numbers that fit on a screen, and an update after every other sample. */
  private static Map<String, String> small(String home) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("net", "16-8-6-10");
    parameters.putAll(ScenarioReader.parameters(home));
    parameters.put("batch", "2");
    return parameters;
  }

  private Scenario withOne(Scenario setting, List<String> bugs) {
    for (String bug : bugs) {
      Scenario candidate = with(setting, bug);
      if (suits(Truth.of(candidate, ground), 1)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no bug shows in " + setting);
  }

  private Scenario withTwo(Scenario setting, List<String> bugs) {
    for (int i = 1; i < bugs.size(); i++) {
      for (int j = 0; j < i; j++) {
        Scenario candidate = with(setting, bugs.get(i), bugs.get(j));
        if (suits(Truth.of(candidate, ground), 2)) {
          return candidate;
        }
      }
    }
    throw new IllegalStateException("no two bugs show in " + setting);
  }

  private static Scenario with(Scenario setting, String... bugs) {
    List<Variation> variations = Arrays.stream(bugs).map(Catalogue::variation).toList();
    return setting.with(variations);
  }

  /** Whether all can be found and told apart, and the program runs to its end. */
  private static boolean suits(Truth truth, int count) {
    List<Fault> faults = truth.faults();
    if (faults.size() != count || !truth.findable()) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (Fault fault : faults) {
      if (fault.stops() || fault.distance() < VISIBLE) {
        return false;
      }
      List<String> own = new ArrayList<>(fault.rules());
      fault.steps().forEach(step -> own.add(fault.sample() + " " + step));
      if (!Collections.disjoint(names, own)) {
        return false;
      }
      names.addAll(own);
    }
    return true;
  }
}
