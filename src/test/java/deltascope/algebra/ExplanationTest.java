package deltascope.algebra;

import static deltascope.algebra.Written.A;
import static deltascope.algebra.Written.D;
import static deltascope.algebra.Written.W;
import static deltascope.algebra.Written.Y;
import static deltascope.algebra.Written.bare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deltascope.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which cells an explanation names, in small matrices of which no two cells are equal. */
class ExplanationTest {
  /** a³ is 3 × 2, y 3 × 2, δ² 2 × 1, the label 1 × 2. */
  private static Memory memory() {
    Memory memory = new Memory();
    memory.set(A, Matrix.onRows(new double[] {1, 2}, new double[] {5, 4}, new double[] {3, 6}));
    memory.set(Y, Matrix.onRows(new double[] {7, 8}, new double[] {9, 10}, new double[] {11, 12}));
    memory.set(D, Matrix.onRows(new double[] {20}, new double[] {30}));
    memory.set(Quantity.LABEL.of(0), Matrix.onRows(new double[] {2, 1}));
    return memory;
  }

  /** Such as SUM(a³(0, 1) = 2, …) = 12. */
  private static String text(Explanation why) {
    String value = new Numeral(why.value()).text();
    Explanation.Cell cell = why.cell();
    String head =
        cell != null
            ? cell.ref().symbol() + "(" + cell.row() + "," + cell.col() + ")"
            : why.label().isEmpty() ? why.kind().name() : why.label();
    String parts =
        why.parts().stream().map(ExplanationTest::text).collect(Collectors.joining(", ", "[", "]"));
    return head + "=" + value + (why.parts().isEmpty() ? "" : parts);
  }

  private static void says(String text, Expr expr, int row, int col) {
    assertEquals(text, text(expr.explain(memory(), row, col)));
  }

  @Test
  void aFunctionOfEachCellIsExplainedByThatCell() {
    says("square=16[a³(1,1)=4]", A.squared(), 1, 1);
    says("floor=11[y(2,0)=11]", new Applied(Floor.FLOOR, Y), 2, 0);
  }

  @Test
  void aFunctionOfAColumnIsExplainedByThatColumn() {
    says("argmax=2[a³(0,1)=2, a³(1,1)=4, a³(2,1)=6]", new Applied(ArgMax.OVER_UNITS, A), 0, 1);
    says("argmax=1[a³(0,0)=1, a³(1,0)=5, a³(2,0)=3]", new Applied(ArgMax.OVER_UNITS, A), 0, 0);
    Expr oneHot = new Applied(new OneHot(3, 1, -1), Quantity.LABEL.of(0));
    says("one-hot=1[label(0,0)=2]", oneHot, 2, 0);
    says("one-hot=-1[label(0,1)=1]", oneHot, 2, 1);
  }

  @Test
  void anArgumentOfFewerColumnsIsExplainedByItsLast() {
    Memory memory = memory();
    memory.set(W, Matrix.onRows(new double[] {1, 2, 3}, new double[] {4, 5, 6}));
    assertEquals(
        "bare=3[W²(0,2)=3, W²(1,2)=6, a³(0,1)=2, a³(1,1)=4, a³(2,1)=6]",
        text(bare(W, A).explain(memory, 0, 2)));
  }

  @Test
  void aSumNamesEveryTerm() {
    says("SUM=12[a³(0,1)=2, a³(1,1)=4, a³(2,1)=6]", A.summedOverUnits(), 0, 1);
    says("SUM=9[a³(1,0)=5, a³(1,1)=4]", A.summedOverSamples(), 1, 0);
    says("δ²(1,0)=30", D.summedOverSamples(), 1, 0);
  }

  @Test
  void aCopyIsExplainedAsWhatItCopies() {
    says("a³(2,1)=6", new Copied(A), 2, 1);
  }

  @Test
  void aNamedPartIsItsCellAndBeforeItIsKeptWhatMakesIt() {
    Named named = new Named(Quantity.SLOPE.of(2), A.squared());
    says("φ′(z²)(1,0)=25[square=25[a³(1,0)=5]]", named, 1, 0);
    Memory memory = memory();
    named.value(memory);
    assertEquals("φ′(z²)(1,0)=25", text(named.explain(memory, 1, 0)));
  }

  @Test
  void numbersAndParametersAreNamedAsTheyAreWritten() {
    Memory memory = memory();
    memory.set(Parameter.ETA, 0.5);
    Expr scaled = Parameter.ETA.scaling(Numeral.TWO.scaling(A));
    assertEquals("PRODUCT=4[η=0.5, PRODUCT=8[2=2, a³(1,1)=4]]", text(scaled.explain(memory, 1, 1)));
  }

  @Test
  void aLineIsExplainedByItsRightSideAndASumInPlaceByTheOldValueToo() {
    Memory memory = memory();
    assertEquals("a³(0,1)=2", text(Y.is(A).explain(memory, 0, 1)));
    assertEquals("SUM=10[y(0,1)=8, a³(0,1)=2]", text(Y.adds(A).explain(memory, 0, 1)));
  }

  @Test
  void theFirstOfEqualsWinsAndWhatIsNoNumberWinsOverAll() {
    Matrix outputs =
        Matrix.onRows(
            new double[] {1, 3, Double.NaN, 1},
            new double[] {3, 3, 5, Double.NaN},
            new double[] {3, 2, Double.NaN, 9});
    Matrix winners = ArgMax.OVER_UNITS.apply(List.of(outputs));
    assertEquals(List.of(1.0, 0.0, 0.0, 1.0), Arrays.stream(winners.rowMajor()).boxed().toList());
  }
}
