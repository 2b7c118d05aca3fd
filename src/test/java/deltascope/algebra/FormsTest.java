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
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of expression is written as, by hand: LaTeX, numpy and Java. */
class FormsTest {
  private static final Expr ONE = Numeral.ONE;
  private static final Expr TWO = Numeral.TWO;
  private static final Expr ETA = Parameter.ETA;
  private static final Expr M = Parameter.BATCH;

  static Stream<Arguments> leaves() {
    return Stream.of(
        arguments(W, "W^{2}", "W[2]", "W[2]"),
        arguments(Y, "y", "y", "y"),
        arguments(Quantity.ZERO_W.of(2), "0_{W^{2}}", "zeroW[2]", "zeroW[2]"),
        arguments(Quantity.ZERO_B.of(3), "0_{b^{3}}", "zerob[3]", "zerob[3]"),
        arguments(ETA, "\\eta", "eta", "eta"),
        arguments(M, "m", "m", "m"),
        arguments(TWO, "2", "2", "2"),
        arguments(new Numeral(0.5), "0.5", "0.5", "0.5"),
        arguments(
            new Numeral(999_999_999_999_999.0),
            "999999999999999",
            "999999999999999",
            "999999999999999"),
        arguments(new Numeral(1e15), "1.0 \\cdot 10^{15}", "1.0E15", "1.0E15"));
  }

  static Stream<Arguments> sumsAndProducts() {
    return Stream.of(
        arguments(A.plus(Y), "a^{3} + y", "a[3] + y", "a[3].plus(y)"),
        arguments(
            A.plus(Y.plus(D)),
            "a^{3} + y + \\delta^{2}",
            "a[3] + y + delta[2]",
            "a[3].plus(y.plus(delta[2]))"),
        arguments(A.minus(Y), "a^{3} - y", "a[3] - y", "a[3].minus(y)"),
        arguments(W.times(D), "W^{2} \\delta^{2}", "W[2] @ delta[2]", "W[2].times(delta[2])"),
        arguments(
            W.times(A.plus(Y)),
            "W^{2} \\left(a^{3} + y\\right)",
            "W[2] @ (a[3] + y)",
            "W[2].times(a[3].plus(y))"),
        arguments(
            A.plus(Y).times(W),
            "\\left(a^{3} + y\\right) W^{2}",
            "(a[3] + y) @ W[2]",
            "a[3].plus(y).times(W[2])"),
        arguments(
            W.times(W.times(D)),
            "W^{2} W^{2} \\delta^{2}",
            "W[2] @ (W[2] @ delta[2])",
            "W[2].times(W[2].times(delta[2]))"),
        arguments(A.hadamard(Y), "a^{3} \\odot y", "a[3] * y", "a[3].hadamard(y)"),
        arguments(
            A.hadamard(Y).hadamard(D),
            "a^{3} \\odot y \\odot \\delta^{2}",
            "a[3] * y * delta[2]",
            "a[3].hadamard(y).hadamard(delta[2])"),
        arguments(
            A.hadamard(Y).plus(D),
            "a^{3} \\odot y + \\delta^{2}",
            "a[3] * y + delta[2]",
            "a[3].hadamard(y).plus(delta[2])"),
        arguments(
            D.minus(A.hadamard(Y)),
            "\\delta^{2} - a^{3} \\odot y",
            "delta[2] - a[3] * y",
            "delta[2].minus(a[3].hadamard(y))"),
        arguments(
            new Named(Quantity.SLOPE.of(2), A.hadamard(Y)),
            "a^{3} \\odot y",
            "a[3] * y",
            "a[3].hadamard(y)"),
        arguments(
            W.times(new Named(Quantity.SLOPE.of(2), A.hadamard(Y))),
            "W^{2} \\left(a^{3} \\odot y\\right)",
            "W[2] @ (a[3] * y)",
            "W[2].times(a[3].hadamard(y))"),
        arguments(
            D.hadamard(new Named(Quantity.SLOPE.of(2), A.hadamard(Y))),
            "\\delta^{2} \\odot a^{3} \\odot y",
            "delta[2] * (a[3] * y)",
            "delta[2].hadamard(a[3].hadamard(y))"));
  }

  static Stream<Arguments> numbersBeforeAndBelow() {
    return Stream.of(
        arguments(ETA.scaling(W), "\\eta W^{2}", "eta * W[2]", "W[2].scaled(eta)"),
        arguments(
            TWO.scaling(A.minus(Y)),
            "2 \\left(a^{3} - y\\right)",
            "2 * (a[3] - y)",
            "a[3].minus(y).scaled(2)"),
        arguments(MINUS_ONE.scaling(A), "- a^{3}", "-a[3]", "a[3].scaled(-1)"),
        arguments(
            MINUS_ONE.scaling(W.times(D)),
            "- W^{2} \\delta^{2}",
            "-(W[2] @ delta[2])",
            "W[2].times(delta[2]).scaled(-1)"),
        arguments(
            MINUS_ONE.scaling(A.plus(Y)),
            "- \\left(a^{3} + y\\right)",
            "-(a[3] + y)",
            "a[3].plus(y).scaled(-1)"),
        arguments(new Numeral(0).scaling(Y), "0 y", "0 * y", "y.scaled(0)"),
        arguments(TWO.scaling(ETA), "2 \\eta", "2 * eta", "2 * eta"),
        arguments(ONE.plus(M), "1 + m", "1 + m", "1 + m"),
        arguments(M.minus(ONE), "m - 1", "m - 1", "m - 1"),
        arguments(
            M.minus(ONE.plus(ETA)),
            "m - \\left(1 + \\eta\\right)",
            "m - (1 + eta)",
            "m - (1 + eta)"),
        arguments(ONE.minus(Y), "1 - y", "1 - y", "Matrix.scalar(1).minus(y)"),
        arguments(ETA.over(M), "\\frac{\\eta}{m}", "eta / m", "eta / m"),
        arguments(ONE.over(TWO), "\\frac{1}{2}", "1 / 2", "1.0 / 2"),
        arguments(A.over(M), "\\frac{a^{3}}{m}", "a[3] / m", "a[3].map(x -> x / m)"),
        arguments(
            A.plus(Y).over(TWO.scaling(M)),
            "\\frac{a^{3} + y}{2 m}",
            "(a[3] + y) / (2 * m)",
            "a[3].plus(y).map(x -> x / (2 * m))"));
  }

  static Stream<Arguments> turnedSummedAndCopied() {
    return Stream.of(
        arguments(A.transposed(), "\\left(a^{3}\\right)^{\\top}", "a[3].T", "a[3].transposed()"),
        arguments(
            W.times(D).transposed(),
            "\\left(W^{2} \\delta^{2}\\right)^{\\top}",
            "(W[2] @ delta[2]).T",
            "W[2].times(delta[2]).transposed()"),
        arguments(
            A.summedOverUnits(), "\\sum_{k} a^{3}_{k}", "a[3].sum(axis=0)", "a[3].sumOfRows()"),
        arguments(
            A.minus(Y).summedOverUnits(),
            "\\sum_{k} \\left(a^{3}_{k} - y_{k}\\right)",
            "(a[3] - y).sum(axis=0)",
            "a[3].minus(y).sumOfRows()"),
        arguments(
            A.hadamard(Y).summedOverUnits(),
            "\\sum_{k} a^{3}_{k} \\odot y_{k}",
            "(a[3] * y).sum(axis=0)",
            "a[3].hadamard(y).sumOfRows()"),
        arguments(
            Y.summedOverUnits().plus(D),
            "\\sum_{k} y_{k} + \\delta^{2}",
            "y.sum(axis=0) + delta[2]",
            "y.sumOfRows().plus(delta[2])"),
        arguments(
            D.summedOverSamples(),
            "\\sum_{s} \\delta^{2}",
            "delta[2].sum(axis=1, keepdims=True)",
            "delta[2].sumOfColumns()"),
        arguments(
            A.hadamard(Y).summedOverSamples(),
            "\\sum_{s} \\left(a^{3} \\odot y\\right)",
            "(a[3] * y).sum(axis=1, keepdims=True)",
            "a[3].hadamard(y).sumOfColumns()"),
        arguments(
            new Copied(W),
            "\\operatorname{copy} \\left(W^{2}\\right)",
            "W[2].copy()",
            "W[2].copy()"),
        arguments(
            new Copied(A.plus(Y)),
            "\\operatorname{copy} \\left(a^{3} + y\\right)",
            "(a[3] + y).copy()",
            "a[3].plus(y).copy()"));
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        arguments(tanh(A), "\\tanh \\left(a^{3}\\right)", "np.tanh(a[3])", "tanh(a[3])"),
        arguments(
            W.times(tanh(A.plus(Y))),
            "W^{2} \\tanh \\left(a^{3} + y\\right)",
            "W[2] @ np.tanh(a[3] + y)",
            "W[2].times(tanh(a[3].plus(y)))"),
        arguments(bare(A, Y), "f a^{3} y", "bare(a[3], y)", "bare(a[3], y)"),
        arguments(
            bare(A.hadamard(Y)),
            "f \\left(a^{3} \\odot y\\right)",
            "bare(a[3] * y)",
            "bare(a[3].hadamard(y))"),
        arguments(
            bare(A).hadamard(Y), "f a^{3} \\odot y", "bare(a[3]) * y", "bare(a[3]).hadamard(y)"),
        arguments(
            W.times(bare(A)),
            "W^{2} \\left(f a^{3}\\right)",
            "W[2] @ bare(a[3])",
            "W[2].times(bare(a[3]))"),
        arguments(A.squared(), "\\left(a^{3}\\right)^{2}", "a[3] ** 2", "a[3].map(x -> x * x)"),
        arguments(
            TWO.scaling(A.squared()),
            "2 \\left(a^{3}\\right)^{2}",
            "2 * (a[3] ** 2)",
            "a[3].map(x -> x * x).scaled(2)"),
        arguments(
            new Applied(Floor.FLOOR, A),
            "\\lfloor a^{3} \\rfloor",
            "np.floor(a[3])",
            "a[3].map(Math::floor)"),
        arguments(
            new Applied(ArgMax.OVER_UNITS, A),
            "\\operatorname{arg\\,max}_{k} a^{3}_{k}",
            "a[3].argmax(axis=0)",
            "argMax(a[3])"),
        arguments(new Applied(new Filled(2, 3, 0)), "0", "np.zeros((2, 3))", "Matrix.zeros(2, 3)"),
        arguments(
            new Applied(new Filled(2, 3, 0.5)),
            "0.5",
            "np.full((2, 3), 0.5)",
            "Matrix.zeros(2, 3).map(x -> 0.5)"),
        arguments(
            drawn(Drawn.Shape.NORMAL, 0.25),
            "\\mathcal{N} \\left(0 , 0.25\\right)",
            "rng.normal(0, np.sqrt(0.25), (2, 3))",
            "normal(2, 3, 0.25, random)"),
        arguments(
            drawn(Drawn.Shape.UNIFORM, 1),
            "\\mathcal{U} \\left(-1 , 1\\right)",
            "rng.uniform(-1.0, 1.0, (2, 3))",
            "uniform(2, 3, 1.0, random)"));
  }

  private static Expr drawn(Drawn.Shape shape, double spread) {
    return new Applied(new Drawn(2, 3, shape, spread, 1, "weights", 1));
  }

  @ParameterizedTest
  @MethodSource({
    "leaves",
    "sumsAndProducts",
    "numbersBeforeAndBelow",
    "turnedSummedAndCopied",
    "functions"
  })
  void anExpressionReadsAsATextbookAndBothListingsWriteIt(
      Expr expr, String latex, String numpy, String java) {
    Line line = line(expr);
    assertEquals("z^{1} = " + latex, line.formula().latex());
    assertEquals("z[1] = " + numpy, line.plainNumpy().text());
    assertEquals("z[1] = " + java + ";", line.plainJava().text());
  }

  private static void reads(Statement statement, String latex, String numpy, String java) {
    Line line = new Line(statement, statement);
    assertEquals(latex, line.formula().latex());
    assertEquals(latex, line.textbookFormula().latex());
    assertEquals(latex, line.comparedFormula().latex());
    assertEquals(numpy, line.plainNumpy().text());
    assertEquals(numpy, line.numpy().text());
    assertEquals(java, line.plainJava().text());
    assertEquals(java, line.java().text());
  }

  @Test
  void aLineSaysWhatHappensToItsName() {
    reads(Y.is(A), "y = a^{3}", "y = a[3]", "y = a[3];");
    reads(
        W.becomes(W.minus(DW)),
        "W^{2} \\leftarrow W^{2} - \\nabla W^{2}",
        "W[2] = W[2] - dW[2]",
        "W[2] = W[2].minus(dW[2]);");
    reads(
        SUM_W.adds(DW),
        "\\Sigma W^{2} \\leftarrow \\Sigma W^{2} + \\nabla W^{2}",
        "sumW[2] += dW[2]",
        "sumW[2].add(dW[2]);");
    reads(
        W.drawn(drawn(Drawn.Shape.NORMAL, 1)),
        "W^{2} \\sim \\mathcal{N} \\left(0 , 1\\right)",
        "W[2] = rng.normal(0, np.sqrt(1.0), (2, 3))",
        "W[2] = normal(2, 3, 1.0, random);");
  }

  @Test
  void aChoiceByCasesGivesTheEntryOfEachUnit() {
    reads(
        Y.is(new Applied(new OneHot(10, 1, -1), Quantity.LABEL.of(0))),
        "y_{k} = \\begin{cases}1 & k = \\mathrm{label} \\\\ -1 & \\text{otherwise}\\end{cases}",
        "y = np.where(np.arange(10)[:, None] == label, 1, -1)",
        "y = oneHot(label, 10, 1, -1);");
  }

  @Test
  void whatALineRescalesFirstIsWrittenFirst() {
    reads(
        SUM_W.adds(DW).afterRescaling(SUM_W, TWO),
        "\\Sigma W^{2} \\leftarrow 2 \\Sigma W^{2} ,\\quad"
            + " \\Sigma W^{2} \\leftarrow \\Sigma W^{2} + \\nabla W^{2}",
        "sumW[2] *= 2; sumW[2] += dW[2]",
        "sumW[2].scaleBy(2); sumW[2].add(dW[2]);");
  }

  @Test
  void aNameIsWrittenInPlainTextToo() {
    assertEquals(
        List.of("y", "W²", "φ′(z²)", "ΣW²"),
        Stream.of(Y, W, Quantity.SLOPE.of(2), SUM_W).map(Ref::symbol).toList());
  }

  @Test
  void namesCarryTheirColourIntoTheListings() {
    for (Code code : List.of(line(ETA.scaling(W)).plainNumpy(), line(ETA.scaling(W)).plainJava())) {
      assertEquals("q-W", styleOf("W[2]", code));
      assertEquals("q-eta", styleOf("eta", code));
      assertEquals("q-z", styleOf("z[1]", code));
    }
    assertEquals("", styleOf("m", line(M.scaling(W)).plainNumpy()));
    assertEquals("\\htmlClass{q-eta}{\\eta}", MathsPrinter.print(ETA).styledLatex());
    assertEquals("m", MathsPrinter.print(M).styledLatex());
    assertEquals(
        "\\htmlClass{q-slope}{\\htmlClass{q-y}{y}}",
        MathsPrinter.print(new Named(Quantity.SLOPE.of(2), Y)).styledLatex());
  }

  private static String styleOf(String text, Code code) {
    return code.segments().stream()
        .filter(segment -> segment.text().equals(text))
        .map(Code.Segment::styleClass)
        .findFirst()
        .orElseThrow();
  }
}
