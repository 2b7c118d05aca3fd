package deltascope.math;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A matrix's rows: there already, or made once when somebody asks for them. */
final class Rows {
  private final int height;
  private final int cols;
  private final boolean own;
  private final double @Nullable [][] given;
  private final @Nullable Filling filling;
  private volatile double @Nullable [][] made;

  private Rows(
      int height, int cols, boolean own, double @Nullable [][] given, @Nullable Filling filling) {
    this.height = height;
    this.cols = cols;
    this.own = own;
    this.given = given;
    this.filling = filling;
  }

  /** Rows that belong to this matrix alone, each an array of its own. */
  static Rows own(double[][] rows, int cols) {
    return new Rows(rows.length, cols, true, rows, null);
  }

  /**
   * Rows that somebody else may have too, or that are one array several times.
   *
   * @throws IllegalArgumentException where there is none, or they differ in length
   */
  static Rows shared(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one row");
    }
    int cols = rows[0].length;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != cols) {
        throw new IllegalArgumentException(
            "row " + (i + 1) + " has " + rows[i].length + " entries, the first has " + cols);
      }
    }
    return new Rows(rows.length, cols, false, rows, null);
  }

  static Rows deferred(int height, int cols, Filling filling) {
    return new Rows(height, cols, true, null, filling);
  }

  int height() {
    return height;
  }

  int cols() {
    return cols;
  }

  /** Whether no other matrix sees it when one of these rows changes, nor another of these rows. */
  boolean own() {
    return own;
  }

  /** All of them; from now on they are there. */
  double[][] all() {
    double[][] known = given != null ? given : made;
    return known != null ? known : make();
  }

  private synchronized double[][] make() {
    double[][] known = made;
    if (known == null) {
      known = Kernels.made(height, cols, Objects.requireNonNull(filling));
      made = known;
    }
    return known;
  }

  /** Gives another array what row i holds, without making the rest. */
  void copy(int i, double[] into) {
    double[][] known = given != null ? given : made;
    if (known == null) {
      Objects.requireNonNull(filling).fill(into, i);
    } else {
      System.arraycopy(known[i], 0, into, 0, cols);
    }
  }

  /** Puts these rows among others that are needed; those not yet made are not. */
  void note(Collection<Object> needed) {
    double[][] known = given != null ? given : made;
    if (known != null) {
      Collections.addAll(needed, (Object[]) known);
    }
  }
}
