package deltascope.network;

import static deltascope.algebra.Quantity.LABEL;

import deltascope.algebra.Memory;
import deltascope.algebra.Statement;
import deltascope.math.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * How well a network does on samples that it does not learn from while it is asked.
 *
 * @param size how many samples these were
 * @param accuracy percent of samples whose predicted digit is the label's
 * @param cost mean per sample
 * @param predicted how often each digit was predicted
 * @param confusion how often, by the label as the program reads it and then by the digit predicted;
 *     samples where either is no digit are left out
 * @param worst the samples that cost most, ten at most, the dearest first
 * @param outputs what came out, in brief
 */
public record Evaluation(
    int size,
    double accuracy,
    double cost,
    List<Integer> predicted,
    List<List<Integer>> confusion,
    List<Wrong> worst,
    Outputs outputs) {
  /** Samples that go through together. */
  private static final int CHUNK = 500;

  /**
   * A sample and what it cost.
   *
   * @param index in its split
   * @param label as the program reads it
   * @param predicted −1 where predictions are not one a sample
   */
  public record Wrong(int index, int label, int predicted, double cost) {}

  /**
   * All outputs of all samples in brief.
   *
   * @param mean of each output unit
   * @param spread root mean square distance of an output from its unit's mean
   */
  public record Outputs(List<Double> mean, double spread) {}

  /** So many of {@code all} samples, evenly spread over them. */
  public static int[] spread(int all, int size) {
    return IntStream.range(0, size).map(i -> (int) ((long) i * all / size)).toArray();
  }

  /** Runs the first {@code size} samples through the weights in {@code memory}. */
  public static Evaluation of(Setup setup, Memory memory, Samples samples, int size) {
    return of(setup, memory, samples, IntStream.range(0, size).toArray());
  }

  /**
   * Runs these samples through the weights in {@code memory}. Predictions that are not one a sample
   * equal no labels, as numpy has it for arrays of unlike shapes. A thread that is interrupted
   * stops with a {@link CancellationException}.
   */
  public static Evaluation of(Setup setup, Memory memory, Samples samples, int[] which) {
    Equations equations = setup.equations().asRun();
    List<Statement> forward = forward(setup, samples);
    Statement asRead = LABEL.of(0).is(equations.label(samples.split()));
    Tally tally = new Tally(setup.net().output().units());
    Workspace workspace = new Workspace();
    for (int from = 0; from < which.length; from += CHUNK) {
      Trainer.mustGoOn();
      int[] chunk = Arrays.copyOfRange(which, from, Math.min(which.length, from + CHUNK));
      workspace.round(
          setup.living(memory),
          () -> {
            samples.load(memory, equations, chunk);
            forward.forEach(statement -> statement.run(memory));
            tally.count(chunk, asRead.run(memory), memory);
            tally.count(memory.get(setup.net().output().a()));
          });
    }
    return tally.evaluation();
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
