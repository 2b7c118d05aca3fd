package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.data.Split;
import deltascope.network.Activation;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Probe;
import java.util.List;

/**
 * How much of the error arrives at the first layer: ‖δ¹‖ / ‖δᴸ‖ over 32 training samples. Passes in
 * 0.1…10, warns outside, fails under 10⁻³ or above 70, or where it is no number.
 *
 * <p>A sigmoid's slope is ¼ at most, so for every sigmoid layer below the output both lower bounds
 * are divided by four: that loss is the function's price and no fault. With one layer of weights,
 * or without any error at the output, nothing can be said.
 */
@AutoService(Check.class)
public final class ErrorNorms implements Check {
  private static final double LEAST = 0.1;
  private static final double MOST = 10;
  private static final double VANISHED = 1e-3;
  private static final double EXPLODED = 70;

  @Override
  public String id() {
    return "error-norms";
  }

  @Override
  public String title() {
    return "Error that arrives";
  }

  @Override
  public String says() {
    return "Compares the size of the error at the first layer with that at the output: it should"
        + " neither vanish nor explode on its way down. It sees weights that are all 0 or too"
        + " large, and not a direction that is wrong.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.HIDDEN_ERROR;
  }

  @Override
  public Finding run(Subject subject) {
    List<Layer> layers = subject.setup().net().layers();
    Probe probe = subject.probe(Split.TRAIN);
    List<Double> norms = probe.errorNorms(subject.memory(), subject.few(32));
    List<Finding.Part> parts =
        layers.stream()
            .map(l -> new Finding.Part(l.delta().name(), norms.get(l.index() - 1), Verdict.PASS))
            .toList();
    double first = parts.get(0).value();
    double last = parts.get(parts.size() - 1).value();
    double loss = 1.0 / (1 << 2 * sigmoids(layers));
    double ratio = first / last;
    Verdict verdict = layers.size() == 1 || last == 0 ? Verdict.INCONCLUSIVE : verdict(ratio, loss);
    String detail =
        layers.size() == 1
            ? "There is 1 layer of weights, so the error travels nowhere."
            : "‖δ¹‖ = %s is %s times ‖δ%s‖ = %s, where %s…10 is usual."
                .formatted(
                    Said.number(first),
                    Said.number(ratio),
                    layers.get(layers.size() - 1).delta().symbol().substring(1),
                    Said.number(last),
                    Said.number(LEAST * loss));
    List<Finding.Part> ratios =
        parts.stream()
            .map(part -> new Finding.Part(part.name(), part.value() / last, part.verdict()))
            .toList();
    return new Finding(verdict, ratio, LEAST * loss, detail, parts)
        .showing(
            List.of(
                new Picture.Scale(
                    "The error of each layer, the output’s as 1", ratios, LEAST * loss, MOST)));
  }

  private static int sigmoids(List<Layer> layers) {
    return (int)
        layers.stream().filter(l -> !l.last() && l.activation() == Activation.SIGMOID).count();
  }

  private static Verdict verdict(double ratio, double loss) {
    if (!(ratio >= VANISHED * loss && ratio <= EXPLODED)) {
      return Verdict.FAIL;
    }
    return ratio >= LEAST * loss && ratio <= MOST ? Verdict.PASS : Verdict.WARN;
  }
}
