package deltascope.math;

/** What a row of a matrix is filled with. */
@FunctionalInterface
public interface Filling {
  /** Sets every entry of row i, whatever is in it; several rows may be filled at once. */
  void fill(double[] row, int i);
}
