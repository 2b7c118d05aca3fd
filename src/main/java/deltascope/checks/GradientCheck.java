package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.CostSlope;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The backward pass against the slope of the cost, measured: central differences with h = 10⁻⁵ of
 * the cost of four different samples, as the program computes it, at twelve entries of every W and
 * b (of W¹ only under ink, where a slope can be other than 0), beside what the accumulators hold
 * after the same four samples when the update comes to them.
 *
 * <p>E = ‖g − g̃‖ / (‖g‖ + ‖g̃‖), for each tensor by itself, and the worst decides. Both norms
 * under 10⁻⁸ prove nothing: 0 = 0. Entries at which a ReLU switches between the two sides are left
 * out, as there is no slope at a kink. Where ‖g − g̃‖ is no more than the rounding of the cost
 * explains, an E above 10⁻⁷ is not held against the program: with saturated units gradients are so
 * small that the difference of two costs cannot show them to seven digits.
 *
 * <p>Blind to whatever is the same in both: data, initialisation, the cost itself, and all that
 * happens to the gradient once it is summed.
 */
@AutoService(Check.class)
public final class GradientCheck implements Check {
  static final double H = 1e-5;
  static final double PASS = 1e-7;
  static final double WARN = 1e-4;
  static final double NOTHING = 1e-8;
  static final int SAMPLES = 4;
  static final int ENTRIES = 12;
  private static final double ROUNDINGS = 8;

  @Override
  public String id() {
    return "gradient-check";
  }

  @Override
  public String title() {
    return "Gradient check";
  }

  @Override
  public String says() {
    return "Moves single weights by 10⁻⁵ to both sides and holds the change of the cost against"
        + " the gradient that backpropagation gives. It sees every wrong formula of the backward"
        + " pass, and nothing of data, initialisation or the update.";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public EquationId where() {
    return EquationId.WEIGHT_GRADIENT;
  }

  @Override
  public Finding run(Subject subject) {
    Probe probe = subject.probe(Split.TRAIN);
    int[] samples = subject.few(SAMPLES);
    Memory state = probe.fresh(subject.memory());
    CostSlope measured = new CostSlope(probe, subject.setup(), state, H, samples);
    Probe.Batch batch = probe.batch(state, samples);
    List<Finding.Part> parts = new ArrayList<>();
    String said = "";
    Finding.Part worst = new Finding.Part("", 0, Verdict.PASS);
    for (Ref tensor : probe.tensors()) {
      Compared compared = compare(subject, measured, batch, tensor);
      Finding.Part part =
          new Finding.Part(Said.gradientName(tensor), compared.error(), compared.verdict());
      parts.add(part);
      if (parts.size() == 1 || worse(part, worst)) {
        worst = part;
        said = compared.sentence(tensor, batch.before().get(tensor).size());
      }
    }
    return new Finding(worst.verdict(), worst.value(), PASS, said, parts)
        .showing(
            List.of(
                new Picture.Scale(
                    "How far each gradient is off the measured slope", parts, 0, PASS)));
  }

  private static boolean worse(Finding.Part part, Finding.Part than) {
    boolean graver = part.verdict() != than.verdict();
    return graver
        ? part.verdict().and(than.verdict()) == part.verdict()
        : Double.compare(part.value(), than.value()) > 0;
  }

  /** Program and measurement at some entries of one tensor. */
  private record Compared(double[] program, double[] measured, double rounding) {
    double difference() {
      double[] difference = new double[program.length];
      Arrays.setAll(difference, n -> program[n] - measured[n]);
      return norm(difference);
    }

    double sizes() {
      return norm(program) + norm(measured);
    }

    double error() {
      return nothing() ? Double.NaN : difference() / sizes();
    }

    /** 0 = 0. */
    boolean nothing() {
      return norm(program) < NOTHING && norm(measured) < NOTHING;
    }

    Verdict verdict() {
      if (nothing()) {
        return Verdict.INCONCLUSIVE;
      }
      double error = error();
      if (error < PASS) {
        return Verdict.PASS;
      }
      if (difference() <= ROUNDINGS * Math.sqrt(program.length) * rounding) {
        return error < WARN ? Verdict.PASS : Verdict.INCONCLUSIVE;
      }
      return error < WARN ? Verdict.WARN : Verdict.FAIL;
    }

    String sentence(Ref tensor, int of) {
      String where = " over %d of %d entries".formatted(program.length, of);
      String gradient = Said.gradient(tensor);
      return switch (verdict()) {
        case PASS ->
            gradient
                + " agrees with the measured slope to "
                + Said.number(error())
                + where
                + ", and no other gradient does worse.";
        case INCONCLUSIVE ->
            program.length == 0
                ? gradient
                    + " cannot be measured here: every entry tried sits at a kink or gets"
                    + " no input."
                : gradient
                    + " and the measured slope are "
                    + Said.number(norm(program))
                    + " and "
                    + Said.number(norm(measured))
                    + where
                    + ", too small to prove anything.";
        case WARN, FAIL ->
            gradient
                + " is off the measured slope by "
                + Said.number(error())
                + where
                + ": the two have norms "
                + Said.number(norm(program))
                + " and "
                + Said.number(norm(measured))
                + ".";
      };
    }
  }

  private static Compared compare(
      Subject subject, CostSlope measured, Probe.Batch batch, Ref tensor) {
    List<int[]> entries =
        Entries.of(tensor, measured.forwarded(), 2 * ENTRIES, subject.scenario().seed());
    double[] slopes = measured.along(tensor, entries);
    Matrix sum = batch.sum(tensor);
    boolean finite = Double.isFinite(measured.rounding());
    List<double[]> pairs = new ArrayList<>();
    for (int n = 0; n < slopes.length && pairs.size() < ENTRIES; n++) {
      int[] entry = entries.get(n);
      if (!Double.isNaN(slopes[n]) || !finite) {
        pairs.add(new double[] {sum.at(entry[0], entry[1]), slopes[n]});
      }
    }
    return new Compared(
        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
        pairs.stream().mapToDouble(pair -> pair[1]).toArray(),
        measured.rounding());
  }

  /**
   * log₁₀ of the relative error |g − g̃| / (|g| + |g̃|) of every weight of one layer, for a
   * picture: NaN where nothing comes in, where both are 0, and at kinks.
   */
  public static Matrix heatMap(Subject subject, Layer layer) {
    Probe probe = subject.probe(Split.TRAIN);
    int[] samples = subject.few(SAMPLES);
    Memory state = probe.fresh(subject.memory());
    CostSlope measured = new CostSlope(probe, subject.setup(), state, H, samples);
    Matrix sum = probe.batch(state, samples).sum(layer.weights());
    int[] fed = Entries.fed(layer.weights(), measured.forwarded());
    List<int[]> entries = new ArrayList<>();
    for (int i = 0; i < layer.units(); i++) {
      for (int j : fed) {
        entries.add(new int[] {i, j});
      }
    }
    double[] slopes = measured.along(layer.weights(), entries);
    Matrix map = Matrix.zeros(layer.units(), layer.inputs()).map(x -> Double.NaN);
    for (int n = 0; n < slopes.length; n++) {
      int[] entry = entries.get(n);
      double program = sum.at(entry[0], entry[1]);
      double sizes = Math.abs(program) + Math.abs(slopes[n]);
      if (sizes >= NOTHING) {
        double error = Math.abs(program - slopes[n]) / sizes;
        map.row(entry[0])[entry[1]] = StrictMath.log10(Math.max(error, Math.ulp(1.0)));
      }
    }
    return map;
  }

  static double norm(double... values) {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }
}
