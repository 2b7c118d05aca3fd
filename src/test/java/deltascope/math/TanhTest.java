package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM's own StrictMath is the oracle. */
class TanhTest {
  private static final int MANY = 300_000;

  private static void same(double x) {
    same(x, Tanh.of(x));
  }

  private static void same(double x, double found) {
    assertEquals(
        Double.doubleToLongBits(StrictMath.tanh(x)),
        Double.doubleToLongBits(found),
        () -> "tanh " + x + " is " + StrictMath.tanh(x) + ", not " + found);
  }

  static Stream<Arguments> numbers() {
    Random random = new Random(1);
    DoubleSupplier ofAnySize = () -> Double.longBitsToDouble(random.nextLong());
    DoubleSupplier small = () -> random.nextGaussian() * Math.pow(10, -random.nextInt(20));
    DoubleSupplier usual = random::nextGaussian;
    DoubleSupplier large = () -> random.nextDouble(-23, 23);
    DoubleSupplier atSteps =
        () -> random.nextInt(-66, 67) * Math.log(2) / 4 * (1 + random.nextInt(-4, 5) * 0x1p-52);
    return Stream.of(
        Arguments.of("of any size", ofAnySize),
        Arguments.of("small", small),
        Arguments.of("usual", usual),
        Arguments.of("up to 23", large),
        Arguments.of("where k changes", atSteps));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void manyAtOnceAreAsEachAlone(String which, DoubleSupplier numbers) {
    for (int size : new int[] {1, 2, 3, 7, 8, 9, 255, 256, 257, 1_000, MANY}) {
      double[] x = DoubleStream.generate(numbers).limit(size).toArray();
      double[] result = new double[size];
      Tanh.TANH.ofMany(x, result);
      for (int i = 0; i < size; i++) {
        same(x[i], result[i]);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void tanhIsStrictMathsToTheBit(String which, DoubleSupplier numbers) {
    for (int n = 0; n < MANY; n++) {
      same(numbers.getAsDouble());
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        1,
        -1,
        22,
        -22,
        0x1.5ffffffffffffp4,
        0x1p-54,
        0x1p-55,
        0x0.fffffffffffffp0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        0x1.62e43p-3,
        0x1.0a2b2p-1,
        0x1.62e42ffffffffp-3,
        0x1.0a2b1ffffffffp-1,
        6.5
      })
  void soItIsWhereTheCasesMeet(double x) {
    same(x);
    same(-x);
    double[] eight = {x, -x, Math.nextUp(x), Math.nextDown(x), -Math.nextUp(x), 0.5, 1.5, 3};
    double[] result = new double[8];
    Tanh.TANH.ofMany(eight, result);
    for (int i = 0; i < 8; i++) {
      same(eight[i], result[i]);
    }
  }
}
