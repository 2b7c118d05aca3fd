package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The share of the commonest prediction over 1,000 test samples; it fails above a half, for no
 * digit is that frequent. The finding says what accuracy such a constant predictor gets, the share
 * of its class in the whole test set, and how many samples had no single largest output: ties, and
 * NaNs. More or fewer predictions than samples fail without a count.
 *
 * <p>A scenario without training is trained first, for one short epoch of 2,000 samples in batches
 * of twenty at a rate that suits activations and cost ({@link Pace}), so that it is the program
 * that is looked at and not the rate. Two or more sigmoid layers below the output have slopes so
 * small that this is too short for them however right they are: then one class proves nothing yet.
 */
@AutoService(Check.class)
public final class OneClassFingerprint implements Check {
  private static final double FAIL = 0.5;

  @Override
  public String id() {
    return "one-class-fingerprint";
  }

  @Override
  public String title() {
    return "Always one class";
  }

  @Override
  public String says() {
    return "Counts how often each digit is predicted after training: an accuracy such as 9.80 or"
        + " 11.35 may be the share of one digit that is always answered. It sees collapse, whatever"
        + " its cause, and no bug that leaves several answers alive.";
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
    Probe probe = subject.probe(Split.TEST);
    Memory exam = subject.exam();
    Layer output = subject.setup().net().output();
    Matrix outputs = exam.get(output.a());
    Matrix predicted = probe.predicted(exam);
    if (predicted.cols() != outputs.cols()) {
      return Finding.of(
          Verdict.FAIL,
          Double.NaN,
          FAIL,
          "There are %d predictions for %d samples.".formatted(predicted.cols(), outputs.cols()));
    }
    int[] counts = new int[output.units()];
    for (double digit : predicted.row(0)) {
      if (digit >= 0 && digit < counts.length) {
        counts[(int) digit]++;
      }
    }
    int commonest = 0;
    for (int k = 1; k < counts.length; k++) {
      commonest = counts[k] > counts[commonest] ? k : commonest;
    }
    double share = (double) counts[commonest] / outputs.cols();
    Verdict verdict =
        !oneClass(share)
            ? Verdict.PASS
            : subject.needsLonger() && finite(outputs) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
    String detail =
        ("%s of %d predictions are “%d”, which always answered would be right for %s of the test;"
                + " %d have a tie and %d a NaN among their outputs.")
            .formatted(
                Said.percent(share),
                outputs.cols(),
                commonest,
                Said.percent(shareOf(commonest, subject.dataset().test())),
                ties(outputs),
                nans(outputs));
    List<Finding.Part> parts = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      double part = (double) counts[k] / outputs.cols();
      parts.add(new Finding.Part(Integer.toString(k), part, part > FAIL ? verdict : Verdict.PASS));
    }
    return new Finding(verdict, share, FAIL, detail, parts)
        .showing(List.of(picture(parts, subject.dataset().test())));
  }

  private static Picture picture(List<Finding.Part> shares, Digits test) {
    List<Picture.Bar> bars = new ArrayList<>();
    for (int k = 0; k < shares.size(); k++) {
      Finding.Part part = shares.get(k);
      bars.add(new Picture.Bar(part.name(), part.value(), shareOf(k, test)));
    }
    return new Picture.Bars(
        "How often each digit is predicted",
        "digit",
        bars,
        "stroke: the accuracy of always saying that digit, its share of the test",
        FAIL);
  }

  private static double shareOf(int digit, Digits test) {
    return shareOf(digit, test, IntStream.range(0, test.size()).toArray());
  }

  /** A digit's share of these samples: the accuracy of always saying it. */
  static double shareOf(int digit, Digits test, int[] which) {
    return IntStream.of(which).filter(i -> test.label(i) == digit).count() / (double) which.length;
  }

  /** Whether so large a share of one prediction is more than any digit's. */
  static boolean oneClass(double share) {
    return share > FAIL;
  }

  static boolean finite(Matrix outputs) {
    return Double.isFinite(outputs.maxAbs());
  }

  private static int ties(Matrix outputs) {
    int ties = 0;
    for (int j = 0; j < outputs.cols(); j++) {
      Matrix column = outputs.columnAt(j);
      double most = column.max();
      int winners = 0;
      for (int k = 0; k < column.rows(); k++) {
        winners += column.at(k, 0) == most ? 1 : 0;
      }
      ties += winners > 1 ? 1 : 0;
    }
    return ties;
  }

  private static int nans(Matrix outputs) {
    int nans = 0;
    for (int j = 0; j < outputs.cols(); j++) {
      nans += Double.isNaN(outputs.columnAt(j).max()) ? 1 : 0;
    }
    return nans;
  }
}
