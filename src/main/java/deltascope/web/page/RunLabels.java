package deltascope.web.page;

import deltascope.network.Scenario;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the bugs of a run are called where there is little room: without what others have too, since
 * a name that is cut after its first bug would be the name of them all.
 */
final class RunLabels {
  /** Fewer are named one by one. */
  private static final int MANY = 3;

  private final Words words;
  private final List<List<String>> runs;

  RunLabels(Words words, List<Scenario> runs) {
    this.words = words;
    this.runs = runs.stream().map(RunLabels::bugs).toList();
  }

  /** All bugs of a run by their titles; empty where it has none. */
  static String all(Words words, Scenario run) {
    return titles(words, bugs(run));
  }

  /** The bugs of run {@code n}, from 0; empty where it has none. */
  String bugs(int n) {
    List<String> own = runs.get(n);
    Set<String> all = new TreeSet<>();
    runs.forEach(all::addAll);
    if (all.size() >= MANY && has(all.size()) && has(all.size() - 1)) {
      if (own.size() == all.size()) {
        return words.of("train.label.all", all.size());
      }
      if (own.size() == all.size() - 1) {
        all.removeAll(own);
        return words.of("train.label.but", titles(words, List.copyOf(all)));
      }
    }
    List<String> rest = new ArrayList<>(own);
    rest.removeAll(shared());
    return own.size() < 2 || rest.isEmpty() || rest.size() == own.size()
        ? titles(words, own)
        : words.of("train.label.rest", titles(words, rest));
  }

  private boolean has(int bugs) {
    return runs.stream().anyMatch(run -> run.size() == bugs);
  }

  /** What all runs of several bugs have; nothing where there is only one of them. */
  private Set<String> shared() {
    List<List<String>> several = runs.stream().filter(run -> run.size() > 1).toList();
    if (several.size() < 2) {
      return Set.of();
    }
    Set<String> shared = new HashSet<>(several.get(0));
    several.forEach(shared::retainAll);
    return shared;
  }

  private static List<String> bugs(Scenario run) {
    return run.variations().stream().map(Variation::id).toList();
  }

  private static String titles(Words words, List<String> bugs) {
    return String.join(" + ", bugs.stream().map(id -> CardWords.title(words, id)).toList());
  }
}
