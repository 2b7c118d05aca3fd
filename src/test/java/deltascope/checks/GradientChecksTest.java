package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.algebra.Numeral;
import deltascope.algebra.Quantity;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.Architecture;
import deltascope.network.Call;
import deltascope.network.Cost;
import deltascope.network.CostSlope;
import deltascope.network.EquationsWrapper;
import deltascope.network.Init;
import deltascope.network.Layer;
import deltascope.network.Probe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks that hold a gradient against the measured slope of the cost. */
class GradientChecksTest {
  private static final GradientCheck CHECK = new GradientCheck();
  private static final GradientSlope SLOPE = new GradientSlope();
  private static final TinyStep STEP = new TinyStep();

  @Test
  void aTurnedSignIsASlopeOfMinusOne() {
    Finding check = Programs.find(CHECK, Programs.SIGN_TURNED);
    assertEquals(Verdict.FAIL, check.verdict());
    assertEquals(1, check.value(), 1e-9);
    assertEquals(4, check.tensors().size());
    check.tensors().forEach(part -> assertEquals(Verdict.FAIL, part.verdict()));
    Finding slope = Programs.find(SLOPE, Programs.SIGN_TURNED);
    assertEquals(Verdict.FAIL, slope.verdict());
    assertEquals(-1, slope.value(), 1e-6);
    assertTrue(slope.detail().contains("the sign is turned"), slope.detail());
    Finding step = Programs.find(STEP, Programs.SIGN_TURNED);
    assertEquals(Verdict.FAIL, step.verdict());
    assertEquals(-1, step.value(), 0.05);
  }

  @Test
  void twoTurnedSignsGoUnnoticedByTheStepAlone() {
    Subject both =
        Programs.subject(right -> Programs.ASCENT.apply(Programs.SIGN_TURNED.apply(right)));
    assertEquals(Verdict.PASS, STEP.run(both).verdict());
    assertEquals(Verdict.PASS, SLOPE.run(both).verdict());
    assertEquals(Verdict.FAIL, CHECK.run(both).verdict());
  }

  @Test
  void aMissingFactorTwoIsNamed() {
    assertEquals(1.0 / 3, Programs.find(CHECK, Programs.HALVED).value(), 1e-8);
    Finding slope = Programs.find(SLOPE, Programs.HALVED);
    assertEquals(Verdict.WARN, slope.verdict());
    assertEquals(0.5, slope.value(), 1e-6);
    assertTrue(slope.detail().contains("a factor two is missing"), slope.detail());
    assertEquals(2, Programs.find(STEP, Programs.HALVED).value(), 0.05);
  }

  @Test
  void aMissingSlopeIsSeenInTheLayerThatLacksIt() {
    Finding check = Programs.find(CHECK, Programs.SLOPE_MISSING);
    assertEquals(Verdict.FAIL, check.verdict());
    assertEquals(Verdict.FAIL, Programs.part(check, "dW1").verdict());
    assertEquals(Verdict.FAIL, Programs.part(check, "db1").verdict());
    assertEquals(Verdict.PASS, Programs.part(check, "dW2").verdict());
    assertEquals(Verdict.PASS, Programs.part(check, "db2").verdict());
    assertTrue(check.detail().matches("∇[Wb]¹ is off the measured slope.*"), check.detail());
  }

  @Test
  void whatHappensToTheSumIsSeenByTheSlopeAndNotByTheGradient() {
    assertEquals(Verdict.PASS, Programs.find(CHECK, Programs.SUMMED).verdict());
    Finding summed = Programs.find(SLOPE, Programs.SUMMED);
    assertEquals(4, summed.value(), 1e-6);
    assertTrue(summed.detail().contains("not divided by m = 4"), summed.detail());
    assertEquals(8, Programs.find(STEP, Programs.SUMMED).value(), 0.1);
    assertEquals(30, Programs.find(SLOPE, Programs.THIRTY).value(), 1e-4);
    assertEquals(Verdict.WARN, Programs.find(SLOPE, Programs.THIRTY).verdict());
    assertEquals(-1, Programs.find(SLOPE, Programs.ASCENT).value(), 1e-6);
    assertEquals(Verdict.PASS, Programs.find(CHECK, Programs.ASCENT).verdict());
  }

  @Test
  void aFrozenLayerHasAScaleOfNought() {
    Finding slope = Programs.find(SLOPE, Programs.FIRST_FROZEN);
    assertEquals(Verdict.FAIL, slope.verdict());
    assertEquals(0, slope.value());
    assertTrue(slope.detail().contains("never updated"), slope.detail());
    assertEquals(Verdict.PASS, Programs.part(slope, "dW2").verdict());
    assertEquals(Verdict.PASS, Programs.find(CHECK, Programs.FIRST_FROZEN).verdict());
  }

  @Test
  void anUpdateWhereTheCostHasNoSlopeIsWrong() {
    Subject unused =
        Programs.subject(
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public Statement weightedSum(Layer l) {
                    return l.z().is(l.weights().times(l.aBelow()));
                  }
                });
    Finding slope = SLOPE.run(unused);
    assertEquals(Verdict.FAIL, slope.verdict());
    assertEquals(Verdict.FAIL, Programs.part(slope, "db1").verdict());
    assertEquals(Verdict.PASS, Programs.part(slope, "dW1").verdict());
    Finding check = CHECK.run(unused);
    assertEquals(Verdict.FAIL, check.verdict());
    assertEquals(1, check.value());
  }

  @Test
  void oneSampleOfTheBatchIsNotItsSum() {
    Finding check = Programs.find(CHECK, Programs.LAST_ONLY);
    assertEquals(Verdict.FAIL, Programs.part(check, "dW1").verdict());
    assertEquals(Verdict.PASS, Programs.part(check, "db1").verdict());
    assertEquals(Verdict.FAIL, Programs.find(SLOPE, Programs.LAST_ONLY).verdict());
  }

  @Test
  void weightsUpdatedOnTheWayDownSpoilTheGradientBelow() {
    Subject eager =
        Programs.subject(
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public List<Call> schedule(Architecture net, boolean batchEnds) {
                    return Eager.schedule(right.schedule(net, batchEnds));
                  }
                });
    Finding check = CHECK.run(eager);
    assertEquals(Verdict.FAIL, Programs.part(check, "dW1").verdict());
    assertEquals(Verdict.PASS, Programs.part(check, "dW2").verdict());
  }

  @Test
  void noughtEqualToNoughtProvesNothing() {
    Subject zeros =
        Programs.subject(
            "49-12-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            Init.ZEROS,
            0,
            Programs.RIGHT);
    Finding check = CHECK.run(zeros);
    assertEquals(Verdict.INCONCLUSIVE, check.verdict());
    assertEquals(Verdict.INCONCLUSIVE, Programs.part(check, "dW1").verdict());
    assertEquals(Verdict.PASS, Programs.part(check, "db2").verdict());
    Finding slope = SLOPE.run(zeros);
    assertEquals(Verdict.INCONCLUSIVE, Programs.part(slope, "dW1").verdict());
    assertEquals(Verdict.PASS, Programs.part(slope, "db2").verdict());
  }

  @Test
  void aCostThatIsNoNumberFails() {
    Subject infinite =
        Programs.subject(
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public Statement cost(Layer output) {
                    Statement cost = right.cost(output);
                    return cost.with(new Numeral(Double.NaN).scaling(cost.value()));
                  }
                });
    assertEquals(Verdict.FAIL, CHECK.run(infinite).verdict());
    assertEquals(Verdict.FAIL, STEP.run(infinite).verdict());
  }

  /** For z = W a alone the slope of Σ (W a − y)² along W is 2 (W a − y) aᵀ: no program needed. */
  @Test
  void theMeasuredSlopeIsTheOneWorkedByHand() {
    Subject subject =
        Programs.subject(
            "16-10", Activation.LINEAR, Activation.LINEAR, Cost.SQUARED_ERROR, Programs.RIGHT);
    Probe probe = subject.probe(Split.TRAIN);
    Memory state = subject.memory();
    CostSlope slope = new CostSlope(probe, subject.setup(), state, 1e-5, 5, 11);
    Matrix w = state.get(Quantity.W.of(1));
    Memory forward = slope.forwarded();
    Matrix a = forward.get(Quantity.A.of(0));
    Matrix expected =
        w.times(a).minus(forward.get(Quantity.Y.of(0))).scaled(2).times(a.transposed());
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 16; j++) {
        double measured = slope.along(Quantity.W.of(1), List.of(new int[] {i, j}))[0];
        assertEquals(expected.at(i, j), measured, 1e-8);
      }
    }
    assertTrue(w.sameValues(state.get(Quantity.W.of(1))));
  }

  @Test
  void thereIsNoSlopeAtAKink() {
    Subject dead =
        Programs.subject(
            "16-4-10",
            Activation.RELU,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            Init.ZEROS,
            0,
            Programs.RIGHT);
    CostSlope slope =
        new CostSlope(dead.probe(Split.TRAIN), dead.setup(), dead.memory(), 1e-5, 0, 1);
    assertTrue(Double.isNaN(slope.along(Quantity.B.of(1), List.of(new int[] {2, 0}))[0]));
    assertEquals(Verdict.INCONCLUSIVE, CHECK.run(dead).verdict());
  }

  @Test
  void theMapOfALayerShowsWhereTheGradientIsWrong() {
    Subject broken = Programs.subject(Programs.SLOPE_MISSING);
    Matrix first = GradientCheck.heatMap(broken, broken.setup().net().layer(1));
    Matrix second = GradientCheck.heatMap(broken, broken.setup().net().layer(2));
    assertEquals("12 × 49", first.shape());
    double[] wrong = finite(first);
    assertTrue(wrong.length > 100);
    assertTrue(max(wrong) > -1.5, "" + max(wrong));
    assertTrue(max(finite(second)) < -5, "" + max(finite(second)));
    Subject right = Programs.subject(Programs.RIGHT);
    double worst = max(finite(GradientCheck.heatMap(right, right.setup().net().layer(1))));
    assertTrue(worst < -5, "" + worst);
    assertTrue(Double.isNaN(first.at(0, 0)), "a corner pixel has no ink");
  }

  private static double[] finite(Matrix map) {
    return Arrays.stream(map.rowMajor()).filter(Double::isFinite).toArray();
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
