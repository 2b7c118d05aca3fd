package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which objects the accumulators stand for can be told from a trace. */
class HeldTest {
  private static final Digits DIGITS = Some.digits(8, 2);

  private static Trace endOfBatch(UnaryOperator<Equations> bug) {
    return walk(bug).trace(3);
  }

  private static Walk walk(UnaryOperator<Equations> bug) {
    Setup setup =
        Some.setup(
            "16-3-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            1,
            4,
            List.of(new Variation("bug", bug)));
    return Some.walk(setup, DIGITS);
  }

  private static Map<String, Integer> after(Trace trace, EquationId equation, int layer) {
    return held(trace, equation, layer).stream()
        .collect(Collectors.toMap(held -> held.name().name(), Held::object));
  }

  private static List<Held> held(Trace trace, EquationId equation, int layer) {
    return trace.steps().stream()
        .filter(step -> step.equation() == equation && step.layer() == layer)
        .findFirst()
        .orElseThrow()
        .accumulators();
  }

  @Test
  void anAccumulatorAndItsZerosAreTwoObjectsAndResetMakesAThird() {
    Trace trace = endOfBatch(right -> right);
    Map<String, Integer> summed = after(trace, EquationId.ACCUMULATE_WEIGHTS, 1);
    Map<String, Integer> reset = after(trace, EquationId.RESET_WEIGHTS, 1);
    assertFalse(summed.get("sumW1").equals(summed.get("zeroW1")));
    assertEquals(summed.get("zeroW1"), reset.get("zeroW1"));
    assertFalse(reset.get("sumW1").equals(summed.get("sumW1")), "a fresh object");
    assertFalse(reset.get("sumW1").equals(reset.get("zeroW1")));
  }

  /** {@code sumW = zeros}, without a copy. */
  private static Equations sharing(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement resetWeights(Layer l) {
        return l.weightSum().becomes(l.weightZeros());
      }
    };
  }

  private static Matrix value(Trace trace, EquationId equation, int layer, String name) {
    return held(trace, equation, layer).stream()
        .filter(held -> held.name().name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void whatTheAccumulatorsHoldIsTheSumOfTheBatchAndZeroAfterReset() {
    Walk walk = walk(right -> right);
    Matrix sum = Matrix.zeros(10, 3);
    for (int sample = 4; sample < 8; sample++) {
      Trace trace = walk.trace(sample);
      sum.add(Some.result(trace, EquationId.WEIGHT_GRADIENT, 2));
      close(sum, value(trace, EquationId.ACCUMULATE_WEIGHTS, 2, "sumW2"));
      assertEquals(0, value(trace, EquationId.ACCUMULATE_WEIGHTS, 2, "zeroW2").norm());
    }
    Trace last = walk.trace(7);
    close(sum, value(last, EquationId.UPDATE_WEIGHTS, 2, "sumW2"));
    assertEquals(0, value(last, EquationId.RESET_WEIGHTS, 2, "sumW2").norm());
  }

  @Test
  void underOneObjectTheZerosHoldAllGradientsSinceTheStart() {
    Walk walk = walk(HeldTest::sharing);
    Matrix sum = Matrix.zeros(10, 3);
    for (int sample = 0; sample < 8; sample++) {
      Trace trace = walk.trace(sample);
      sum.add(Some.result(trace, EquationId.WEIGHT_GRADIENT, 2));
      for (String name : List.of("sumW2", "zeroW2")) {
        close(sum, value(trace, EquationId.ACCUMULATE_WEIGHTS, 2, name));
        close(sum, value(trace, EquationId.ACCUMULATE_BIASES, 2, name));
      }
      if (trace.batchEnds()) {
        close(sum, value(trace, EquationId.RESET_WEIGHTS, 2, "sumW2"));
        close(sum, value(trace, EquationId.RESET_BIASES, 2, "zeroW2"));
      }
    }
  }

  @Test
  void aValueStaysWhatItWasWhenTheObjectChangesInALaterStep() {
    Trace trace =
        endOfBatch(
            right ->
                new EquationsWrapper(sharing(right)) {
                  @Override
                  public Statement updateWeights(Layer l, Expr rate) {
                    return right
                        .updateWeights(l, rate)
                        .afterRescaling(l.weightSum(), new Numeral(-3));
                  }
                });
    Matrix summed = value(trace, EquationId.ACCUMULATE_WEIGHTS, 1, "zeroW1");
    assertTrue(summed.norm() > 0);
    close(summed, value(trace, EquationId.ACCUMULATE_BIASES, 1, "sumW1"));
    close(summed.scaled(-3), value(trace, EquationId.UPDATE_WEIGHTS, 1, "zeroW1"));
    close(summed.scaled(-3), value(trace, EquationId.RESET_WEIGHTS, 1, "sumW1"));
  }

  private static void close(Matrix expected, Matrix actual) {
    assertArrayEquals(expected.rowMajor(), actual.rowMajor(), 1e-12);
  }

  @Test
  void withoutACopyBothNamesStandForOneObject() {
    Trace trace = endOfBatch(HeldTest::sharing);
    Map<String, Integer> summed = after(trace, EquationId.ACCUMULATE_WEIGHTS, 2);
    assertEquals(summed.get("sumW2"), summed.get("zeroW2"));
    assertFalse(summed.get("sumb2").equals(summed.get("zerob2")), "biases are copied still");
  }

  @Test
  void rowsThatAreOneObjectShow() {
    record OneRow(int rows, int cols) implements Function {
      @Override
      public String title() {
        return "one row";
      }

      @Override
      public Matrix apply(List<Matrix> arguments) {
        return Matrix.onRows(Collections.nCopies(rows, new double[cols]).toArray(double[][]::new));
      }

      @Override
      public Maths maths(List<Maths> arguments) {
        return Maths.number("0");
      }

      @Override
      public Code numpy(List<Code> arguments) {
        return Code.of("[[0] * %d] * %d".formatted(cols, rows));
      }

      @Override
      public Code java(List<Code> arguments) {
        return Code.of("oneRow()");
      }
    }
    Trace trace =
        endOfBatch(
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public Statement resetWeights(Layer l) {
                    return l.weightSum().becomes(new Applied(new OneRow(l.units(), l.inputs())));
                  }
                });
    List<Held> held = held(trace, EquationId.ACCUMULATE_WEIGHTS, 1);
    assertTrue(held.get(0).oneRow(), "sumW1");
    assertFalse(held.get(1).oneRow(), "zeroW1");
  }

  @Test
  void stepsBeforeAccumulationSayNothingOfAccumulators() {
    assertEquals(List.of(), endOfBatch(right -> right).steps().get(2).accumulators());
  }
}
