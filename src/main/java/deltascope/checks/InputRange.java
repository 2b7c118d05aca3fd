package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Probe;
import java.util.Arrays;
import java.util.List;

/**
 * Least, greatest and mean value of the inputs x = a⁰ over 100 samples of each split, as the
 * program makes them from pixels.
 *
 * <p>Fails where an input lies outside −1…1 or is no number, and where training and test differ:
 * means of |x| more than a factor 1.5 apart. Warns where they are lost in the other direction: mean
 * |x| under 0.03, when digits have about 0.13 (pixels divided twice, or by whole numbers, so that
 * only full ink survives). Its number is the largest |x|.
 */
@AutoService(Check.class)
public final class InputRange implements Check {
  private static final int SAMPLES = 100;
  private static final double MOST = 1;
  private static final double FAINT = 0.03;
  private static final double ALIKE = 1.5;

  @Override
  public String id() {
    return "input-range";
  }

  @Override
  public String title() {
    return "Range of the inputs";
  }

  @Override
  public String says() {
    return "Looks at the numbers that enter the first layer, in training and in the test: inside"
        + " −1…1, alike, and not all but 0. It sees scaling, and not whether the pictures belong to"
        + " their labels.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.INPUT;
  }

  /** What the inputs of one split look like. */
  private record Range(double min, double max, double mean, double size) {
    static Range of(Matrix x) {
      return new Range(
          x.min(),
          x.max(),
          Arrays.stream(x.rowMajor()).sum() / x.size(),
          Arrays.stream(x.rowMajor()).map(Math::abs).sum() / x.size());
    }

    double most() {
      return Math.max(Math.abs(min), Math.abs(max));
    }

    Verdict verdict() {
      return !(most() <= MOST) ? Verdict.FAIL : size < FAINT ? Verdict.WARN : Verdict.PASS;
    }

    String words(String split) {
      return "%s %s…%s with mean %s"
          .formatted(split, Said.number(min), Said.number(max), Said.number(mean));
    }
  }

  @Override
  public Finding run(Subject subject) {
    Range train = range(subject, Split.TRAIN);
    Range test = range(subject, Split.TEST);
    double apart = Math.max(train.size(), test.size()) / Math.min(train.size(), test.size());
    boolean alike = apart <= ALIKE || train.size() == test.size();
    Verdict verdict = train.verdict().and(test.verdict()).and(alike ? Verdict.PASS : Verdict.FAIL);
    double most = Math.max(train.most(), test.most());
    return new Finding(
        verdict,
        most,
        MOST,
        "Inputs are in "
            + train.words("training")
            + ", in "
            + test.words("the test")
            + (alike ? "." : ": the two differ by a factor " + Said.number(apart) + "."),
        List.of(
            new Finding.Part("train", train.mean(), train.verdict()),
            new Finding.Part("test", test.mean(), test.verdict())));
  }

  private static Range range(Subject subject, Split split) {
    Probe probe = subject.probe(split);
    int[] samples = Arrays.stream(subject.many(split)).limit(SAMPLES).toArray();
    Memory memory = probe.inputs(subject.memory(), samples);
    return Range.of(memory.get(Quantity.A.of(0)));
  }
}
