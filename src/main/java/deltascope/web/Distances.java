package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.network.Scenario;
import deltascope.network.TwoWalks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far apart two lanes are over many samples. What was computed lately is kept, within a bound;
 * every answer is the same whether it was kept or not.
 */
final class Distances {
  /** Samples on one map. */
  static final int SPAN = 24;

  /** Samples looked through for a first difference, at most. */
  private static final int FARTHEST = 2_048;

  /** The most weights that all samples of a map, or of a search, may run through. */
  private static final long MAP_WORK = 25_000_000;

  private static final long SEARCH_WORK = 60_000_000;

  private static final int MAX_MAPS = 256;

  private final Walks walks;
  private final Cache<Map.Entry<Map<String, String>, Map<String, String>>, List<TwoWalks.Profile>>
      maps = Caffeine.newBuilder().maximumSize(MAX_MAPS).build();

  Distances(Walks walks) {
    this.walks = walks;
  }

  /**
   * A search's answer.
   *
   * @param looked how many samples were looked through
   */
  record Search(Optional<TwoWalks.Place> found, int looked) {}

  /** The profiles of the samples around: whole spans, fewer where the network is very large. */
  List<TwoWalks.Profile> around(Scenario left, Scenario right) {
    int span = samples(right, MAP_WORK, SPAN);
    int from = right.sample() / span * span;
    return maps.get(
        Map.entry(left.at(from).parameters(), right.at(from).parameters()),
        key -> walks(left, right).profiles(from, from + span));
  }

  /** The first step that differs: from the walk's beginning on, then from the sample on. */
  Search first(Scenario left, Scenario right) {
    TwoWalks both = walks(left, right);
    int most = samples(right, SEARCH_WORK, FARTHEST);
    int size = walks.digits(right).size();
    int end = Math.min(most, size);
    Optional<TwoWalks.Place> found = both.firstDifference(0, end);
    int from = right.sample();
    if (found.isPresent() || from < end) {
      return new Search(found, end);
    }
    int until = Math.min(from + most, size);
    return new Search(both.firstDifference(from, until), end + until - from);
  }

  private TwoWalks walks(Scenario left, Scenario right) {
    return new TwoWalks(walks.walk(left), walks.walk(right));
  }

  /** How many samples of the network such work allows; one at least. */
  private static int samples(Scenario scenario, long work, int most) {
    return (int) Math.max(1, Math.min(most, work / scenario.net().parameters()));
  }
}
