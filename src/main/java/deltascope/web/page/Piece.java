package deltascope.web.page;

import deltascope.algebra.Maths;

/** A piece of the formula made of its matrices. */
public sealed interface Piece permits Figure, Piece.Sign, Piece.Paren, Piece.Term {

  /**
   * An operator.
   *
   * @param styleClass how it is set: "dot", "bug" or none
   */
  record Sign(String text, String styleClass) implements Piece {}

  /** A parenthesis, as tall as what it holds. */
  record Paren(boolean closes) implements Piece {}

  /** A number, a parameter or a function's name. */
  record Term(String latex, String mathml) implements Piece {
    static Term of(Maths maths) {
      return new Term(maths.styledLatex(), maths.mathml());
    }
  }
}
