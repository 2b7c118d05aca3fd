package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Applied;
import deltascope.algebra.Expr;
import deltascope.algebra.Filled;
import deltascope.algebra.Numeral;
import deltascope.algebra.OneHot;
import deltascope.algebra.Quantity;
import deltascope.algebra.Statement;
import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Init;
import deltascope.network.Layer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checks of what training does, and of the activations that it works on. */
class TrainingChecksTest {
  private static final OneClassFingerprint ONE = new OneClassFingerprint();
  private static final PlateauFingerprint PLATEAU = new PlateauFingerprint();
  private static final OverfitAFew OVERFIT = new OverfitAFew();
  private static final Saturation SATURATION = new Saturation();
  private static final DeadUnits DEAD = new DeadUnits();
  private static final ErrorNorms NORMS = new ErrorNorms();

  /** Outputs of one value each, whatever comes in. */
  private static UnaryOperator<Equations> outputs(double first, double rest) {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Statement activation(Layer l) {
            Statement line = right.activation(l);
            if (!l.last()) {
              return line;
            }
            Applied one =
                new Applied(
                    new OneHot(10, first, rest), Quantity.LABEL.of(0).minus(Quantity.LABEL.of(0)));
            return line.with(one);
          }
        };
  }

  private static Subject tanh(UnaryOperator<Equations> bug) {
    return Programs.subject(bug);
  }

  /** With 1,000 test digits, 100 of each: 4, 36, 10, 8 (1 − 0.1) and 40 · 0.1 · 0.9. */
  @Test
  void degenerateOutputsAreNamedWithTheirExactCost() {
    assertPlateau(-1, -1, 4, "all −1");
    assertPlateau(1, 1, 36, "all 1");
    assertPlateau(0, 0, 10, "all 0");
    assertPlateau(1, -1, 7.2, "always “0”");
    assertPlateau(-0.8, -0.8, 3.6, "the mean target");
  }

  private static void assertPlateau(double first, double rest, double cost, String name) {
    Finding found = PLATEAU.run(tanh(outputs(first, rest)));
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(cost, found.value(), 1e-9);
    assertTrue(found.detail().endsWith("of outputs that are " + name + "."), found.detail());
    assertEquals(cost, Programs.part(found, name).value(), 1e-9);
    assertEquals(Verdict.FAIL, Programs.part(found, name).verdict());
  }

  @Test
  void aCostThatIsNoNumberIsAPlateauToo() {
    Finding found = PLATEAU.run(tanh(outputs(Double.NaN, 0)));
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.detail().endsWith("is NaN."), found.detail());
    Finding one = ONE.run(tanh(outputs(Double.NaN, 0)));
    assertEquals(Verdict.FAIL, one.verdict());
    assertTrue(one.detail().contains("1000 a NaN"), one.detail());
  }

  @Test
  void oneAnswerToAllIsNamedAndItsTiesCounted() {
    Finding found = ONE.run(tanh(outputs(1, -1)));
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(1, found.value());
    assertEquals(
        "100.0 % of 1000 predictions are “0”, which always answered would be right for 10.0 % of"
            + " the test; 0 have a tie and 0 a NaN among their outputs.",
        found.detail());
    assertTrue(ONE.run(tanh(outputs(0.3, 0.3))).detail().contains("1000 have a tie"));
  }

  @Test
  void thereMustBeAPredictionForEverySample() {
    UnaryOperator<Equations> oneForAll =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement predictedClass(Layer output) {
                Statement line = right.predictedClass(output);
                return line.with(line.value().summedOverSamples());
              }
            };
    Finding found = ONE.run(tanh(oneForAll));
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals("There are 1 predictions for 1000 samples.", found.detail());
  }

  @Test
  void aRightProgramLeavesThePlateauAndAnswersManyDigits() {
    Subject right = tanh(Programs.RIGHT);
    assertEquals(Verdict.PASS, ONE.run(right).verdict());
    assertEquals(Verdict.PASS, PLATEAU.run(right).verdict());
  }

  @Test
  void aTrainedScenarioIsLookedAtAsItIs() {
    Subject trained =
        Programs.subject(
            "16-8-10",
            Activation.TANH,
            Activation.SOFTMAX,
            Cost.CROSS_ENTROPY,
            Init.XAVIER,
            2,
            Programs.few(400),
            Programs.RIGHT);
    Finding learned = ONE.run(trained);
    assertEquals(Verdict.PASS, learned.verdict());
    Subject zeros =
        Programs.subject(
            "16-8-10",
            Activation.TANH,
            Activation.SOFTMAX,
            Cost.CROSS_ENTROPY,
            Init.XAVIER,
            1,
            Programs.few(400),
            Programs.ALL_ZEROS);
    Finding collapsed = ONE.run(zeros);
    assertEquals(1, collapsed.value());
    assertTrue(collapsed.detail().contains("“0”"), collapsed.detail());
  }

  @Test
  void twoSigmoidLayersAreGivenTime() {
    Subject deep =
        Programs.subject(
            "49-8-8-10",
            Activation.SIGMOID,
            Activation.SIGMOID,
            Cost.SQUARED_ERROR,
            Programs.RIGHT);
    assertTrue(!ONE.run(deep).verdict().notices());
    Subject stuck =
        Programs.subject(
            "49-8-10", Activation.SIGMOID, Activation.SIGMOID, Cost.SQUARED_ERROR, outputs(1, 0));
    assertEquals(Verdict.FAIL, ONE.run(stuck).verdict());
  }

  @Test
  void twentySamplesAreLearnedByARightProgramAlone() {
    Finding right = OVERFIT.run(tanh(Programs.RIGHT));
    assertEquals(Verdict.PASS, right.verdict());
    assertTrue(right.detail().contains("20 of 20 samples are right"), right.detail());
    for (UnaryOperator<Equations> bug :
        List.of(Programs.SIGN_TURNED, Programs.ASCENT, Programs.constant(0.01))) {
      assertEquals(Verdict.FAIL, OVERFIT.run(tanh(bug)).verdict());
    }
  }

  @Test
  void wrongLabelsAreLearnedByHeartAsWell() {
    UnaryOperator<Equations> nines = Programs.labels(label -> new Numeral(9).minus(label));
    assertEquals(Verdict.PASS, OVERFIT.run(tanh(nines)).verdict());
  }

  @Test
  void saturationCountsBothEndsOfBothFunctions() {
    assertEquals(0, SATURATION.run(tanh(Programs.RIGHT)).value(), 0.01);
    assertEquals(1, hidden(Activation.TANH, -1).value());
    assertEquals(1, hidden(Activation.TANH, 0.995).value());
    assertEquals(0, hidden(Activation.TANH, 0.985).value());
    assertEquals(1, hidden(Activation.SIGMOID, 0.005).value());
    assertEquals(0, hidden(Activation.SIGMOID, 0.5).value());
    assertEquals(Verdict.FAIL, hidden(Activation.TANH, 1).verdict());
    assertEquals(Verdict.INCONCLUSIVE, hidden(Activation.RELU, 1).verdict());
  }

  private static Finding hidden(Activation activation, double value) {
    return SATURATION.run(
        Programs.subject(
            "16-4-10", activation, Activation.TANH, Cost.SQUARED_ERROR, hiddenAt(value)));
  }

  /** Hidden activations of one value, whatever comes in. */
  private static UnaryOperator<Equations> hiddenAt(double value) {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Statement activation(Layer l) {
            Statement line = right.activation(l);
            return l.last()
                ? line
                : line.with(l.z().minus(l.z()).plus(new Applied(new Filled(l.units(), 1, value))));
          }
        };
  }

  @Test
  void unitsThatAreNoughtForAllAreDead() {
    UnaryOperator<Equations> sunk =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement initialBiases(Layer l) {
                return l.biases().is(new Applied(new Filled(l.units(), 1, l.last() ? 0 : -100)));
              }
            };
    Subject dead =
        Programs.subject("16-4-10", Activation.RELU, Activation.TANH, Cost.SQUARED_ERROR, sunk);
    Finding found = DEAD.run(dead);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals("4 of the 4 units of layer 1 are 0 for all of 1000 samples.", found.detail());
    Subject alive =
        Programs.subject(
            "49-12-10", Activation.RELU, Activation.TANH, Cost.SQUARED_ERROR, Programs.RIGHT);
    assertEquals(Verdict.PASS, DEAD.run(alive).verdict());
    assertEquals(Verdict.INCONCLUSIVE, DEAD.run(tanh(Programs.RIGHT)).verdict());
  }

  @Test
  void anErrorThatVanishesOrExplodesIsSeen() {
    assertEquals(Verdict.PASS, NORMS.run(tanh(Programs.RIGHT)).verdict());
    Finding vanished = NORMS.run(tanh(Programs.constant(0)));
    assertEquals(Verdict.FAIL, vanished.verdict());
    assertEquals(0, vanished.value());
    UnaryOperator<Equations> loud =
        right ->
            new EquationsWrapper(right) {
              @Override
              public Statement hiddenError(Layer l, Expr slope) {
                Statement line = right.hiddenError(l, slope);
                return line.with(new Numeral(1000).scaling(line.value()));
              }
            };
    Finding exploded = NORMS.run(tanh(loud));
    assertEquals(Verdict.FAIL, exploded.verdict());
    assertEquals(1000 * NORMS.run(tanh(Programs.RIGHT)).value(), exploded.value(), 1e-9);
    Subject shallow =
        Programs.subject(
            "16-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, Programs.RIGHT);
    assertEquals(Verdict.INCONCLUSIVE, NORMS.run(shallow).verdict());
  }
}
