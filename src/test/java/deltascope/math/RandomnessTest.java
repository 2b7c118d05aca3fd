package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chance, against the documented algorithms done again with whole numbers of any size. */
class RandomnessTest {
  /** java.util.Random as its documentation has it: x ← (x · 0x5DEECE66D + 11) mod 2⁴⁸. */
  private static final class Documented {
    private static final BigInteger FACTOR = BigInteger.valueOf(0x5DEECE66DL);
    private static final BigInteger MODULUS = BigInteger.TWO.pow(48);
    private BigInteger state;
    private double spare = Double.NaN;

    Documented(long seed) {
      state = unsigned(seed).xor(FACTOR).mod(MODULUS);
    }

    private int next(int bits) {
      state = state.multiply(FACTOR).add(BigInteger.valueOf(11)).mod(MODULUS);
      return state.shiftRight(48 - bits).intValue();
    }

    double nextDouble() {
      return (((long) next(26) << 27) + next(27)) / (double) (1L << 53);
    }

    double nextGaussian() {
      if (!Double.isNaN(spare)) {
        double ready = spare;
        spare = Double.NaN;
        return ready;
      }
      double x;
      double y;
      double square;
      do {
        x = 2 * nextDouble() - 1;
        y = 2 * nextDouble() - 1;
        square = x * x + y * y;
      } while (square >= 1 || square == 0);
      double stretch = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      spare = y * stretch;
      return x * stretch;
    }
  }

  private static final BigInteger WORD = BigInteger.TWO.pow(64);

  private static BigInteger unsigned(long x) {
    return BigInteger.valueOf(x).mod(WORD);
  }

  /** SplitMix64's step from x, in whole numbers modulo 2⁶⁴. */
  private static BigInteger split(BigInteger x) {
    BigInteger z = x.add(new BigInteger("9E3779B97F4A7C15", 16)).mod(WORD);
    z = z.xor(z.shiftRight(30)).multiply(new BigInteger("BF58476D1CE4E5B9", 16)).mod(WORD);
    z = z.xor(z.shiftRight(27)).multiply(new BigInteger("94D049BB133111EB", 16)).mod(WORD);
    return z.xor(z.shiftRight(31));
  }

  private static Documented documented(long seed, String purpose, int n) {
    BigInteger mixed = split(unsigned(seed));
    mixed = split(mixed.xor(unsigned(purpose.hashCode())));
    return new Documented(split(mixed.xor(unsigned(n))).longValue());
  }

  @Test
  void theMixerIsSplitMix64() {
    // The first outputs from state 0, as published with the algorithm.
    assertEquals("e220a8397b1dcdaf", split(BigInteger.ZERO).toString(16));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE, 8_234_567_890_123L})
  void drawsAreThoseOfTheDocumentedAlgorithms(long seed) {
    for (String purpose : new String[] {"weights", "biases", "order"}) {
      for (int n = 0; n < 4; n++) {
        Random random = Randomness.stream(seed, purpose, n);
        Documented documented = documented(seed, purpose, n);
        for (int k = 0; k < 50; k++) {
          assertEquals(documented.nextGaussian(), random.nextGaussian());
          assertEquals(documented.nextDouble(), random.nextDouble());
        }
      }
    }
  }

  @Test
  void everyPurposeAndNumberHasAStreamOfItsOwn() {
    Set<Long> first = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      for (String purpose : new String[] {"weights", "biases", "order"}) {
        for (int n = 0; n < 10; n++) {
          first.add(Randomness.stream(seed, purpose, n).nextLong());
        }
      }
    }
    assertEquals(300, first.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 1000})
  void aPermutationHasEveryNumberOnce(int size) {
    int[] order = Randomness.permutation(Randomness.stream(3, "order", 1), size);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertArrayEquals(IntStream.range(0, size).toArray(), sorted);
    int[] again = Randomness.permutation(Randomness.stream(3, "order", 1), size);
    assertArrayEquals(order, again);
    if (size > 2) {
      assertFalse(Arrays.equals(order, sorted));
    }
  }

  @Test
  void permutationsOfThreeAreAllAsLikely() {
    int[] counts = new int[27];
    Random random = new Random(1);
    for (int round = 0; round < 6000; round++) {
      int[] order = Randomness.permutation(random, 3);
      counts[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    assertEquals(6, Arrays.stream(counts).filter(count -> count > 0).count());
    assertTrue(Arrays.stream(counts).filter(c -> c > 0).allMatch(c -> c > 880 && c < 1120));
  }
}
