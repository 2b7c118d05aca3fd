package deltascope.web.page;

import deltascope.checks.Finding;
import deltascope.checks.Picture;
import deltascope.checks.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Draws the pictures that findings bring. */
final class Plots {
  private static final int WIDTH = 320;

  /** The base line, with room below for what stands along it. */
  private static final double BASE = 92;

  private static final double TOP = 8;
  private static final double RADIUS = 4.2;

  private final Words words;
  private final List<Plot.Shape> shapes = new ArrayList<>();
  private final List<Plot.Label> labels = new ArrayList<>();

  private Plots(Words words) {
    this.words = words;
  }

  static Plot of(Words words, Picture picture) {
    Plots plots = new Plots(words);
    if (picture instanceof Picture.Bars bars) {
      return plots.bars(bars);
    }
    if (picture instanceof Picture.Histogram histogram) {
      return plots.histogram(histogram);
    }
    return plots.scale((Picture.Scale) picture);
  }

  private Plot bars(Picture.Bars bars) {
    double most =
        bars.bars().stream()
            .flatMapToDouble(bar -> DoubleStream.of(bar.share(), bar.mark()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    most = Math.max(most, Double.isFinite(bars.limit()) ? bars.limit() * 1.08 : 0.2);
    double slot = (double) WIDTH / bars.bars().size();
    boolean marked = !bars.markName().isEmpty();
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < bars.bars().size(); k++) {
      Picture.Bar bar = bars.bars().get(k);
      double from = k * slot;
      double height = up(bar.share() / most);
      shapes.add(
          new Plot.Shape("bar", box(from + 0.14 * slot, BASE - height, 0.72 * slot, height)));
      if (Double.isFinite(bar.mark())) {
        String y = text(BASE - up(bar.mark() / most));
        shapes.add(
            new Plot.Shape(
                "tick", "M" + text(from + 0.02 * slot) + " " + y + "H" + text(from + 0.98 * slot)));
      }
      label("middle", from + slot / 2, BASE + 14, bar.name());
      rows.add(
          marked
              ? List.of(bar.name(), percent(bar.share()), percent(bar.mark()))
              : List.of(bar.name(), percent(bar.share())));
    }
    if (Double.isFinite(bars.limit())) {
      double y = BASE - up(bars.limit() / most);
      shapes.add(new Plot.Shape("limit", "M0 " + text(y) + "H" + WIDTH));
      label("end", WIDTH, y - 3, percent(bars.limit()));
    }
    base();
    return new Plot(
        words.said(bars.title()),
        words.said(bars.axis()),
        WIDTH,
        shapes,
        labels,
        words.said(bars.markName()),
        marked
            ? List.of(
                words.said(bars.axis()), words.of("checks.share"), words.said(bars.markName()))
            : List.of(words.said(bars.axis()), words.of("checks.share")),
        rows);
  }

  private Plot histogram(Picture.Histogram histogram) {
    int bins = histogram.shares().size();
    double most = histogram.shares().stream().mapToDouble(share -> share).max().orElse(0);
    double span = histogram.to() - histogram.from();
    double slot = (double) WIDTH / bins;
    zone(0, WIDTH * (histogram.low() - histogram.from()) / span);
    zone(WIDTH * (histogram.high() - histogram.from()) / span, WIDTH);
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < bins; k++) {
      double share = histogram.shares().get(k);
      double height = most == 0 ? 0 : up(share / most);
      if (share > 0) {
        shapes.add(new Plot.Shape("bar", box(k * slot + 0.5, BASE - height, slot - 1, height)));
      }
      double from = histogram.from() + span * k / bins;
      String range = words.of("figure.range", plain(from), plain(from + span / bins));
      rows.add(List.of(range, percent(share)));
    }
    for (int k = 0; k <= 4; k++) {
      String anchor = k == 0 ? "start" : k == 4 ? "end" : "middle";
      label(anchor, WIDTH * k / 4.0, BASE + 14, plain(histogram.from() + span * k / 4));
    }
    label("end", WIDTH, TOP, words.of("checks.highest", percent(most)));
    base();
    return new Plot(
        words.said(histogram.title()),
        words.said(histogram.axis()),
        WIDTH,
        shapes,
        labels,
        shapes.stream().anyMatch(shape -> shape.styleClass().equals("zone"))
            ? words.of("checks.zone")
            : "",
        List.of(words.said(histogram.axis()), words.of("checks.share")),
        rows);
  }

  /** Points on a logarithmic scale that holds all of them and the healthy stretch. */
  private Plot scale(Picture.Scale scale) {
    double[] known =
        DoubleStream.concat(
                scale.points().stream().mapToDouble(Finding.Part::value),
                DoubleStream.of(scale.low(), scale.high()))
            .filter(value -> value > 0 && Double.isFinite(value))
            .toArray();
    double low = Math.floor(Math.log10(DoubleStream.of(known).min().orElse(0.1)) - 0.4);
    double high = Math.ceil(Math.log10(DoubleStream.of(known).max().orElse(1)) + 0.4);
    DoubleUnaryOperator x =
        value -> WIDTH * Math.max(0, Math.min(1, (Math.log10(value) - low) / (high - low)));
    double from = scale.low() > 0 ? x.applyAsDouble(scale.low()) : 0;
    double to = Double.isInfinite(scale.high()) ? WIDTH : x.applyAsDouble(scale.high());
    shapes.add(new Plot.Shape("healthy", box(from, TOP, to - from, BASE - TOP)));
    int every = Math.max(1, (int) Math.ceil((high - low) / 7));
    for (int power = (int) low; power <= high; power += every) {
      double at = WIDTH * (power - low) / (high - low);
      shapes.add(new Plot.Shape("grid", "M" + text(at) + " " + TOP + "V" + BASE));
      String anchor = at < 12 ? "start" : at > WIDTH - 12 ? "end" : "middle";
      label(anchor, at, BASE + 14, "10" + Numbers.raised(power));
    }
    List<List<String>> rows = new ArrayList<>();
    double step = (BASE - TOP) / (scale.points().size() + 1);
    for (int k = 0; k < scale.points().size(); k++) {
      Finding.Part part = scale.points().get(k);
      String name = words.said(Parts.plain(part.name()));
      rows.add(
          List.of(
              name,
              CheckPanel.number(words, part.value(), part.verdict()),
              CheckPanel.word(words, part.verdict())));
      if (!Double.isNaN(part.value())) {
        double at =
            part.value() > 0
                ? Double.isInfinite(part.value()) ? WIDTH : x.applyAsDouble(part.value())
                : 0;
        double y = TOP + step * (k + 1);
        String kind = part.verdict() == Verdict.FAIL ? "dot bad" : "dot";
        shapes.add(new Plot.Shape(kind, dot(at, y)));
        boolean left = at > WIDTH - 40;
        label(left ? "end" : "start", left ? at - 8 : at + 8, y + 4, name);
      }
    }
    base();
    return new Plot(
        words.said(scale.title()),
        "",
        WIDTH,
        shapes,
        labels,
        words.of("checks.healthy"),
        List.of(words.of("checks.part"), words.of("figure.value"), words.of("checks.verdict")),
        rows);
  }

  private void zone(double from, double to) {
    double left = Math.max(0, from);
    double right = Math.min(WIDTH, to);
    if (right > left && Double.isFinite(right - left)) {
      shapes.add(new Plot.Shape("zone", box(left, TOP + 6, right - left, BASE - TOP - 6)));
    }
  }

  private void base() {
    shapes.add(new Plot.Shape("base", "M0 " + BASE + "H" + WIDTH));
  }

  private void label(String anchor, double x, double y, String text) {
    labels.add(new Plot.Label(anchor, text(x), text(y), text));
  }

  /** The height of a bar that is so high, 0…1. */
  private static double up(double share) {
    return Double.isFinite(share) ? (BASE - TOP - 8) * share : 0;
  }

  private static String box(double x, double y, double width, double height) {
    return "M%s %sh%sv%sh%sz".formatted(text(x), text(y), text(width), text(height), text(-width));
  }

  private static String dot(double x, double y) {
    String r = text(RADIUS);
    return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z"
        .formatted(text(x - RADIUS), text(y), r, r, text(2 * RADIUS), r, r, text(-2 * RADIUS));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String plain(double value) {
    double tenth = Math.round(value * 1e4) / 1e4;
    return Numbers.significantPlain(tenth).replace('-', '−');
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
