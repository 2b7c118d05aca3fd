package deltascope.math;

/**
 * The matrix product's inner loops. There are two, and they give the same numbers to the bit: each
 * entry is summed one term after the other in the order of k, and neither uses fused operations.
 */
interface Products {
  /** Products of fewer multiplications are done before a second thread has begun. */
  long WORTH_SPLITTING = 200_000;

  /** As many multiplications as a thread takes at a time. */
  long PIECE = 60_000;

  /**
   * a b, put into c, whatever is there.
   *
   * @param c n × m
   * @param a n × k
   * @param b k × m
   */
  void run(double[][] c, double[][] a, Factor b);

  /** How many of {@code n} parts, each of so many multiplications, a thread takes at a time. */
  static int piece(int n, long multiplications) {
    return n * multiplications < WORTH_SPLITTING
        ? n
        : (int) Math.max(1, PIECE / Math.max(1, multiplications));
  }

  /** In words, for the log. */
  String title();

  /** With vector instructions where the JVM has the module for it, else plain loops. */
  static Products fastest() {
    Lanes lanes = Lanes.HERE;
    return lanes == null ? new PlainProducts() : new PackedProducts(lanes);
  }
}
