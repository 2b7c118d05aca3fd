package deltascope.web.page;

import deltascope.algebra.Maths;

/** A piece of the formula made of its matrices. */
public sealed interface Piece permits Figure, Piece.Sign, Piece.Paren, Piece.Term, Piece.Hidden {

  /**
   * An operator.
   *
   * @param styleClass how it is set: "dot", "bug" or none
   */
  record Sign(String text, String styleClass) implements Piece {}

  /** A parenthesis, as tall as what it holds. */
  record Paren(boolean closes) implements Piece {}

  /**
   * A matrix that is not to be seen yet: its name and shape, and which cell is asked for, from 0. A
   * picture of pixels has the rows and columns of the picture.
   *
   * @param styleClass its quantity's colour and its size class
   * @param said what a screen reader calls it
   * @param size "16 × 10"
   */
  record Hidden(
      String styleClass, Html name, String said, String size, int rows, int cols, int row, int col)
      implements Piece {}

  /** A number, a parameter or a function's name. */
  record Term(String latex, String mathml) implements Piece {
    static Term of(Maths maths) {
      return new Term(maths.styledLatex(), maths.mathml());
    }
  }
}
