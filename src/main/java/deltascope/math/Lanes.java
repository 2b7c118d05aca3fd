package deltascope.math;

import org.jspecify.annotations.Nullable;

/** What is done to a few neighbouring numbers at once, where the JVM has the module for it. */
interface Lanes {
  /** Null without the module. */
  @Nullable Lanes HERE = find();

  /** As many numbers at once: a power of two, and 2 at least; 0 without the module. */
  int WIDTH = HERE == null ? 0 : HERE.width();

  /** {@link #WIDTH}, for those who have no other way to know it. */
  int width();

  /** WIDTH numbers of one array from i on become those of the other from j on. */
  void copy(double[] from, int i, double[] to, int j);

  /**
   * Leaves of so many groups of WIDTH numbers those that are not all zero in x and in y; they move
   * up to the front of both.
   *
   * @param kept their numbers before; behind them anything
   * @return how many
   */
  int leaveZerosOut(double[] x, double[] y, int groups, int[] kept);

  /** Whether none of the first {@code size} numbers is infinite or not a number. */
  boolean finite(double[] x, int size);

  /**
   * Four rows of a product and two vectors of its columns: the sums over t of the four numbers from
   * terms[t] on in {@code left} times the WIDTH numbers from WIDTH · t on in {@code low} and {@code
   * high}, one term after the other.
   *
   * @param sums 8 WIDTH numbers: for each of the four rows its sums with low, then with high
   */
  void block(double[] left, double[] low, double[] high, int[] terms, double[] sums);

  /** {@link Tanh} of each x. */
  void tanh(double[] x, double[] result);

  private static @Nullable Lanes find() {
    try {
      return Class.forName("deltascope.math.VectorLanes")
          .asSubclass(Lanes.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError withoutTheModule) {
      return null;
    }
  }
}
