package deltascope.math;

import java.util.Random;

/**
 * Where chance comes from: one seed, and an independent stream for every purpose and number, so
 * that one more draw in one place moves nothing elsewhere.
 *
 * <p>{@link Random}'s generator and its Gaussian are laid down in its documentation to the bit (the
 * Gaussian by way of StrictMath), so every JVM draws the same.
 */
public final class Randomness {
  private Randomness() {}

  /** The stream of {@code purpose}, number {@code n}, under {@code seed}. */
  public static Random stream(long seed, String purpose, int n) {
    long mixed = scramble(seed);
    mixed = scramble(mixed ^ purpose.hashCode());
    return new Random(scramble(mixed ^ n));
  }

  /** 0 … size−1 in a random order (Fisher and Yates). */
  public static int[] permutation(Random random, int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** SplitMix64's finisher: neighbouring seeds become unrelated ones. */
  private static long scramble(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
