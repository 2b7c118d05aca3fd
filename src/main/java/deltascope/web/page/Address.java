package deltascope.web.page;

import deltascope.network.ScenarioReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a page: what it shows is a function of these alone, and every link is this
 * address with something changed.
 */
public final class Address {
  /** What says how a step is looked at; the others say what is computed. */
  public static final Set<String> LOOKS =
      inOrder(
          "step", "unit", "from", "pixel", "view", "blank", "theme", "type", "lang", "code",
          "panel", "story", "stop", "checks", "hints", "misses", "solved", "predict", "guesses",
          "guess", "lesson", "look");

  /** The reader's own wishes, which go along to every page. */
  public static final Set<String> WISHES =
      inOrder("theme", "type", "lang", "code", "checks", "look");

  /** What a pass is of: where one of these changes, nothing has been guessed of it yet. */
  private static final Set<String> OF_A_PASS = ofAPass();

  private final Map<String, String> parameters;
  private final Words liked;

  /** Not as {@code Set.of}, whose order differs from one start of a JVM to the next. */
  private static Set<String> inOrder(String... names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
  }

  private static Set<String> ofAPass() {
    Set<String> names = new LinkedHashSet<>(ScenarioReader.WALK_NAMES);
    names.add("mystery");
    names.add("walked");
    return Collections.unmodifiableSet(names);
  }

  private Address(Map<String, String> parameters, Words liked) {
    this.parameters = parameters;
    this.liked = liked;
  }

  /** An address of nobody's, for a link. */
  public static Address of(Map<String, String> parameters) {
    return of(parameters, Words.ENGLISH);
  }

  /** An address that was asked for by a browser whose reader likes to read those words. */
  public static Address of(Map<String, String> parameters, Words liked) {
    return new Address(new LinkedHashMap<>(parameters), liked);
  }

  /** Every sentence of the page, in the language that the address says, else in the one liked. */
  public Words words() {
    return liked.in(get("lang"));
  }

  public @Nullable String get(String name) {
    return parameters.get(name);
  }

  public String get(String name, String otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }

  /** With that parameter; null takes it away. */
  public Address with(String name, @Nullable Object value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value.toString());
    }
    if (name.equals("sample")) {
      changed.remove("drawn"); // a sample of the data was asked for
    }
    if (OF_A_PASS.contains(name) && !Objects.equals(changed.get(name), get(name))) {
      changed.remove("guesses");
    }
    return new Address(changed, liked);
  }

  public Address without(String... names) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    for (String name : names) {
      if (changed.remove(name) != null && OF_A_PASS.contains(name)) {
        changed.remove("guesses");
      }
    }
    return new Address(changed, liked);
  }

  /** Only what says what is computed. */
  public Address scenario() {
    Map<String, String> kept = new LinkedHashMap<>(parameters);
    kept.keySet().removeAll(LOOKS);
    return new Address(kept, liked);
  }

  /** Only these parameters. */
  public Address only(Set<String> names) {
    Map<String, String> kept = new LinkedHashMap<>(parameters);
    kept.keySet().retainAll(names);
    return new Address(kept, liked);
  }

  /** Only the reader's own wishes: theme, type, language, the listing's, the checks' panel. */
  public Address wishes() {
    return only(WISHES);
  }

  /** {@code path} with these parameters. */
  public String at(String path) {
    if (parameters.isEmpty()) {
      return path;
    }
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  /** Every parameter in turn. */
  void forEach(BiConsumer<String, String> action) {
    parameters.forEach(action);
  }

  /** The walk at that step. */
  public String step(int step) {
    return without("panel").with("step", step).at("/step");
  }

  /** The two lanes at that pair of steps. */
  public String compare(int pair) {
    return without("panel", "right").with("step", pair).at("/compare");
  }

  /** What a query may hold as it is stays readable. */
  private static String encoded(String text) {
    return text.chars().allMatch(Address::isPlain) ? text : escaped(text);
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || ".-*_,/;=".indexOf(c) >= 0;
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("%2C", ",")
        .replace("%2F", "/")
        .replace("%3B", ";")
        .replace("%3D", "=");
  }
}
