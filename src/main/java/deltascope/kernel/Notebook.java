package deltascope.kernel;

import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trainer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the cells of a Java notebook call without a prefix. */
public final class Notebook {
  private static final Library LIBRARY = new Library(Library.folder("", System.getenv()));

  private static volatile Consumer<Map<String, ?>> screen = nobody -> {};
  private static volatile @Nullable Object handed;

  private Notebook() {}

  /**
   * One sample's pass, walked by the engine here and now: no server is asked.
   *
   * @param query a scenario as in the app's addresses, such as {@code data=made&net=16-3-10}
   * @throws Refused naming the parameter, the value and the range
   */
  public static Walked walk(String query) {
    Map<String, String> parameters = ScenarioReader.parameters(query);
    for (String name : parameters.keySet()) {
      if (!ScenarioReader.NAMES.contains(name)) {
        throw new Refused(
            name, "no parameter here", "one of " + String.join(", ", ScenarioReader.NAMES));
      }
    }
    Scenario scenario =
        ScenarioReader.stepping(LIBRARY.defaultId(), Catalogue::variation).read(parameters);
    Dataset dataset = LIBRARY.get(scenario.data());
    return Walked.of(scenario, dataset.split(scenario.split()), Trainer.trained(scenario, dataset));
  }

  /** Shows a value at once, a matrix as the app's own picture. */
  public static void show(Object value) {
    screen.accept(Shown.data(value));
  }

  /**
   * Goes on where it holds.
   *
   * @throws AssertionError with these words where it does not
   */
  public static void claim(boolean holds, String words) {
    if (!holds) {
      throw new AssertionError(words);
    }
  }

  /** The kernel's way to a cell's value: cells have no use for it. */
  public static void hand(Object value) {
    handed = value;
  }

  /** What was handed over since the last time. */
  static Optional<Object> handed() {
    Object value = handed;
    handed = null;
    return Optional.ofNullable(value);
  }

  /** Where {@link #show} shows. */
  static void showOn(Consumer<Map<String, ?>> where) {
    screen = where;
  }
}
