package deltascope.algebra;

import static deltascope.algebra.Written.A;
import static deltascope.algebra.Written.D;
import static deltascope.algebra.Written.DW;
import static deltascope.algebra.Written.SUM_W;
import static deltascope.algebra.Written.W;
import static deltascope.algebra.Written.Y;
import static deltascope.algebra.Written.tanh;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import deltascope.math.Matrix;
import deltascope.math.Randomness;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What lines and expressions compute, in matrices small enough to work out by hand. */
class ValuesTest {
  /** a³ = (1 2; 3 4), and two matrices of one row. */
  private static Memory memory() {
    Memory memory = new Memory();
    memory.set(A, Matrix.onRows(new double[] {1, 2}, new double[] {3, 4}));
    memory.set(SUM_W, Matrix.onRows(new double[] {10, 20}));
    memory.set(DW, Matrix.onRows(new double[] {1, 2}));
    return memory;
  }

  private static void gives(Expr expr, String shape, double... cells) {
    Matrix value = expr.value(memory());
    assertEquals(shape, value.shape());
    assertArrayEquals(cells, value.rowMajor(), 1e-15);
  }

  @Test
  void sumsRunOverUnitsOrOverSamples() {
    gives(A.summedOverUnits(), "1 × 2", 4, 6);
    gives(A.summedOverSamples(), "2 × 1", 3, 7);
  }

  @Test
  void functionsComputeWhatTheirNamesSay() {
    gives(tanh(A.minus(A)), "2 × 2", 0, 0, 0, 0);
    gives(tanh(Numeral.ONE), "1 × 1", 0.7615941559557649);
    gives(new Applied(new Filled(2, 1, 0)), "2 × 1", 0, 0);
    gives(new Applied(new Filled(1, 2, 0.5)), "1 × 2", 0.5, 0.5);
    gives(new Applied(new OneHot(3, 1, -1), Numeral.TWO), "3 × 1", -1, -1, 1);
    assertFalse(new OneHot(3, 1, -1).elementwise());
    assertFalse(ArgMax.OVER_UNITS.elementwise());
  }

  @Test
  void aCopyHasTheValuesInAnObjectOfItsOwn() {
    Memory memory = memory();
    Matrix copy = new Copied(A).value(memory);
    assertNotSame(memory.get(A), copy);
    assertArrayEquals(new double[] {1, 2, 3, 4}, copy.rowMajor());
  }

  @Test
  void aNamedPartIsKeptUnderItsName() {
    Memory memory = memory();
    Matrix value = new Named(W, A.transposed()).value(memory);
    assertArrayEquals(new double[] {1, 3, 2, 4}, value.rowMajor());
    assertSame(value, memory.get(W));
  }

  @Test
  void drawnNumbersFillTheRowsWithTheSpreadAskedFor() {
    Random normal = Randomness.stream(7, "weights", 2);
    Random uniform = Randomness.stream(7, "weights", 2);
    double[] normals = new double[6];
    double[] uniforms = new double[6];
    for (int n = 0; n < 6; n++) {
      normals[n] = 3 * normal.nextGaussian(); // of variance 9
      double u = uniform.nextDouble();
      uniforms[n] = u + u - 1 + (u + u - 1); // from −2 to 2
    }
    gives(drawn(Drawn.Shape.NORMAL, 9), "2 × 3", normals);
    gives(drawn(Drawn.Shape.UNIFORM, 2), "2 × 3", uniforms);
  }

  private static Expr drawn(Drawn.Shape shape, double spread) {
    return new Applied(new Drawn(2, 3, shape, spread, 7, "weights", 2));
  }

  @Test
  void aLineAssignsOrAddsInPlace() {
    Memory memory = memory();
    Matrix sum = memory.get(SUM_W);
    assertSame(sum, SUM_W.adds(DW).run(memory));
    assertArrayEquals(new double[] {11, 22}, sum.rowMajor());
    assertSame(sum, memory.get(SUM_W));
    Matrix assigned = SUM_W.becomes(DW.plus(DW)).run(memory);
    assertArrayEquals(new double[] {2, 4}, assigned.rowMajor());
    assertSame(assigned, memory.get(SUM_W));
    assertArrayEquals(new double[] {11, 22}, sum.rowMajor());
  }

  @Test
  void aLineRescalesFirst() {
    Memory memory = memory();
    Statement line = SUM_W.adds(DW).afterRescaling(SUM_W, Numeral.TWO);
    assertArrayEquals(new double[] {21, 42}, line.run(memory).rowMajor());
  }

  @Test
  void aLineKnowsWhatItChangesInPlaceAndWhatItNames() {
    assertEquals(List.of(), W.becomes(A).changedInPlace());
    assertEquals(List.of(SUM_W), SUM_W.adds(DW).changedInPlace());
    assertEquals(List.of(Y), W.is(A).afterRescaling(Y, Numeral.TWO).changedInPlace());
    Ref slope = Quantity.SLOPE.of(2);
    assertEquals(List.of(slope), D.is(A.hadamard(new Named(slope, Y))).partsNamed());
    assertEquals(List.of(), D.is(A.hadamard(Y)).partsNamed());
  }

  @Test
  void aLineIsRewrittenOnItsRightSide() {
    assertEquals(W.is(W.minus(D)), W.is(W.minus(A)).replacing(A, D));
    assertEquals(W.is(A.plus(Y)), W.is(Numeral.TWO.scaling(A).plus(Y)).without(Numeral.TWO));
    assertEquals(W.is(A), W.is(A).without(Numeral.TWO));
  }

  @Test
  void otherNamesForTheSameObjectsKeepTheParameters() {
    Memory memory = memory();
    memory.set(Parameter.ETA, 0.25);
    assertEquals(0.25, memory.sharing().parameter(Parameter.ETA));
    EnumSet<Quantity> none = EnumSet.noneOf(Quantity.class);
    assertEquals(0.25, memory.snapshot(none, none).parameter(Parameter.ETA));
    assertEquals("η", Parameter.ETA.symbol());
  }

  @Test
  void aSnapshotKeepsNothingThatItWasNotAskedFor() {
    Memory memory = memory();
    Ref next = Quantity.values()[Quantity.A.ordinal() + 1].of(0);
    memory.set(next, Matrix.scalar(1));
    Memory copy = memory.snapshot(EnumSet.of(Quantity.A), EnumSet.noneOf(Quantity.class));
    assertSame(memory.get(A), copy.get(A));
    assertFalse(copy.has(next));
    assertFalse(copy.has(DW));
  }
}
