package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The share of hidden ReLU units that are 0 on all of 1,000 training samples: their slope is 0 for
 * each, so no update can wake them. The worst layer decides, and fails above a half. Without hidden
 * ReLU units nothing can be said.
 *
 * <p>ReLU outputs are not counted: with zero-mean weights on activations that are never negative,
 * about half of the outputs of a healthy network begin at 0 for nearly every sample.
 */
@AutoService(Check.class)
public final class DeadUnits implements Check {
  private static final double FAIL = 0.5;
  private static final int BINS = 20;

  @Override
  public String id() {
    return "dead-units";
  }

  @Override
  public String title() {
    return "Dead units";
  }

  @Override
  public String says() {
    return "Counts hidden ReLU units that are 0 for every one of 1,000 samples and so never learn"
        + " again. It sees steps and biases that went wrong, and is silent on other activations.";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public EquationId where() {
    return EquationId.ACTIVATION;
  }

  @Override
  public Finding run(Subject subject) {
    Memory memory = subject.looked();
    List<Finding.Part> parts = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    double worst = -1;
    String detail = "There are 0 hidden ReLU units, so none can be dead.";
    for (Layer l : subject.setup().net().layers()) {
      if (!l.last() && l.activation() == Activation.RELU) {
        Matrix a = memory.get(l.a());
        int dead = 0;
        for (int i = 0; i < a.rows(); i++) {
          dead += Arrays.stream(a.row(i)).allMatch(x -> x == 0) ? 1 : 0;
        }
        double share = (double) dead / a.rows();
        parts.add(new Finding.Part(l.a().name(), share, verdict(share)));
        pictures.add(picture(l, a));
        if (share > worst) {
          worst = share;
          detail =
              "%d of the %d units of layer %d are 0 for all of %d samples."
                  .formatted(dead, a.rows(), l.index(), a.cols());
        }
      }
    }
    return parts.isEmpty()
        ? Finding.of(Verdict.INCONCLUSIVE, Double.NaN, FAIL, detail)
        : new Finding(verdict(worst), worst, FAIL, detail, parts).showing(pictures);
  }

  /** A ReLU's slope is 1 where it is awake and 0 where it is not: so this is its mean slope too. */
  private static Picture picture(Layer l, Matrix a) {
    double[] awake = new double[a.rows()];
    Arrays.setAll(
        awake, i -> (double) Arrays.stream(a.row(i)).filter(x -> x != 0).count() / a.cols());
    return Picture.Histogram.of(
        "How much of the time the units of layer " + l.index() + " are awake",
        "share of the samples, which is the mean slope",
        0,
        1,
        BINS,
        awake,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  private static Verdict verdict(double share) {
    return share > FAIL ? Verdict.FAIL : Verdict.PASS;
  }
}
