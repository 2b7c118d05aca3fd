package deltascope.web.page;

import deltascope.network.Distance;
import deltascope.network.TwoWalks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far apart every step is over some samples: samples from left to right, steps downwards.
 *
 * @param columns the samples
 * @param rows the steps
 * @param earlier the samples before; empty where there are none
 * @param later the samples after
 */
public record DistanceMap(List<Column> columns, List<Row> rows, String earlier, String later) {
  /** Cells are coloured f1 … f20. */
  private static final int DEEPEST = 20;

  /** A sample, with the edge of a batch before it. */
  public record Column(int sample, String href, String styleClass, boolean now) {}

  /** A step. */
  public record Row(Html name, String phase, boolean begins, List<Cell> cells) {}

  /**
   * One step of one sample.
   *
   * @param styleClass its colour, and whether the difference is made there
   * @param text its distance; empty where the sample has no such step
   * @param go its number among the steps of the sample shown; −1 in other samples
   */
  public record Cell(String styleClass, String text, String href, int go) {}

  /** A step by what it is, whatever its number is in this sample or that. */
  private record Key(String equation, int layer, int occurrence, String target) {
    static Key of(Distance distance) {
      return new Key(
          distance.equation().id(),
          distance.layer(),
          distance.occurrence(),
          distance.target().name());
    }
  }

  /**
   * The map of these profiles.
   *
   * @param address the page's
   * @param sample the sample shown
   * @param size how many samples there are
   */
  static DistanceMap of(List<TwoWalks.Profile> profiles, Address address, int sample, int size) {
    List<Column> columns = new ArrayList<>();
    for (TwoWalks.Profile profile : profiles) {
      String edge =
          profile.batchBegins() ? "batch" : profile.rightBatchBegins() ? "right-batch" : "";
      columns.add(
          new Column(
              profile.position(),
              at(address, profile.position(), null),
              edge + (profile.position() == sample ? " now" : ""),
              profile.position() == sample));
    }
    Map<Key, Row> rows = rows(profiles);
    for (TwoWalks.Profile profile : profiles) {
      Map<Key, Integer> numbers = new HashMap<>();
      for (int k = 0; k < profile.distances().size(); k++) {
        numbers.put(Key.of(profile.distances().get(k)), k);
      }
      rows.forEach((key, row) -> row.cells().add(cell(profile, numbers.get(key), address, sample)));
    }
    int first = profiles.get(0).position();
    int last = profiles.get(profiles.size() - 1).position();
    return new DistanceMap(
        columns,
        List.copyOf(rows.values()),
        first > 0 ? at(address, Math.max(0, first - 1), null) : "",
        last + 1 < size ? at(address, last + 1, null) : "");
  }

  /** The steps of the sample that has most of them, in its order. */
  private static Map<Key, Row> rows(List<TwoWalks.Profile> profiles) {
    List<Distance> most = List.of();
    for (TwoWalks.Profile profile : profiles) {
      if (profile.distances().size() > most.size()) {
        most = profile.distances();
      }
    }
    Map<Key, Row> rows = new LinkedHashMap<>();
    String before = "";
    for (Distance distance : most) {
      String phase = distance.equation().phase().id();
      rows.put(
          Key.of(distance),
          new Row(Html.symbol(distance.target()), phase, !phase.equals(before), new ArrayList<>()));
      before = phase;
    }
    return rows;
  }

  private static Cell cell(
      TwoWalks.Profile profile, @Nullable Integer number, Address address, int sample) {
    if (number == null) {
      return new Cell("none", "", "", -1);
    }
    Distance distance = profile.distances().get(number);
    int level = DistanceScale.level(distance.value(), DEEPEST);
    return new Cell(
        "v" + level + (distance.madeHere() ? " made" : ""),
        DistanceScale.written(distance.value()),
        at(address, profile.position(), number),
        profile.position() == sample ? number : -1);
  }

  private static String at(Address address, int sample, @Nullable Integer pair) {
    Address there = address.with("sample", sample);
    return pair == null ? there.at("/compare") : there.compare(pair);
  }
}
