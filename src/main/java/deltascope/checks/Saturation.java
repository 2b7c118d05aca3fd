package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.network.Activation;
import deltascope.network.EquationId;
import deltascope.network.Equations;
import deltascope.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * The share of hidden activations at the flat ends of their function over 1,000 training samples:
 * |a| &gt; 0.99 for tanh, a &gt; 0.99 or a &lt; 0.01 for sigmoid. The worst layer decides: warns
 * above a half, fails above 0.8. ReLU and linear units have no upper end, and a network without a
 * hidden layer has none of these: nothing can be said.
 *
 * <p>Sees too large inputs, weights and steps, not why they are.
 */
@AutoService(Check.class)
public final class Saturation implements Check {
  private static final double WARN = 0.5;
  private static final double FAIL = 0.8;

  /** 1 − 0.99², the slope of tanh where it counts as flat, as a share of its steepest. */
  private static final double FLATTEST = 0.0199;

  private static final int BINS = 40;

  @Override
  public String id() {
    return "saturation";
  }

  @Override
  public String title() {
    return "Saturated units";
  }

  @Override
  public String says() {
    return "Counts hidden activations so near the end of their range that the slope is all but 0 and"
        + " nothing is learned through them. It sees inputs, weights or steps that are too large,"
        + " and no wrong formula.";
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
    Finding.Part worst = null;
    for (Layer l : subject.setup().net().layers()) {
      if (!l.last() && l.activation().flattens()) {
        double share = l.activation().saturated(memory.get(l.a()));
        Finding.Part part = new Finding.Part(l.a().name(), share, verdict(share));
        parts.add(part);
        worst = worst == null || part.value() > worst.value() ? part : worst;
      }
    }
    if (worst == null) {
      return Finding.of(
          Verdict.INCONCLUSIVE,
          Double.NaN,
          WARN,
          "There are 0 hidden layers of tanh or sigmoid units, so there is no flat end to sit at.");
    }
    String detail =
        "%s of the activations %s over %d samples are within 0.01 of the end of their range."
            .formatted(
                Said.percent(worst.value()),
                worst.name(),
                memory.get(subject.setup().net().output().a()).cols());
    return new Finding(worst.verdict(), worst.value(), WARN, detail, parts)
        .showing(pictures(subject, memory));
  }

  /** The activations of each such layer, and the program's own slopes of them. */
  private static List<Picture> pictures(Subject subject, Memory memory) {
    Equations equations = subject.setup().equations().asRun();
    List<Picture> pictures = new ArrayList<>();
    for (Layer l : subject.setup().net().layers()) {
      boolean tanh = l.activation() == Activation.TANH;
      if (!l.last() && l.activation().flattens()) {
        double least = tanh ? -1 : 0;
        pictures.add(
            Picture.Histogram.of(
                "Activations of layer " + l.index(),
                l.a().symbol(),
                least,
                1,
                BINS,
                memory.get(l.a()).rowMajor(),
                tanh ? -Activation.FLAT : 1 - Activation.FLAT,
                Activation.FLAT));
        double steepest = tanh ? 1 : 0.25;
        pictures.add(
            Picture.Histogram.of(
                "Their slopes",
                l.slope().symbol(),
                0,
                steepest,
                BINS,
                equations.slope(l).value(memory).rowMajor(),
                FLATTEST * steepest,
                Double.POSITIVE_INFINITY));
      }
    }
    return pictures;
  }

  private static Verdict verdict(double share) {
    return share > FAIL ? Verdict.FAIL : share > WARN ? Verdict.WARN : Verdict.PASS;
  }
}
