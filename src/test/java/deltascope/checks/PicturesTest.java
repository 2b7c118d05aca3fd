package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.Init;
import deltascope.network.Probe;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pictures that findings bring show what the finding's sentence says. */
class PicturesTest {
  private static <T extends Picture> List<T> pictures(Finding finding, Class<T> kind) {
    return finding.pictures().stream().map(kind::cast).toList();
  }

  @Test
  void aHistogramPutsEveryValueIntoItsBin() {
    double[] values = {-1, -0.51, -0.5, 0, 0.49, 0.99, 1, 7, Double.NaN, -9};
    Picture.Histogram four = Picture.Histogram.of("t", "x", -1, 1, 4, values, -0.9, 0.9);
    assertEquals(List.of(0.3, 0.1, 0.2, 0.3), rounded(four.shares()));
  }

  private static List<Double> rounded(List<Double> shares) {
    return shares.stream().map(share -> Math.round(share * 1e9) / 1e9).toList();
  }

  @Test
  void theLabelsAreThoseOfTheData() {
    Finding finding = Programs.find(new LabelHistogram(), Programs.RIGHT);
    Picture.Bars test = pictures(finding, Picture.Bars.class).get(1);
    Digits digits = Programs.DATA.test();
    int size = Math.min(10_000, digits.size());
    for (int k = 0; k < 10; k++) {
      int digit = k;
      long count = IntStream.range(0, size).filter(i -> digits.label(i) == digit).count();
      assertEquals((double) count / size, test.bars().get(k).share(), 1e-12);
      assertEquals(Integer.toString(k), test.bars().get(k).name());
    }
  }

  @Test
  void predictionsAddUpToOneBesideTheSharesOfTheTest() {
    Finding finding = Programs.find(new OneClassFingerprint(), Programs.RIGHT);
    Picture.Bars bars = pictures(finding, Picture.Bars.class).get(0);
    double shares = bars.bars().stream().mapToDouble(Picture.Bar::share).sum();
    double marks = bars.bars().stream().mapToDouble(Picture.Bar::mark).sum();
    assertEquals(1, shares, 1e-9);
    assertEquals(1, marks, 1e-9);
    double most = bars.bars().stream().mapToDouble(Picture.Bar::share).max().orElseThrow();
    assertEquals(finding.value(), most);
  }

  @Test
  void activationsAndSlopesAreThoseOfTheForwardPass() {
    Subject subject =
        Programs.subject(
            "49-12-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            Init.NORMAL,
            0,
            Programs.RIGHT);
    Finding finding = new Saturation().run(subject);
    List<Picture.Histogram> both = pictures(finding, Picture.Histogram.class);
    Probe probe = subject.probe(Split.TRAIN);
    Memory memory =
        probe.forward(
            subject.memory(),
            IntStream.range(0, Math.min(1_000, Programs.DATA.train().size())).toArray());
    double[] a = memory.get(Quantity.A.of(1)).rowMajor();
    double low = IntStream.range(0, a.length).filter(i -> a[i] < -0.95).count();
    assertEquals(low / a.length, both.get(0).shares().get(0), 1e-9);
    double steep = IntStream.range(0, a.length).filter(i -> 1 - a[i] * a[i] >= 0.975).count();
    assertEquals(steep / a.length, both.get(1).shares().get(39), 1e-9);
  }

  @Test
  void aReluThatNeverWakesStandsInTheFirstBin() {
    Subject subject =
        Programs.subject(
            "49-12-10",
            Activation.RELU,
            Activation.LINEAR,
            Cost.SQUARED_ERROR,
            Init.ZEROS,
            0,
            Programs.RIGHT);
    Picture.Histogram awake =
        pictures(new DeadUnits().run(subject), Picture.Histogram.class).get(0);
    assertEquals(1, awake.shares().get(0), 1e-12);
  }

  @Test
  void aScaleHoldsThePartsThemselves() {
    for (Check check : List.of(new GradientCheck(), new UpdateRatio())) {
      Finding finding = Programs.find(check, Programs.RIGHT);
      assertEquals(finding.tensors(), pictures(finding, Picture.Scale.class).get(0).points());
    }
    Finding norms = Programs.find(new ErrorNorms(), Programs.RIGHT);
    List<Finding.Part> ratios = pictures(norms, Picture.Scale.class).get(0).points();
    assertEquals(norms.value(), ratios.get(0).value());
    assertEquals(1, ratios.get(ratios.size() - 1).value());
  }

  @Test
  void everyCheckIsSeenAtAStepOfTheWalk() {
    for (Check check : Checks.checks()) {
      assertTrue(check.where().phase() != null, check.id());
    }
  }
}
