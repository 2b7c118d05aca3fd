package deltascope.algebra;

import static deltascope.algebra.Written.A;
import static deltascope.algebra.Written.D;
import static deltascope.algebra.Written.DW;
import static deltascope.algebra.Written.MEANING;
import static deltascope.algebra.Written.SUM_W;
import static deltascope.algebra.Written.W;
import static deltascope.algebra.Written.Y;
import static deltascope.algebra.Written.line;
import static deltascope.algebra.Written.tanh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What comes with a line: what its names mean, what its listings call, what one sample makes of it.
 */
class LineTest {
  @Test
  void aNameIsDefinedOnceHoweverDeepItStands() {
    Expr twice = W.times(tanh(A)).plus(tanh(tanh(Y)));
    assertEquals(List.of(MEANING), line(twice).definitions());
    assertEquals(List.of(), line(W.times(A)).definitions());
    assertEquals(List.of(), line(new Applied(Floor.FLOOR, A)).definitions());
  }

  @Test
  void aListingIsGivenWhatItCallsOnceAndInOrder() {
    Function.Helper tanh = new Function.Helper("def tanh(z): ...", "static Matrix tanh() {}");
    Function.Helper winner = helper(ArgMax.OVER_UNITS);
    Expr winners = new Applied(ArgMax.OVER_UNITS, tanh(A));
    assertEquals(List.of(winner, tanh), line(winners.plus(winners)).helpers());
    assertEquals(List.of(), line(W.times(A)).helpers());
    assertEquals(List.of(), line(new Applied(Floor.FLOOR, A)).helpers());
  }

  private static Function.Helper helper(Function function) {
    return function.helper().orElseThrow();
  }

  @Test
  void aHelperDefinesTheNameThatTheListingCalls() {
    assertEquals("", helper(ArgMax.OVER_UNITS).numpy());
    assertTrue(helper(ArgMax.OVER_UNITS).java().startsWith("static Matrix argMax(Matrix a) {"));
    assertEquals("", helper(new OneHot(10, 1, 0)).numpy());
    assertTrue(
        helper(new OneHot(10, 1, 0))
            .java()
            .startsWith(
                "static Matrix oneHot(Matrix label, int classes, double hot, double cold)"));
    for (Drawn.Shape shape : Drawn.Shape.values()) {
      Function.Helper drawn = helper(new Drawn(2, 3, shape, 1, 1, "weights", 1));
      String name = shape == Drawn.Shape.NORMAL ? "normal" : "uniform";
      assertEquals("rng = np.random.default_rng()", drawn.numpy());
      assertTrue(drawn.java().startsWith("static Matrix " + name + "(int rows, int cols, "));
    }
    assertEquals(Optional.empty(), new Filled(2, 3, 0).helper());
  }

  @Test
  void oneSampleAloneNeedsNoSumOverSamples() {
    Expr mean = Parameter.ETA.scaling(D.times(A.transposed()).summedOverSamples());
    Line alone = new Line(W.is(W.minus(mean)), W.is(mean)).forOneSample();
    Expr single = Parameter.ETA.scaling(D.times(A.transposed()));
    assertEquals(new Line(W.is(W.minus(single)), W.is(single)), alone);
    Line without = line(W.times(A));
    assertEquals(without, without.forOneSample());
    assertEquals(line(Y), line(Y.summedOverSamples().summedOverSamples()).forOneSample());
  }

  @Test
  void aNameThatIsRescaledFirstIsListedOnceAmongTheOperands() {
    Statement adds = SUM_W.adds(DW);
    assertEquals(List.of(SUM_W, DW), adds.afterRescaling(SUM_W, Numeral.TWO).operands());
    assertEquals(List.of(SUM_W, DW, W), adds.afterRescaling(W, Numeral.TWO).operands());
  }

  @Test
  void anyKindOfExpressionTakesOtherParts() {
    assertEquals(new Copied(Y), new Copied(A).withParts(List.of(Y)));
    assertEquals(D.summedOverUnits(), A.summedOverUnits().withParts(List.of(D)));
    assertEquals(D.summedOverSamples(), A.summedOverSamples().withParts(List.of(D)));
    assertEquals(tanh(Y), tanh(A).withParts(List.of(Y)));
    assertEquals(new Named(W, Y), new Named(W, A).withParts(List.of(Y)));
    assertEquals(new Marked(Mark.FRESH, Y), new Marked(Mark.FRESH, A).withParts(List.of(Y)));
    assertEquals(new Replaced(Y, D), new Replaced(A, W).withParts(List.of(Y, D)));
    for (Expr leaf : List.of(A, Numeral.TWO, Parameter.ETA)) {
      assertEquals(leaf, leaf.withParts(List.of()));
    }
  }

  @Test
  void partsAreReplacedInsideOfAnyKindOfExpression() {
    List<Expr> kinds =
        List.of(
            A.transposed(),
            new Copied(A),
            A.summedOverUnits(),
            A.summedOverSamples(),
            tanh(A),
            new Named(W, A),
            new Marked(Mark.STRUCK, A),
            new Replaced(A, A));
    for (Expr kind : kinds) {
      assertTrue(kind.parts().contains(A), kind.toString());
      Expr other = kind.replacing(A, Y);
      assertTrue(other.parts().contains(Y) && !other.parts().contains(A), other.toString());
    }
  }

  @Test
  void aNamedPartIsReadUnderItsName() {
    Ref slope = Quantity.SLOPE.of(2);
    assertEquals(List.of(D, slope), D.hadamard(new Named(slope, tanh(A))).operands());
  }
}
