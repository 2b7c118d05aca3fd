package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Equations;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How evenly the labels are spread after preprocessing: their entropy over ln 10, so 1 for ten
 * classes in equal shares and 0 for a single one. Counted three times: the first 10,000 labels of
 * training, those of the test, and the first 1,000 that the first epoch of training reads, since
 * sorted samples are evenly spread as a whole and not as they come. The worst decides: passes from
 * 0.95 on (0.9 for the first 1,000, of which a few are of a class by chance more or less), fails
 * under 0.5. Values that are no digit are counted as classes of their own, and fail.
 *
 * <p>Sees labels that became one; not labels that are wrong in equal shares.
 */
@AutoService(Check.class)
public final class LabelHistogram implements Check {
  private static final int WHOLE = 10_000;
  private static final int FIRST = 1_000;
  private static final double PASS = 0.95;
  private static final double FIRST_PASS = 0.9;
  private static final double FAIL = 0.5;
  private static final int CLASSES = 10;

  @Override
  public String id() {
    return "label-histogram";
  }

  @Override
  public String title() {
    return "Histogram of the labels";
  }

  @Override
  public String says() {
    return "Counts the labels as training and test read them, after all preprocessing. It sees labels"
        + " that have become one class or come sorted, and not labels that are shuffled or wrong in"
        + " equal shares.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.TARGET;
  }

  /** The labels of one reading. */
  private record Reading(String name, String words, Map<Double, Integer> counts, double pass) {
    double entropy() {
      int size = counts.values().stream().mapToInt(Integer::intValue).sum();
      double sum = 0;
      for (int count : counts.values()) {
        double share = (double) count / size;
        sum -= share * StrictMath.log(share);
      }
      return sum / StrictMath.log(CLASSES);
    }

    boolean onlyDigits() {
      return counts.keySet().stream()
          .allMatch(label -> label >= 0 && label < CLASSES && label == Math.rint(label));
    }

    Verdict verdict() {
      double entropy = entropy();
      if (entropy < FAIL || !onlyDigits()) {
        return Verdict.FAIL;
      }
      return entropy >= pass ? Verdict.PASS : Verdict.WARN;
    }

    Picture picture() {
      int size = counts.values().stream().mapToInt(Integer::intValue).sum();
      TreeMap<Double, Integer> all = new TreeMap<>(counts);
      for (double digit = 0; digit < CLASSES; digit++) {
        all.putIfAbsent(digit, 0);
      }
      List<Picture.Bar> bars =
          all.entrySet().stream()
              .limit(2 * CLASSES)
              .map(
                  entry ->
                      new Picture.Bar(
                          Said.number(entry.getKey()),
                          (double) entry.getValue() / size,
                          Double.NaN))
              .toList();
      return new Picture.Bars("The labels of " + words, "label", bars, "", Double.NaN);
    }

    String sentence() {
      int size = counts.values().stream().mapToInt(Integer::intValue).sum();
      Map.Entry<Double, Integer> commonest =
          counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      return ("The %d labels of %s have %d classes and %s of the entropy of ten equal ones; the"
              + " commonest is “%s” with %s.")
          .formatted(
              size,
              words,
              counts.size(),
              Said.percent(entropy()),
              Said.number(commonest.getKey()),
              Said.percent((double) commonest.getValue() / size));
    }
  }

  @Override
  public Finding run(Subject subject) {
    Digits train = subject.dataset().train();
    Equations equations = subject.setup().equations().asRun();
    int[] order = equations.trainingOrder(train, train.size(), 1);
    List<Reading> readings = new ArrayList<>();
    readings.add(reading(subject, Split.TRAIN, "train", "training", PASS, first(train.size())));
    readings.add(
        reading(
            subject, Split.TEST, "test", "the test", PASS, first(subject.dataset().test().size())));
    readings.add(
        reading(
            subject,
            Split.TRAIN,
            "first read",
            "the first epoch's beginning",
            FIRST_PASS,
            Arrays.copyOf(order, Math.min(FIRST, order.length))));
    Reading worst = readings.stream().reduce(LabelHistogram::worse).orElseThrow();
    List<Finding.Part> parts =
        readings.stream().map(r -> new Finding.Part(r.name(), r.entropy(), r.verdict())).toList();
    return new Finding(worst.verdict(), worst.entropy(), worst.pass(), worst.sentence(), parts)
        .showing(readings.stream().map(Reading::picture).toList());
  }

  private static Reading worse(Reading one, Reading other) {
    if (one.verdict() != other.verdict()) {
      return one.verdict().and(other.verdict()) == one.verdict() ? one : other;
    }
    return one.entropy() <= other.entropy() ? one : other;
  }

  private static int[] first(int size) {
    return IntStream.range(0, Math.min(WHOLE, size)).toArray();
  }

  private static Reading reading(
      Subject subject, Split split, String name, String words, double pass, int[] samples) {
    Probe probe = subject.probe(split);
    Matrix labels = probe.labels(samples);
    Map<Double, Integer> counts = new TreeMap<>();
    for (double label : labels.row(0)) {
      counts.merge(label, 1, Integer::sum);
    }
    return new Reading(name, words, counts, pass);
  }
}
