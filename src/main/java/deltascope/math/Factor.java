package deltascope.math;

/**
 * The right factor of a product, k × m, as the loops ask for it: it may be in rows already, or be
 * another matrix turned, or pixels that nobody has made numbers of yet.
 */
interface Factor {
  /** k. */
  int rows();

  /** m. */
  int cols();

  /** All of it, row by row. */
  double[][] all();

  /**
   * A vector of columns: entries (i, j) … (i, j + {@link Lanes#WIDTH} − 1) go to {@code into} from
   * WIDTH · i on, for each row i.
   */
  void take(Lanes lanes, int j, double[] into);

  /**
   * Two vectors of columns, of those rows that are not all zero in both.
   *
   * @param rows which these are, in order; behind them anything, as in the columns
   * @return how many
   */
  default int takeNotZero(Lanes lanes, int j, int j2, double[] low, double[] high, int[] rows) {
    take(lanes, j, low);
    take(lanes, j2, high);
    return lanes.leaveZerosOut(low, high, rows(), rows);
  }
}
