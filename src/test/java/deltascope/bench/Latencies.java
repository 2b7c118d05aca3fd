package deltascope.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, by kind of request, and how many were none. */
final class Latencies {
  private final Map<String, Kind> kinds = new TreeMap<>();
  private int errors;

  private static final class Kind {
    double[] millis = new double[1024];
    int count;
  }

  void add(String kind, long nanos, int status) {
    if (status != 200) {
      errors++;
      return;
    }
    Kind one = kinds.computeIfAbsent(kind, k -> new Kind());
    if (one.count == one.millis.length) {
      one.millis = Arrays.copyOf(one.millis, 2 * one.count);
    }
    one.millis[one.count++] = nanos / 1e6;
  }

  int errors() {
    return errors;
  }

  /** The share of all that one second brings. */
  double percentile(double percent) {
    double[] all =
        kinds.values().stream()
            .flatMapToDouble(kind -> Arrays.stream(kind.millis, 0, kind.count))
            .toArray();
    return all.length == 0 ? Double.NaN : Report.percentile(all, percent);
  }

  int count() {
    return kinds.values().stream().mapToInt(kind -> kind.count).sum();
  }

  /** The 99th percentile of each kind. */
  String slow() {
    StringBuilder text = new StringBuilder();
    kinds.forEach(
        (name, kind) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(
                    Report.format(
                        " %.0f", Report.percentile(Arrays.copyOf(kind.millis, kind.count), 99))));
    return text.toString();
  }
}
