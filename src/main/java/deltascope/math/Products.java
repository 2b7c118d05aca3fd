package deltascope.math;

/**
 * The matrix product's inner loops. There are two, and they give the same numbers to the bit: each
 * entry is summed one term after the other in the order of k, and neither uses fused operations.
 */
interface Products {
  /**
   * Rows {@code from} … {@code to} − 1 of a b, put into as many columns of c, which are zero
   * before.
   *
   * @param c n rows
   * @param first the column of c that the first of b's becomes
   * @param a n × k
   * @param b k × m
   */
  void run(double[][] c, int first, double[][] a, double[][] b, int from, int to);

  /** In words, for the log. */
  String title();

  /** With vector instructions where the JVM has the module for it, else plain loops. */
  static Products fastest() {
    try {
      return Class.forName("deltascope.math.VectorProducts")
          .asSubclass(Products.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError withoutTheModule) {
      return new PlainProducts();
    }
  }
}
