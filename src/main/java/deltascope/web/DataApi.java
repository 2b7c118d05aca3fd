package deltascope.web;

import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Drawing;
import deltascope.data.Library;
import deltascope.data.Split;
import deltascope.math.Refused;
import deltascope.picture.HeatPicture;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** {@code /api/datasets}, {@code /api/samples} and {@code /api/sample.png}. */
final class DataApi {
  private static final int MOST_SAMPLES = 1000;

  /** The largest picture, dots along one side. */
  private static final int MOST_DOTS = 1120;

  private final Library library;

  DataApi(Library library) {
    this.library = library;
  }

  void datasets(Context ctx) {
    new Parameters(ctx, Set.of());
    List<Object> sets = new ArrayList<>();
    for (String id : library.ids()) {
      Dataset dataset = library.get(id);
      Map<String, Object> splits = new LinkedHashMap<>();
      for (Split split : Split.values()) {
        Digits digits = dataset.split(split);
        splits.put(
            split.id(),
            new TreeMap<>(Map.of("count", digits.size(), "perDigit", digits.countsPerDigit())));
      }
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("id", id);
      described.put("title", dataset.title());
      described.put("default", id.equals(library.defaultId()));
      described.put("splits", splits);
      sets.add(described);
    }
    Json.write(ctx, sets);
  }

  void samples(Context ctx) {
    Parameters parameters = new Parameters(ctx, Set.of("data", "split", "digit", "from", "count"));
    Digits digits = digits(parameters);
    int digit = parameters.whole("digit", -1, parameters.has("digit") ? 0 : -1, 9);
    int[] all = digit < 0 ? IntStream.range(0, digits.size()).toArray() : digits.indicesOf(digit);
    int from = parameters.whole("from", 0, 0, Integer.MAX_VALUE);
    int count = parameters.whole("count", 100, 1, MOST_SAMPLES);
    List<Map<String, Integer>> samples = new ArrayList<>();
    for (int i = from; i < Math.min((long) from + count, all.length); i++) {
      samples.add(new TreeMap<>(Map.of("index", all[i], "label", digits.label(all[i]))));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("data", parameters.text("data", library.defaultId()));
    answer.put("split", parameters.text("split", "train"));
    answer.put("total", all.length);
    answer.put("from", from);
    answer.put("samples", samples);
    Json.write(ctx, answer);
  }

  void picture(Context ctx) {
    Parameters parameters = new Parameters(ctx, Set.of("data", "split", "sample", "drawn", "size"));
    int size = parameters.whole("size", Digits.SIDE, Digits.SIDE, MOST_DOTS);
    if (size % Digits.SIDE != 0) {
      throw new Refused("size", size, "a multiple of 28, up to " + MOST_DOTS);
    }
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.contentType("image/png").result(HeatPicture.digit(pixels(parameters), size / Digits.SIDE));
  }

  private byte[] pixels(Parameters parameters) {
    if (parameters.has("drawn")) {
      return Drawing.read(parameters.text("drawn", "")).pixels();
    }
    Digits digits = digits(parameters);
    return digits.pixels(parameters.whole("sample", 0, 0, digits.size() - 1));
  }

  private Digits digits(Parameters parameters) {
    Dataset dataset = library.get(parameters.text("data", library.defaultId()));
    return dataset.split(Split.of(parameters.text("split", "train")));
  }
}
