package deltascope.web.page;

import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The trainings that stand side by side on a page: what they share, and what each has of its own.
 *
 * <p>In an address the shared parameters are the usual ones, and {@code runs} has each run's own:
 * runs are parted by {@code /}, their parameters by {@code ;}, and a run without any is {@code
 * plain}, as in {@code runs=plain/bugs=error-sign/bugs=error-sign,zero-init;eta=0.01}. Without
 * {@code runs} the textbook stands beside the page's bugs, or alone where there are none.
 *
 * @param shared the page's parameters, without bugs: those belong to a run
 * @param own by run, a parameter's value; without bugs where a run has none
 */
public record Runs(Address shared, List<Map<String, String>> own) {
  /** The most runs. */
  public static final int MOST = 6;

  /** What one run may have of its own, in the order in which it is said. */
  public static final Set<String> OWN =
      ordered(
          "bugs", "net", "activation", "output", "cost", "init", "seed", "eta", "batch", "limit");

  private static final String NAME = "runs";
  private static final String PLAIN = "plain";

  public Runs {
    own = List.copyOf(own);
  }

  private static Set<String> ordered(String... names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
  }

  /**
   * The runs of a page's address.
   *
   * @throws Refused (parameter {@code runs}) for more than six, or what is not written as above
   */
  public static Runs of(Address address) {
    Address shared = address.without(NAME, "bugs");
    String bugs = address.get("bugs", "");
    String written = address.get(NAME, "");
    if (written.isEmpty()) {
      return new Runs(
          shared, bugs.isEmpty() ? List.of(Map.of()) : List.of(Map.of(), Map.of("bugs", bugs)));
    }
    String[] parts = written.split("/", -1);
    if (parts.length > MOST) {
      throw new Refused(NAME, parts.length + " runs", "at most " + MOST);
    }
    return new Runs(shared, Arrays.stream(parts).map(part -> run(part, bugs)).toList());
  }

  private static Map<String, String> run(String written, String bugs) {
    Map<String, String> own = new LinkedHashMap<>();
    if (!bugs.isEmpty()) {
      own.put("bugs", bugs);
    }
    Set<String> given = new TreeSet<>();
    for (String pair : written.equals(PLAIN) ? new String[0] : written.split(";", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (equals < 0 || !OWN.contains(name)) {
        throw new Refused(
            NAME,
            written,
            "runs parted by /, each plain or name=value parted by ;, the names among "
                + String.join(", ", OWN));
      }
      if (!given.add(name)) {
        throw new Refused(NAME, name + " twice in a run", "one value of each");
      }
      own.put(name, pair.substring(equals + 1));
    }
    own.values().removeIf(String::isBlank);
    return own;
  }

  /** How many there are. */
  public int size() {
    return own.size();
  }

  /** Whether there is room for one more. */
  public boolean mayGrow() {
    return size() < MOST;
  }

  /** The parameters that all share. */
  public Map<String, String> common() {
    Map<String, String> parameters = new LinkedHashMap<>();
    shared.forEach(parameters::put);
    return parameters;
  }

  /** All parameters of a run, from 0. */
  public Map<String, String> parameters(int run) {
    Map<String, String> parameters = common();
    parameters.putAll(own.get(run));
    return parameters;
  }

  /** What differs between them, bugs left aside. */
  public Set<String> differing() {
    Set<String> names = new LinkedHashSet<>(OWN);
    names.remove("bugs");
    names.removeIf(name -> own.stream().noneMatch(run -> run.containsKey(name)));
    return names;
  }

  /** With another value of a run's own; null or blank for what they share. */
  public Runs with(int run, String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(own.get(run));
    if (value == null || value.isBlank()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    List<Map<String, String>> others = new ArrayList<>(own);
    others.set(run, changed);
    return new Runs(shared, others);
  }

  /** With one run more, of these own parameters. */
  public Runs and(Map<String, String> another) {
    List<Map<String, String>> more = new ArrayList<>(own);
    more.add(another);
    return new Runs(shared, more);
  }

  /** Without a run. */
  public Runs without(int run) {
    List<Map<String, String>> fewer = new ArrayList<>(own);
    fewer.remove(run);
    return new Runs(shared, fewer);
  }

  /** The address that says all this. */
  public Address address() {
    List<String> written = new ArrayList<>();
    for (Map<String, String> run : own) {
      List<String> pairs =
          OWN.stream().filter(run::containsKey).map(name -> name + "=" + run.get(name)).toList();
      written.add(pairs.isEmpty() ? PLAIN : String.join(";", pairs));
    }
    boolean usual = written.equals(List.of(PLAIN));
    return shared.with(NAME, usual ? null : String.join("/", written));
  }
}
