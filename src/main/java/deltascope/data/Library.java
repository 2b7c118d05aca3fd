package deltascope.data;

import deltascope.math.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The data sets there are: MNIST where a user has put its files, and the digits the project makes
 * itself.
 */
public final class Library {
  /** The environment variable that says where MNIST is. */
  public static final String VARIABLE = "DELTASCOPE_DATA";

  private final Path folder;
  private final Dataset made = Made.dataset();

  /** A library that looks for MNIST in that folder. */
  public Library(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder to look in: the option's if it is not empty, else the environment's {@link
   * #VARIABLE}, else {@code data/mnist}.
   */
  public static Path folder(String option, Map<String, String> environment) {
    String said = option.isEmpty() ? environment.getOrDefault(VARIABLE, "") : option;
    return said.isEmpty() ? Path.of("data", "mnist") : Path.of(said);
  }

  /** Where MNIST is looked for. */
  public Path folder() {
    return folder;
  }

  /** The data sets that can be used now, the default first. */
  public List<String> ids() {
    return List.of("made");
  }

  /** {@code mnist} if its files are there, else {@code made}. */
  public String defaultId() {
    return ids().get(0);
  }

  /**
   * The data set of that name.
   *
   * @throws Refused (parameter {@code data}) if there is none of that name, or its files are not
   *     there
   */
  public Dataset get(String id) {
    if (id.equals("made")) {
      return made;
    }
    throw new Refused("data", id, "one of " + String.join(", ", ids()));
  }
}
