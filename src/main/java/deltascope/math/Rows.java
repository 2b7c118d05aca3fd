package deltascope.math;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A matrix's rows: there already, or made of codes, once, when somebody asks for them. */
final class Rows {
  private final int height;
  private final int cols;
  private final boolean own;
  private final double @Nullable [][] given;
  private final @Nullable Codes codes;
  private volatile double @Nullable [][] made;

  private Rows(
      int height, int cols, boolean own, double @Nullable [][] given, @Nullable Codes codes) {
    this.height = height;
    this.cols = cols;
    this.own = own;
    this.given = given;
    this.codes = codes;
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

  /** Rows that need not be there for a product. */
  static Rows of(Codes codes) {
    return new Rows(codes.rows(), codes.cols(), true, null, codes);
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
      known = Objects.requireNonNull(codes).all();
      made = known;
    }
    return known;
  }

  /** The codes, as long as there are no rows that somebody may have changed. */
  @Nullable Codes codes() {
    return made == null ? codes : null;
  }

  /** As a product's right factor. */
  Factor factor() {
    Codes unmade = codes();
    return unmade == null ? new InRows(all(), cols) : unmade.factor();
  }

  /** The transpose as a product's right factor. */
  Factor turned() {
    Codes unmade = codes();
    return unmade == null ? new Turned(all(), cols) : unmade.turned();
  }

  /** Says which rows are needed; those not yet made are not. */
  void note(Workspace.Needed needed) {
    double[][] known = given != null ? given : made;
    if (known != null && own) {
      needed.together(known);
    } else if (known != null) {
      needed.single(known);
    }
  }
}
