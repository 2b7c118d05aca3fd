package deltascope.data;

import deltascope.math.Randomness;
import java.util.Random;

/** What is left to chance when one digit is written: a stream of its own for every sample. */
final class Chance {
  private static final double SQRT_3 = Math.sqrt(3);
  private final Random random;

  /** The stream of sample {@code i} of {@code purpose} under {@code seed}. */
  Chance(long seed, String purpose, int i) {
    random = Randomness.stream(seed, purpose, i);
  }

  /** Evenly spread in 0 ≤ u &lt; 1. */
  double uniform() {
    return random.nextDouble();
  }

  /** Evenly spread between two bounds. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /**
   * Bell-shaped with mean 0 and standard deviation 1: the sum of four even numbers of 16 bits, so
   * never beyond ±3.5. A hand makes no slips of six deviations.
   */
  double bell() {
    long bits = random.nextLong();
    long sum =
        (bits & 0xffff) + ((bits >>> 16) & 0xffff) + ((bits >>> 32) & 0xffff) + (bits >>> 48);
    return (sum / 65535.0 - 2) * SQRT_3;
  }
}
