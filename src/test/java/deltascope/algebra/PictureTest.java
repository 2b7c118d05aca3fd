package deltascope.algebra;

import static deltascope.algebra.Written.A;
import static deltascope.algebra.Written.D;
import static deltascope.algebra.Written.DW;
import static deltascope.algebra.Written.MINUS_ONE;
import static deltascope.algebra.Written.SUM_W;
import static deltascope.algebra.Written.W;
import static deltascope.algebra.Written.Y;
import static deltascope.algebra.Written.bare;
import static deltascope.algebra.Written.line;
import static deltascope.algebra.Written.tanh;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which pieces the formula made of its matrices has: matrices by symbol, [numbers], signs. */
class PictureTest {
  private static final Expr M = Parameter.BATCH;

  private static void shows(String pieces, Expr expr) {
    shows(pieces, line(expr));
  }

  private static void shows(String pieces, Line line) {
    assertEquals(
        pieces,
        line.picture().pieces().stream().map(PictureTest::text).collect(Collectors.joining(" ")));
  }

  private static String text(Picture.Piece piece) {
    if (piece instanceof Picture.Operand operand) {
      return operand.ref().symbol() + (operand.transposed() ? "ᵀ" : "");
    }
    return piece instanceof Picture.Factor factor
        ? "[" + factor.maths().latex() + "]"
        : ((Picture.Sign) piece).symbol();
  }

  @Test
  void anOperandIsItsMatrixAndANumberIsSet() {
    shows("W²", W);
    shows("[2]", Numeral.TWO);
    shows("[\\eta]", Parameter.ETA);
  }

  @Test
  void signsStandBetweenMatricesAndParenthesesWhereTheyAreNeeded() {
    shows("a³ + y + δ²", A.plus(Y.plus(D)));
    shows("a³ − y − δ²", A.minus(Y).minus(D));
    shows("a³ − ( y − δ² )", A.minus(Y.minus(D)));
    shows("( a³ − y ) ⊙ δ²", A.minus(Y).hadamard(D));
    shows("a³ ⊙ y ⊙ δ²", A.hadamard(Y.hadamard(D)));
    shows("W² · W² · δ²", W.times(W.times(D)));
    shows("W² · ( a³ ⊙ y )", W.times(A.hadamard(Y)));
    shows("( Σₖ y ) · a³", Y.summedOverUnits().times(A));
  }

  @Test
  void aTransposedMatrixIsTurnedAndATransposedPartIsMarked() {
    shows("W²ᵀ · δ²", W.transposed().times(D));
    shows("( W² · δ² )ᵀ", W.times(D).transposed());
  }

  @Test
  void aNumberBeforeAMatrixIsAFactor() {
    shows("[2] · y", Numeral.TWO.scaling(Y));
    shows("[2] · ( a³ − y )", Numeral.TWO.scaling(A.minus(Y)));
    shows("− W² · δ²", MINUS_ONE.scaling(W.times(D)));
    shows("− ( a³ ⊙ y )", MINUS_ONE.scaling(A.hadamard(Y)));
    shows("y · ( − a³ )", Y.times(MINUS_ONE.scaling(A)));
  }

  @Test
  void aFractionOfNumbersIsSetAsOneAndAMatrixIsDividedInLine() {
    shows("[\\frac{\\eta}{m}] · y", Parameter.ETA.over(M).scaling(Y));
    shows("a³ / [m]", A.over(M));
    shows("W² · δ² / [m]", W.times(D).over(M));
    shows("( a³ + y ) / [m]", A.plus(Y).over(M));
    shows("a³ / ( [2] · [m] )", A.over(Numeral.TWO.scaling(M)));
    shows("a³ / ( [\\frac{\\eta}{m}] )", A.over(Parameter.ETA.over(M)));
  }

  @Test
  void aFunctionIsItsNameAroundItsArguments() {
    shows("tanh( a³ + y )", tanh(A.plus(Y)));
    shows("bare( a³ , y , δ² )", bare(A, Y, D));
    shows("copy( W² )", new Copied(W));
    shows("argmax( a³ )", new Applied(ArgMax.OVER_UNITS, A));
    shows("floor( a³ )", new Applied(Floor.FLOOR, A));
    shows("filled( )", new Applied(new Filled(2, 3, 0)));
    shows("one-hot( y )", new Applied(new OneHot(10, 1, 0), Y));
    shows("drawn( )", new Applied(new Drawn(2, 3, Drawn.Shape.NORMAL, 1, 1, "weights", 1)));
  }

  @Test
  void aSumSignHoldsWhatItSums() {
    shows("Σₖ y", Y.summedOverUnits());
    shows("Σₖ a³ ⊙ y", A.hadamard(Y).summedOverUnits());
    shows("Σₖ ( a³ − y )", A.minus(Y).summedOverUnits());
    shows("Σₛ δ²", D.summedOverSamples());
    shows("Σₛ W² · δ²", W.times(D).summedOverSamples());
    shows("Σₛ ( a³ ⊙ y )", A.hadamard(Y).summedOverSamples());
  }

  @Test
  void aNamedPartIsTheMatrixThatWasKeptUnderItsName() {
    shows("δ² ⊙ φ′(z²)", D.hadamard(new Named(Quantity.SLOPE.of(2), tanh(A))));
  }

  @Test
  void aSumInPlaceShowsTheOldValueToo() {
    shows("ΣW² + ∇W²", new Line(SUM_W.adds(DW), SUM_W.adds(DW)));
  }

  @Test
  void aComparisonShowsWhatRuns() {
    shows("a³ + y", A.plus(new Marked(Mark.FRESH, Y)));
    shows("y − δ²", new Replaced(A, Y).minus(D));
  }
}
