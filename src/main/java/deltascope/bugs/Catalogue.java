package deltascope.bugs;

import deltascope.math.Refused;
import deltascope.network.Variation;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All bugs there are, by family and then by name. */
public final class Catalogue {
  private static final List<Bug> BUGS =
      ServiceLoader.load(Bug.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing((Bug bug) -> bug.card().family()).thenComparing(Bug::id))
          .toList();

  private Catalogue() {}

  /** Every bug, in the catalogue's order. */
  public static List<Bug> bugs() {
    return BUGS;
  }

  /**
   * The bug of that name.
   *
   * @throws Refused (parameter {@code bugs}) if there is none
   */
  public static Bug bug(String id) {
    for (Bug bug : BUGS) {
      if (bug.id().equals(id)) {
        return bug;
      }
    }
    String ids = BUGS.stream().map(Bug::id).collect(Collectors.joining(", "));
    throw new Refused("bugs", id, "among " + ids);
  }

  /** The variation that the bug of that name is; as {@link #bug}. */
  public static Variation variation(String id) {
    Bug bug = bug(id);
    return new Variation(id, BUGS.indexOf(bug), bug::in);
  }
}
