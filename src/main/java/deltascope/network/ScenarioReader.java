package deltascope.network;

import deltascope.data.Drawing;
import deltascope.data.Split;
import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario from an address' parameters or a command's options.
 *
 * @param defaultData the data set where none is named
 * @param defaultBatch m where none is given: 4 when stepping, 100 when training
 * @param defaultEpochs 0 when stepping, 3 when training
 * @param variations finds a variation by its id, or refuses it
 */
public record ScenarioReader(
    String defaultData,
    int defaultBatch,
    int defaultEpochs,
    Function<String, Variation> variations) {
  /** The names of all parameters, in the order in which {@link Scenario#parameters} has them. */
  public static final Set<String> NAMES =
      ordered(
          "data",
          "split",
          "net",
          "activation",
          "output",
          "cost",
          "init",
          "seed",
          "eta",
          "batch",
          "epochs",
          "batches",
          "limit",
          "learn",
          "bugs",
          "sample");

  /** Those of a walk: a drawn digit can stand in the place of its sample. */
  public static final Set<String> WALK_NAMES = withDrawn();

  private static final Set<Integer> INPUTS = Set.of(784, 196, 49, 16);
  private static final int DIGITS = 10;

  /**
   * As people and JSON write numbers; Java would read 0x1p3 and 1d too, and digits of any script.
   */
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");

  /** For walking from step to step. */
  public static ScenarioReader stepping(
      String defaultData, Function<String, Variation> variations) {
    return new ScenarioReader(defaultData, 4, 0, variations);
  }

  /** For training. */
  public static ScenarioReader training(
      String defaultData, Function<String, Variation> variations) {
    return new ScenarioReader(defaultData, 100, 3, variations);
  }

  private static Set<String> ordered(String... names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
  }

  private static Set<String> withDrawn() {
    Set<String> names = new LinkedHashSet<>(NAMES);
    names.add("drawn");
    return Collections.unmodifiableSet(names);
  }

  /** The parameters of "a=b&c=d" by their names, in their order; what has no "=" says nothing. */
  public static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return parameters;
  }

  /** {@link #read(Map)} of {@link #parameters}. */
  public Scenario read(String query) {
    return read(parameters(query));
  }

  /**
   * The scenario these parameters describe; empty ones count as absent, unknown ones are left to
   * the caller.
   *
   * @throws Refused naming the parameter, the value and the range
   */
  public Scenario read(Map<String, String> parameters) {
    Activation hidden = Activation.of("activation", text(parameters, "activation", "tanh"), false);
    Activation output = Activation.of("output", text(parameters, "output", hidden.id()), true);
    return new Scenario(
        text(parameters, "data", defaultData),
        Split.of(text(parameters, "split", "train")),
        Architecture.of(sizes(text(parameters, "net", "784-16-16-10")), hidden, output),
        hidden,
        Cost.of(text(parameters, "cost", "squared-error")),
        Init.of(text(parameters, "init", "xavier")),
        whole(parameters, "seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
        rate(text(parameters, "eta", "0.1")),
        (int) whole(parameters, "batch", defaultBatch, 1, Scenario.MAX_BATCH),
        new Point(
            (int) whole(parameters, "epochs", defaultEpochs, 0, Scenario.MAX_EPOCHS),
            (int) whole(parameters, "batches", 0, 0, Integer.MAX_VALUE)),
        (int) whole(parameters, "limit", Scenario.ALL, 1, Integer.MAX_VALUE),
        yes("learn", text(parameters, "learn", "yes")),
        variations(text(parameters, "bugs", "")),
        (int) whole(parameters, "sample", 0, 0, Integer.MAX_VALUE),
        drawn(text(parameters, "drawn", "")));
  }

  private static @Nullable Drawing drawn(String text) {
    return text.isEmpty() ? null : Drawing.read(text);
  }

  private static boolean yes(String name, String value) {
    if (!value.equals("yes") && !value.equals("no")) {
      throw new Refused(name, value, "yes or no");
    }
    return value.equals("yes");
  }

  private static String text(Map<String, String> parameters, String name, String absent) {
    String value = parameters.getOrDefault(name, "").strip();
    return value.isEmpty() ? absent : value;
  }

  private static long whole(
      Map<String, String> parameters, String name, long absent, long least, long most) {
    String value = text(parameters, name, Long.toString(absent));
    String range =
        least == Long.MIN_VALUE
            ? "a whole number"
            : most == Integer.MAX_VALUE
                ? "a whole number from " + least
                : "a whole number in " + least + "…" + most;
    try {
      long number = Long.parseLong(value);
      if (DECIMAL.matcher(value).matches() && number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      throw new Refused(name, value, range);
    }
    throw new Refused(name, value, range);
  }

  private static double rate(String value) {
    try {
      double eta = Double.parseDouble(value);
      if (DECIMAL.matcher(value).matches() && eta > 0 && eta <= Scenario.MAX_ETA) {
        return eta;
      }
    } catch (NumberFormatException notANumber) {
      throw new Refused("eta", value, "a number, 0 < η ≤ 100");
    }
    throw new Refused("eta", value, "a number, 0 < η ≤ 100");
  }

  /** Layer sizes such as 784-16-16-10, checked for digits. */
  private static List<Integer> sizes(String net) {
    List<Integer> sizes = new ArrayList<>();
    for (String part : net.split("-", -1)) {
      if (!part.matches("[1-9][0-9]{0,3}") || Integer.parseInt(part) > Architecture.MAX_UNITS) {
        throw new Refused("net", net, "layer sizes of 1…1024 units joined by -, as 784-16-16-10");
      }
      sizes.add(Integer.parseInt(part));
    }
    if (!INPUTS.contains(sizes.get(0))) {
      throw new Refused("net", net, "784, 196, 49 or 16 inputs first");
    }
    if (sizes.get(sizes.size() - 1) != DIGITS || sizes.size() < 2) {
      throw new Refused("net", net, "10 units last, one per digit");
    }
    if (sizes.size() - 1 > Architecture.MAX_LAYERS) {
      throw new Refused("net", net, "at most " + Architecture.MAX_LAYERS + " layers of weights");
    }
    return sizes;
  }

  private List<Variation> variations(String ids) {
    List<Variation> found = new ArrayList<>();
    for (String id : ids.split(",")) {
      if (!id.isBlank()) {
        found.add(variations.apply(id.strip()));
      }
    }
    return found;
  }
}
