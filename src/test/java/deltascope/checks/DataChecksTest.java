package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Init;
import deltascope.network.Layer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checks of what goes in and of how a network begins. */
class DataChecksTest {
  private static final LabelHistogram LABELS = new LabelHistogram();
  private static final InputRange RANGE = new InputRange();
  private static final SymmetricUnits TWINS = new SymmetricUnits();
  private static final InitialCost COST = new InitialCost();

  @Test
  void labelsThatBecameOneClassHaveNoEntropy() {
    Finding found = Programs.find(LABELS, Programs.ALL_ZEROS);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(0, found.value());
    assertEquals(1, Programs.part(found, "test").value(), 1e-3);
    assertTrue(found.detail().contains("the commonest is “0” with 100.0 %"), found.detail());
  }

  @Test
  void sortedLabelsAreSeenAsTheyComeAndNotAsAWhole() {
    Finding found = Programs.find(LABELS, Programs.SORTED);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(Verdict.PASS, Programs.part(found, "train").verdict());
    assertEquals(0, Programs.part(found, "first read").value());
  }

  @Test
  void aLabelThatIsNoDigitFails() {
    Finding found = Programs.find(LABELS, Programs.labels(label -> label.plus(new Numeral(0.5))));
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(1, Programs.part(found, "train").value(), 1e-3);
  }

  @Test
  void labelsInEqualSharesPassEvenIfTheyAreOthers() {
    UnaryOperator<Equations> shifted =
        right ->
            new EquationsWrapper(right) {
              @Override
              public int labelFor(Digits digits, Split split, int sample) {
                return digits.size() - 1 - sample;
              }
            };
    assertEquals(Verdict.PASS, Programs.find(LABELS, shifted).verdict());
    assertEquals(Verdict.PASS, Programs.find(LABELS, Programs.RIGHT).verdict());
  }

  /** 5, 3 and 2 samples of three classes: 0.4472 of ten classes' entropy, worked by hand. */
  @Test
  void theEntropyIsTheOneWorkedByHand() {
    byte[] labels = {0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
    Digits digits = Digits.of(new byte[10 * Digits.PIXELS], labels);
    Dataset dataset = new Dataset("three", "Three classes", () -> digits, () -> digits);
    Finding found =
        LABELS.run(
            Programs.subject(
                "16-4-10",
                Activation.TANH,
                Activation.TANH,
                Cost.SQUARED_ERROR,
                Init.XAVIER,
                0,
                dataset,
                Programs.RIGHT));
    assertEquals(0.447173, found.value(), 1e-6);
    assertEquals(Verdict.FAIL, found.verdict());
  }

  @Test
  void inputsOutsideTheirRangeFail() {
    Finding found = Programs.find(RANGE, Programs.inputs(255, Split.TRAIN, Split.TEST));
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.value() > 200, found.toString());
  }

  @Test
  void inputsThatAreAllButNoughtWarn() {
    Finding found = Programs.find(RANGE, Programs.inputs(1.0 / 255, Split.TRAIN, Split.TEST));
    assertEquals(Verdict.WARN, found.verdict());
  }

  @Test
  void aTestThatIsScaledAlikeOrOtherwise() {
    Finding found = Programs.find(RANGE, Programs.inputs(0.5, Split.TEST));
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.detail().contains("the two differ by a factor"), found.detail());
    Finding alike = Programs.find(RANGE, Programs.inputs(0.5, Split.TEST, Split.TRAIN));
    assertEquals(Verdict.PASS, alike.verdict());
    assertEquals(Verdict.PASS, Programs.find(RANGE, Programs.RIGHT).verdict());
  }

  @Test
  void twinsAreCounted() {
    Finding found = Programs.find(TWINS, Programs.constant(0.01));
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(1, Programs.part(found, "W1").value());
    assertEquals("W¹ has 1 different rows for 12 units.", found.detail());
    assertEquals(Verdict.PASS, Programs.find(TWINS, Programs.RIGHT).verdict());
  }

  @Test
  void outputUnitsMayBeginAlike() {
    Subject shallow =
        Programs.subject(
            "16-10",
            Activation.TANH,
            Activation.SOFTMAX,
            Cost.CROSS_ENTROPY,
            Init.ZEROS,
            0,
            Programs.RIGHT);
    assertEquals(Verdict.INCONCLUSIVE, TWINS.run(shallow).verdict());
  }

  @Test
  void aNetworkOfNoughtsCostsWhatIsPredictedToTheDigit() {
    double[] tanh = cost(Activation.TANH, Cost.SQUARED_ERROR);
    assertEquals(1, tanh[0], 1e-12);
    assertEquals(1, cost(Activation.SIGMOID, Cost.SQUARED_ERROR)[0], 1e-12);
    assertEquals(1, cost(Activation.SIGMOID, Cost.CROSS_ENTROPY)[0], 1e-12);
    assertEquals(1, cost(Activation.SOFTMAX, Cost.HALF_SQUARED_ERROR)[0], 1e-12);
    assertEquals(1, cost(Activation.SOFTMAX, Cost.CROSS_ENTROPY)[0], 1e-12);
    assertEquals(1, cost(Activation.RELU, Cost.SQUARED_ERROR)[0], 1e-12);
  }

  private static double[] cost(Activation output, Cost cost) {
    Subject zeros =
        Programs.subject("16-4-10", Activation.TANH, output, cost, Init.ZEROS, 0, Programs.RIGHT);
    Finding found = COST.run(zeros);
    assertEquals(Verdict.PASS, found.verdict());
    return new double[] {found.value()};
  }

  @Test
  void targetsOutsideTheOutputsRangeShowInTheFirstCost() {
    UnaryOperator<Equations> cold =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement target(Layer output, Expr label) {
                Statement target = right.target(output, label);
                return target.with(Numeral.TWO.scaling(target.value()).minus(Numeral.ONE));
              }
            };
    Subject sigmoid =
        Programs.subject("49-12-10", Activation.TANH, Activation.SIGMOID, Cost.SQUARED_ERROR, cold);
    Finding found = COST.run(sigmoid);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(20.5 / 2.5, found.value(), 1.5);
  }

  @Test
  void aCostWithAFactorThreeWarns() {
    UnaryOperator<Equations> three =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement cost(Layer output) {
                Statement cost = right.cost(output);
                return cost.with(new Numeral(3).scaling(cost.value()));
              }
            };
    Finding found = Programs.find(COST, three);
    assertEquals(Verdict.WARN, found.verdict());
    assertEquals(3, found.value(), 0.3);
  }
}
