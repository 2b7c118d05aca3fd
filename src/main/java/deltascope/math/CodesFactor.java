package deltascope.math;

import java.util.Arrays;

/**
 * Bytes as a right factor: which rows are not zero is seen by the bytes, before any is looked up.
 */
abstract class CodesFactor implements Factor {
  final Codes codes;

  CodesFactor(Codes codes) {
    this.codes = codes;
  }

  /** Which rows are not all zero in the vectors of columns from j and from j2 on; how many. */
  abstract int notZero(int j, int j2, int[] rows);

  /** What a vector of columns stands for, of the rows in a list. */
  abstract void lookUp(int j, int[] rows, int count, double[] into);

  @Override
  public final void take(Lanes lanes, int j, double[] into) {
    int[] all = new int[rows()];
    Arrays.setAll(all, i -> i);
    lookUp(j, all, all.length, into);
  }

  @Override
  public final int takeNotZero(
      Lanes lanes, int j, int j2, double[] low, double[] high, int[] rows) {
    if (!codes.zeroIsZero()) {
      return Factor.super.takeNotZero(lanes, j, j2, low, high, rows);
    }
    int count = notZero(j, j2, rows);
    lookUp(j, rows, count, low);
    lookUp(j2, rows, count, high);
    return count;
  }
}
