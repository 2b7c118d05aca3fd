package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.CostSlope;
import deltascope.network.EquationId;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The gradient that an update really applied, g = (W before − W after) / η for one batch of four
 * samples on fresh accumulators, against the slope g̃ of the mean cost, measured at twelve entries
 * of every W and b: the cosine of the two, and the scale κ = ⟨g, g̃⟩ / ⟨g̃, g̃⟩.
 *
 * <p>A cosine under 0.999 is a wrong formula: fail. Else κ tells how the formula is scaled: 1
 * passes within a thousandth; another positive number is a learning rate in disguise, which may or
 * may not do harm: warn; 0 or a negative one never learns: fail. A tensor whose measured slope and
 * update are both under 10⁻⁸ proves nothing. The finding's number is κ of the worst tensor.
 *
 * <p>Unlike the gradient check it sees the sum, the mean and the update; like it, it is blind to
 * data and initialisation, and to what a batch leaves behind for the next.
 */
@AutoService(Check.class)
public final class GradientSlope implements Check {
  private static final double ALIGNED = 0.999;
  private static final double EXACT = 1e-3;

  @Override
  public String id() {
    return "gradient-slope";
  }

  @Override
  public String title() {
    return "Slope of the update";
  }

  @Override
  public String says() {
    return "Divides what one update did to the weights by η and holds it against the measured slope"
        + " of the mean cost: direction and scale. It names a sign, a factor two or a sum taken for"
        + " a mean, and does not see data, initialisation or what a batch leaves for the next.";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public EquationId where() {
    return EquationId.UPDATE_WEIGHTS;
  }

  /** What one tensor shows. */
  private record Slope(Ref tensor, double scale, double cosine, Verdict verdict) {}

  @Override
  public Finding run(Subject subject) {
    Probe probe = subject.probe(Split.TRAIN);
    int[] samples = subject.few(GradientCheck.SAMPLES);
    Memory state = probe.fresh(subject.memory());
    CostSlope measured = new CostSlope(probe, subject.setup(), state, GradientCheck.H, samples);
    Probe.Batch batch = probe.batch(state, samples);
    List<Slope> slopes = new ArrayList<>();
    for (Ref tensor : probe.tensors()) {
      slopes.add(slope(subject, measured, batch, tensor, samples.length));
    }
    Slope worst = slopes.stream().reduce(GradientSlope::worse).orElseThrow();
    List<Finding.Part> parts =
        slopes.stream()
            .map(s -> new Finding.Part(Said.gradientName(s.tensor()), s.scale(), s.verdict()))
            .toList();
    return new Finding(
        worst.verdict(), worst.scale(), 1, sentence(worst, slopes, samples.length), parts);
  }

  private static Slope slope(
      Subject subject, CostSlope measured, Probe.Batch batch, Ref tensor, int m) {
    List<int[]> entries =
        Entries.of(tensor, measured.forwarded(), GradientCheck.ENTRIES, subject.scenario().seed());
    double[] costs = measured.along(tensor, entries);
    Matrix moved = batch.moved(tensor);
    double eta = subject.setup().eta();
    double both = 0;
    double measuredSquare = 0;
    double appliedSquare = 0;
    for (int n = 0; n < costs.length; n++) {
      double applied = -moved.at(entries.get(n)[0], entries.get(n)[1]) / eta;
      double mean = costs[n] / m;
      if (!Double.isNaN(mean) || !Double.isFinite(measured.rounding())) {
        both += applied * mean;
        measuredSquare += mean * mean;
        appliedSquare += applied * applied;
      }
    }
    if (Math.sqrt(measuredSquare) < GradientCheck.NOTHING) {
      return Math.sqrt(appliedSquare) < GradientCheck.NOTHING
          ? new Slope(tensor, Double.NaN, Double.NaN, Verdict.INCONCLUSIVE)
          : new Slope(tensor, Double.POSITIVE_INFINITY, 0, Verdict.FAIL);
    }
    double scale = both / measuredSquare;
    double cosine = appliedSquare == 0 ? 0 : both / Math.sqrt(measuredSquare * appliedSquare);
    return new Slope(tensor, scale, cosine, verdict(scale, cosine));
  }

  private static Verdict verdict(double scale, double cosine) {
    if (!(Math.abs(cosine) >= ALIGNED) || !(scale > 0)) {
      return Verdict.FAIL;
    }
    return Math.abs(scale - 1) < EXACT ? Verdict.PASS : Verdict.WARN;
  }

  private static Slope worse(Slope one, Slope other) {
    if (one.verdict() != other.verdict()) {
      return one.verdict().and(other.verdict()) == one.verdict() ? one : other;
    }
    if (one.verdict() == Verdict.FAIL) {
      return Math.abs(one.cosine()) <= Math.abs(other.cosine()) ? one : other;
    }
    return off(one) >= off(other) ? one : other;
  }

  /** How far a scale is from 1, alike for twice and half. */
  private static double off(Slope slope) {
    return Math.abs(StrictMath.log(slope.scale()));
  }

  private static String sentence(Slope worst, List<Slope> slopes, int m) {
    String name = Said.gradient(worst.tensor());
    String scale = Said.number(worst.scale());
    return switch (worst.verdict()) {
      case INCONCLUSIVE ->
          "The measured slope of the cost along "
              + worst.tensor().symbol()
              + " is under 10⁻⁸: too small to compare with.";
      case PASS ->
          "Every update is "
              + scale
              + " times the measured slope of the mean cost, with a cosine"
              + " of "
              + Said.number(smallestCosine(slopes))
              + " or more.";
      case WARN ->
          "The update of "
              + worst.tensor().symbol()
              + " is "
              + scale
              + " times the measured slope of the mean cost"
              + meaning(worst.scale(), m)
              + ".";
      case FAIL ->
          Math.abs(worst.cosine()) >= ALIGNED || worst.scale() == 0
              ? "The update of "
                  + worst.tensor().symbol()
                  + " is "
                  + scale
                  + " times the measured slope of the mean cost"
                  + meaning(worst.scale(), m)
                  + "."
              : name
                  + " as applied points elsewhere than the measured slope: cosine "
                  + Said.number(worst.cosine())
                  + ", scale "
                  + scale
                  + ".";
    };
  }

  private static double smallestCosine(List<Slope> slopes) {
    return slopes.stream().mapToDouble(Slope::cosine).filter(c -> !Double.isNaN(c)).min().orElse(1);
  }

  /** What a scale usually means. */
  private static String meaning(double scale, int m) {
    if (scale == 0) {
      return ": it is never updated";
    }
    double[] known = {-1, 2, 0.5, m, -m, 1.0 / m, -0.5, -2};
    String[] means = {
      "the sign is turned",
      "a factor two too much",
      "a factor two is missing",
      "the batch's sum is not divided by m = " + m,
      "the sign is turned, and the batch's sum is not divided by m = " + m,
      "only one of the " + m + " samples' shares arrives",
      "the sign is turned, and a factor two is missing",
      "the sign is turned, with a factor two too much"
    };
    int[] fits =
        IntStream.range(0, known.length)
            .filter(n -> Math.abs(scale / known[n] - 1) < EXACT)
            .toArray();
    if (fits.length > 0) {
      return ": " + means[fits[0]];
    }
    return scale < 0 ? ": the sign is turned" : ": η is not what it says";
  }
}
