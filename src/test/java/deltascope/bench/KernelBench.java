package deltascope.bench;

import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Arithmetic;
import deltascope.math.Matrix;
import deltascope.math.Tanh;
import deltascope.math.Workspace;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The operations that an epoch consists of, measured by JMH, the products also as a share of what
 * numpy reaches on this machine with matrices large enough to show it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class KernelBench {
  private static final int INPUTS = 784;
  private static final int BATCH = 100;

  /** Units of the layer above the pixels. */
  @Param({"30", "128"})
  public int units;

  private Matrix weights;
  private Matrix input;
  private Matrix pixels;
  private Matrix delta;
  private Matrix sums;
  private Matrix result;
  private final Workspace workspace = new Workspace();

  @Setup
  public void fill() {
    Random random = new Random(1);
    weights = numbers(random, units, INPUTS);
    input = numbers(random, INPUTS, BATCH);
    Digits made = new Library(Library.folder("", Map.of())).get("made").train();
    pixels = made.columns(IntStream.range(0, BATCH).toArray()).dividedBy(255);
    delta = numbers(random, units, BATCH);
    sums = weights.times(input);
  }

  private static Matrix numbers(Random random, int rows, int cols) {
    Matrix numbers = Matrix.zeros(rows, cols);
    return numbers.map(zero -> random.nextGaussian() / 10);
  }

  /** In memory that was used a moment ago, as in training. */
  private Matrix round(Supplier<Matrix> work) {
    workspace.round(List.of(), () -> result = work.get());
    return result;
  }

  @Benchmark
  public Matrix weightedSum() {
    return round(() -> weights.times(input));
  }

  @Benchmark
  public Matrix weightGradient() {
    return round(() -> delta.timesTransposed(input));
  }

  /** Of pixels: bytes, of which four of five are zero. */
  @Benchmark
  public Matrix weightedSumOfPixels() {
    return round(() -> weights.times(pixels));
  }

  @Benchmark
  public Matrix weightGradientOfPixels() {
    return round(() -> delta.timesTransposed(pixels));
  }

  @Benchmark
  public Matrix tanh() {
    return round(() -> sums.map(Tanh.TANH));
  }

  @Benchmark
  public Matrix update() {
    return round(() -> weights.minus(weights.scaled(0.001)));
  }

  static void run() throws IOException, InterruptedException {
    Double peak = peak();
    Collection<RunResult> results;
    try {
      results =
          new Runner(
                  new OptionsBuilder()
                      .include(KernelBench.class.getName())
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run();
    } catch (RunnerException failure) {
      throw new IOException(failure);
    }
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      int units = Integer.parseInt(result.getParams().getParam("units"));
      double nanos = result.getPrimaryResult().getScore();
      Report.row(
          "Kernel %s, %d units, m = 100, %s".formatted(name, units, Arithmetic.described()),
          Report.format("%.1f µs%s", nanos / 1e3, rate(name, units, nanos, peak)),
          "");
    }
  }

  /** Of the products: how many operations a second, and the share of the machine's peak. */
  private static String rate(String name, int units, double nanos, Double peak) {
    if (!name.startsWith("weight") || name.endsWith("OfPixels")) {
      return "";
    }
    double rate = 2.0 * units * INPUTS * BATCH / nanos;
    return Report.format(", %.0f GFLOP/s", rate)
        + (peak == null
            ? ""
            : Report.format(", %.0f %% of numpy's %.0f at 1024 × 1024", 100 * rate / peak, peak));
  }

  private static Double peak() throws IOException, InterruptedException {
    String said = Numpy.run("peak.py");
    return said.isEmpty() ? null : Double.valueOf(said);
  }
}
