package deltascope.algebra;

import static deltascope.algebra.Written.A;
import static deltascope.algebra.Written.D;
import static deltascope.algebra.Written.DW;
import static deltascope.algebra.Written.SUM_W;
import static deltascope.algebra.Written.THREE;
import static deltascope.algebra.Written.W;
import static deltascope.algebra.Written.Y;
import static deltascope.algebra.Written.line;
import static deltascope.algebra.Written.marked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is marked where a line is not the textbook's: [-struck-] and {+fresh+} in the listings. */
class MarkedLinesTest {
  private static final Expr ETA = Parameter.ETA;
  private static final Expr M = Parameter.BATCH;

  private static void listed(Line line, String numpy, String java) {
    assertEquals(numpy, marked(line.numpy()));
    assertEquals(java, marked(line.java()));
  }

  /** The compared formula, marks as they are and colours left out. */
  private static void set(Line line, String latex) {
    String styled = line.comparedFormula().styledLatex();
    String quantity = "\\\\htmlClass\\{q-[a-zA-Z]+}\\{([^{}]*(?:\\{[^{}]*})?)}";
    assertEquals(latex, styled.replaceAll(quantity, "$1"));
  }

  @Test
  void aPartIsMarkedTogetherWithItsSign() {
    Line struck = line(A.plus(Y), A);
    listed(struck, "z[1] = a[3][- + y-]", "z[1] = a[3][-.plus(y)-];");
    set(struck, "z^{1} = a^{3} \\htmlClass{struck}{+ y}");
    Line fresh = line(A, Y.minus(A));
    listed(fresh, "z[1] = {+y - +}a[3]", "z[1] = {+y.minus(+}a[3]{+)+};");
    set(fresh, "z^{1} = \\htmlClass{fresh}{y -} a^{3}");
    Line slope = line(W.times(D).hadamard(Y), W.times(D));
    listed(
        slope, "z[1] = (W[2] @ delta[2])[- * y-]", "z[1] = W[2].times(delta[2])[-.hadamard(y)-];");
  }

  @Test
  void whatIsReplacedStandsStruckBeforeWhatRuns() {
    Line line = line(W.times(D), W.times(A));
    listed(line, "z[1] = W[2] @ [-delta[2]-]{+a[3]+}", "z[1] = W[2].times([-delta[2]-]{+a[3]+});");
    Line sums = line(A.plus(Y), W.times(D));
    listed(
        sums,
        "z[1] = [-(a[3] + y)-]{+(W[2] @ delta[2])+}",
        "z[1] = [-a[3].plus(y)-]{+W[2].times(delta[2])+};");
    set(
        sums,
        "z^{1} = \\htmlClass{struck}{\\left(a^{3} + y\\right)}"
            + " \\htmlClass{fresh}{\\left(W^{2} \\delta^{2}\\right)}");
  }

  @Test
  void numbersAreMarkedAsNumbers() {
    listed(
        line(Numeral.ONE.over(M).scaling(Y), Numeral.TWO.over(M).scaling(Y)),
        "z[1] = [-1-]{+2+} / m * y",
        "z[1] = y.scaled([-1.0-]{+2.0+} / m);");
    listed(
        line(ETA.scaling(Y), ETA.over(M).scaling(Y)),
        "z[1] = eta{+ / m+} * y",
        "z[1] = y.scaled(eta{+ / m+});");
    listed(
        line(ETA.scaling(Y), M.minus(ETA).scaling(Y)),
        "z[1] = ({+m - +}eta) * y",
        "z[1] = y.scaled({+m - +}eta);");
    listed(line(Y.over(M), Y), "z[1] = y[- / m-]", "z[1] = y[-.map(x -> x / m)-];");
    listed(line(ETA.scaling(Y), Y), "z[1] = [-eta * -]y", "z[1] = y[-.scaled(eta)-];");
  }

  @Test
  void theDotBetweenTwoNumbersComesAndGoesWithOneOfThem() {
    set(
        line(Numeral.TWO.scaling(THREE.scaling(Y)), THREE.scaling(Y)),
        "z^{1} = \\htmlClass{struck}{2 \\cdot} 3 y");
    set(line(Numeral.TWO, Numeral.TWO.scaling(THREE)), "z^{1} = 2 \\htmlClass{fresh}{\\cdot 3}");
    set(line(Numeral.TWO.scaling(Y), Y), "z^{1} = \\htmlClass{struck}{2} y");
  }

  @Test
  void anAdditionInPlaceIsMarkedAgainstAnAssignmentAndTheOtherWayRound() {
    Statement adds = SUM_W.adds(DW);
    Statement is = SUM_W.is(DW);
    listed(new Line(is, adds), "sumW[2][- += -]{+ = +}dW[2]", "sumW[2][-.add(-]{+ = +}dW[2][-)-];");
    listed(new Line(adds, is), "sumW[2][- = -]{+ += +}dW[2]", "sumW[2][- = -]{+.add(+}dW[2]{+)+};");
  }

  @Test
  void whatIsDoneBeforeTheLineIsFreshUnlessTheTextbookDoesItToo() {
    Statement adds = SUM_W.adds(DW);
    Statement rescaled = adds.afterRescaling(SUM_W, Numeral.TWO);
    listed(
        new Line(rescaled, adds),
        "{+sumW[2] *= 2; +}sumW[2] += dW[2]",
        "{+sumW[2].scaleBy(2); +}sumW[2].add(dW[2]);");
    listed(
        new Line(rescaled, rescaled),
        "sumW[2] *= 2; sumW[2] += dW[2]",
        "sumW[2].scaleBy(2); sumW[2].add(dW[2]);");
    set(
        new Line(rescaled, adds),
        "\\htmlClass{fresh}{\\Sigma W^{2} \\leftarrow 2 \\Sigma W^{2} ,\\quad}"
            + " \\Sigma W^{2} \\leftarrow \\Sigma W^{2} + \\nabla W^{2}");
  }

  @Test
  void eachOfTwoLinesCanBeReadAlone() {
    Line line = line(A.minus(Y), Y.minus(A));
    assertEquals("z^{1} = y - a^{3}", line.formula().latex());
    assertEquals("z^{1} = a^{3} - y", line.textbookFormula().latex());
    assertEquals("z[1] = y - a[3]", marked(line.plainNumpy()));
    assertEquals("z[1] = y.minus(a[3]);", marked(line.plainJava()));
    assertEquals(line(A.minus(Y)), line.asTextbook());
  }
}
