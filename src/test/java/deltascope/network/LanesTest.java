package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Digits DIGITS = Some.digits(8, 2);

  private static Trace trace(UnaryOperator<Equations> bug) {
    Setup setup =
        Some.setup(
            "16-4-3-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            1,
            4,
            List.of(new Variation("bug", bug)));
    return Some.walk(setup, DIGITS).trace(0);
  }

  private static final Trace TEXTBOOK = trace(right -> right);

  /** The textbook's pass beside one that makes something else of the line of δ below. */
  private static Lanes withHiddenError(BiFunction<Layer, Statement, Statement> bug) {
    return Lanes.of(
        TEXTBOOK,
        trace(
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public Statement hiddenError(Layer l, Expr slope) {
                    return bug.apply(l, right.hiddenError(l, slope));
                  }
                }));
  }

  @Test
  void aTraceBesideItselfDiffersNowhere() {
    Lanes lanes = Lanes.of(TEXTBOOK, trace(right -> right));
    assertEquals(TEXTBOOK.steps().size(), lanes.pairs().size());
    assertTrue(lanes.firstDifference().isEmpty());
  }

  @Test
  void theDifferenceIsMadeWhereTheBugIsAndOnlyHandedOnAfterwards() {
    Lanes lanes =
        withHiddenError(
            (l, line) -> l.index() == 2 ? line.with(new Numeral(3).scaling(line.value())) : line);
    Lanes.Pair first = lanes.firstDifference().orElseThrow();
    assertEquals(EquationId.HIDDEN_ERROR, first.left().equation());
    assertEquals(2, first.left().layer());
    assertTrue(first.madeHere());
    assertEquals(2.0, first.distance(), 1e-12, "three times as long is two lengths away");
    assertEquals(Map.of(), first.handedOn());
    Lanes.Pair next =
        lanes.pairs().stream()
            .filter(pair -> pair.either().target().name().equals("dW2"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("delta2"), next.handedOn().keySet().stream().map(Ref::name).toList());
    assertEquals(2.0, next.handedOn().values().iterator().next(), 1e-12);
    for (Lanes.Pair pair : lanes.pairs()) {
      if (pair.differs() && pair != first) {
        assertFalse(pair.madeHere(), pair.left().equation() + " of layer " + pair.left().layer());
      }
    }
  }

  @Test
  void whereALaneHasToStopTheRestIsHandedOn() {
    Lanes lanes =
        withHiddenError((l, line) -> l.delta().is(l.weightsAbove().times(l.deltaAbove())));
    Lanes.Pair first = lanes.firstDifference().orElseThrow();
    assertEquals("delta2", first.either().target().name());
    assertTrue(first.madeHere(), "the line that fails");
    assertFalse(first.cut());
    List<Lanes.Pair> rest =
        lanes.pairs().subList(lanes.pairs().indexOf(first) + 1, lanes.pairs().size());
    assertEquals(11, rest.size(), "two gradients, an error, two more, and six sums");
    for (Lanes.Pair pair : rest) {
      assertNull(pair.right());
      assertTrue(pair.cut() && pair.differs() && !pair.madeHere());
    }
  }

  @Test
  void whatIsReadDifferentlyIsMadeWhereItIsRead() {
    Trace read =
        trace(
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public int labelFor(Digits digits, Split split, int sample) {
                    return sample + 1;
                  }
                });
    Lanes.Pair first = Lanes.of(TEXTBOOK, read).firstDifference().orElseThrow();
    assertEquals(EquationId.TARGET, first.either().equation());
    assertTrue(first.madeHere());
  }

  /** The zeros differ because the sums went into them under another name: no step says so. */
  @Test
  void whatNoStepSetsIsMadeWhereItIsFirstRead() {
    Setup setup =
        Some.setup(
            "16-4-3-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            1,
            4,
            List.of(Catalogue.variation("shared-buffer")));
    Setup textbook =
        Some.setup("16-4-3-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, 1, 4);
    Lanes lanes = Lanes.of(Some.walk(textbook, DIGITS).trace(3), Some.walk(setup, DIGITS).trace(3));
    Lanes.Pair first = lanes.firstDifference().orElseThrow();
    assertEquals(EquationId.RESET_WEIGHTS, first.either().equation());
    assertEquals(List.of("zeroW1"), first.handedOn().keySet().stream().map(Ref::name).toList());
    assertTrue(first.madeHere());
  }

  @Test
  void aStepThatOnlyOneLaneHasStandsAlone() {
    Lanes lanes =
        Lanes.of(
            TEXTBOOK,
            trace(
                right ->
                    new EquationsWrapper(right) {
                      @Override
                      public List<Call> schedule(Architecture net, boolean batchEnds) {
                        List<Call> calls = new ArrayList<>(right.schedule(net, batchEnds));
                        calls.add(3, calls.get(2));
                        calls.removeIf(call -> call.equation() == EquationId.COST);
                        return calls;
                      }
                    }));
    List<Lanes.Pair> alone =
        lanes.pairs().stream().filter(pair -> pair.left() == null || pair.right() == null).toList();
    assertEquals(2, alone.size());
    assertNull(alone.get(0).left(), "the second weighted sum");
    assertEquals(EquationId.WEIGHTED_SUM, alone.get(0).right().equation());
    assertNull(alone.get(1).right(), "the cost left out");
    assertTrue(alone.get(1).differs());
    assertEquals(3, lanes.pairs().indexOf(alone.get(0)), "after the step it follows");
    assertEquals(alone.get(1).left(), alone.get(1).either());
    assertEquals(3, lanes.ofRightStep(3), "the second weighted sum is the right lane's step 3");
    assertEquals(4, lanes.ofRightStep(4));
    assertEquals(lanes.pairs().size() - 1, lanes.ofRightStep(999));
  }
}
