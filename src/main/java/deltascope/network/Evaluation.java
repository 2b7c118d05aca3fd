package deltascope.network;

import static deltascope.algebra.Quantity.COST;
import static deltascope.algebra.Quantity.LABEL;
import static deltascope.algebra.Quantity.PREDICTED;

import deltascope.algebra.Memory;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a network does on samples that it does not learn from while it is asked.
 *
 * @param accuracy percent of samples whose predicted digit is the label's
 * @param cost mean per sample
 * @param predicted how often each digit was predicted
 */
public record Evaluation(double accuracy, double cost, List<Integer> predicted) {
  /** Samples that go through together. */
  private static final int CHUNK = 500;

  /**
   * Runs the first {@code size} samples through the weights in {@code memory}. Predictions that are
   * not one a sample equal no labels, as numpy has it for arrays of unlike shapes.
   */
  public static Evaluation of(Setup setup, Memory memory, Samples samples, int size) {
    Equations equations = setup.equations().asRun();
    List<Statement> forward = forward(setup, samples);
    Statement asRead = LABEL.of(0).is(equations.label(samples.split()));
    int[] counts = new int[setup.net().output().units()];
    int right = 0;
    double cost = 0;
    for (int from = 0; from < size; from += CHUNK) {
      int[] chunk = IntStream.range(from, Math.min(size, from + CHUNK)).toArray();
      samples.load(memory, equations, chunk);
      forward.forEach(statement -> statement.run(memory));
      Matrix predicted = memory.get(PREDICTED.of(0));
      Matrix truth = asRead.run(memory);
      boolean oneEach = predicted.cols() == chunk.length;
      for (int j = 0; j < chunk.length; j++) {
        if (oneEach) {
          int digit = (int) predicted.at(0, j);
          right += digit == truth.at(0, j) ? 1 : 0;
          if (digit >= 0 && digit < counts.length) {
            counts[digit]++;
          }
        }
        cost += memory.get(COST.of(0)).at(0, j);
      }
    }
    return new Evaluation(100.0 * right / size, cost / size, IntStream.of(counts).boxed().toList());
  }

  /** The schedule up to the cost, then the digit that the outputs say. */
  private static List<Statement> forward(Setup setup, Samples samples) {
    Equations equations = setup.equations().asRun();
    List<Statement> forward = new ArrayList<>();
    for (Call call : equations.schedule(setup.net(), false)) {
      forward.add(call.equation().statement(equations, call.layer(), samples.split()));
      if (call.equation() == EquationId.COST) {
        break;
      }
    }
    forward.add(equations.predictedClass(setup.net().output()));
    return forward;
  }
}
