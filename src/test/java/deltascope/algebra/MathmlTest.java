package deltascope.algebra;

import static deltascope.algebra.Written.A;
import static deltascope.algebra.Written.W;
import static deltascope.algebra.Written.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** MathML, element by element, by hand. */
class MathmlTest {
  private static final Maths X = Maths.identifier("x", "x");
  private static final Maths K = Maths.identifier("k", "k");
  private static final Maths TWO = Maths.number("2");

  private static void writes(String mathml, Maths maths) {
    assertEquals("<math>" + mathml + "</math>", maths.mathml());
  }

  @Test
  void lettersNumbersSignsAndWordsAreElementsOfTheirOwn() {
    writes("<mi>δ</mi>", Maths.identifier("\\delta", "δ"));
    writes("<mn>2</mn>", TWO);
    writes("<mo>⊙</mo>", Maths.operator("\\odot", "⊙"));
    writes("<mtext>otherwise</mtext>", Maths.words("otherwise"));
    writes("<mo>&lt;</mo>", Maths.operator("<", "<"));
    writes("<mo>&amp;</mo>", Maths.operator("\\&", "&"));
  }

  @Test
  void scriptsStandWhereTheyAreGiven() {
    writes("<msup><mi>x</mi><mn>2</mn></msup>", Maths.superscript(X, TWO));
    writes("<msub><mi>x</mi><mi>k</mi></msub>", Maths.subscript(X, K));
    Maths both = new Maths.Script(X, K, TWO);
    writes("<msubsup><mi>x</mi><mi>k</mi><mn>2</mn></msubsup>", both);
    assertEquals("x^{2}_{k}", both.latex());
  }

  @Test
  void rowsFractionsAndParenthesesKeepTheOrderOfTheirParts() {
    writes("<mrow><mi>x</mi><mi>k</mi><mn>2</mn></mrow>", Maths.row(X, K, TWO));
    writes("<mfrac><mi>x</mi><mn>2</mn></mfrac>", Maths.fraction(X, TWO));
    writes("<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>", Maths.fenced(X));
  }

  @Test
  void aChoiceByCasesIsATableOfValuesAndConditions() {
    Maths cases =
        new Maths.Cases(
            List.of(Maths.number("1"), Maths.number("0")), List.of(X, Maths.words("otherwise")));
    writes(
        "<mrow><mo>{</mo><mtable>"
            + "<mtr><mtd><mn>1</mn></mtd><mtd><mi>x</mi></mtd></mtr>"
            + "<mtr><mtd><mn>0</mn></mtd><mtd><mtext>otherwise</mtext></mtd></mtr>"
            + "</mtable></mrow>",
        cases);
    assertEquals("\\begin{cases}1 & x \\\\ 0 & \\text{otherwise}\\end{cases}", cases.latex());
  }

  @Test
  void aStyleIsAClassInBothAndLeftOutOfPlainLatex() {
    Maths styled = Maths.styled("q-W", X);
    writes("<mrow class=\"q-W\"><mi>x</mi></mrow>", styled);
    assertEquals("\\htmlClass{q-W}{x}", styled.styledLatex());
    assertEquals("x", styled.latex());
  }

  @Test
  void aLineIsOneRowOfColouredQuantitiesAndSigns() {
    writes(
        "<mrow><mrow class=\"q-y\"><mi>y</mi></mrow><mo>=</mo><mrow>"
            + "<mrow class=\"q-W\"><msup><mi>W</mi><mn>2</mn></msup></mrow>"
            + "<mrow class=\"q-a\"><msup><mi>a</mi><mn>3</mn></msup></mrow></mrow></mrow>",
        new Line(Y.is(W.times(A)), Y.is(W.times(A))).formula());
  }
}
