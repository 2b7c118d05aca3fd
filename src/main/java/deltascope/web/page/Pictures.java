package deltascope.web.page;

import deltascope.algebra.Picture;
import deltascope.math.Matrix;
import deltascope.network.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The formula made of its matrices: the pieces of a line, its result, and where a bug acts, more.
 */
final class Pictures {
  private final List<Piece> pieces = new ArrayList<>();

  /** What is written after each parenthesis that is open. */
  private final Deque<String> pending = new ArrayDeque<>();

  private Pictures() {}

  static List<Piece> of(Step step, Figures figures, Words words) {
    return new Pictures().draw(step, figures, words);
  }

  /** The same with what the line made hidden. */
  static List<Piece> hiding(Step step, Figures figures) {
    Pictures pictures = new Pictures();
    pictures.operands(step, figures);
    pictures.pieces.add(new Piece.Sign("=", ""));
    pictures.pieces.add(figures.hidden());
    return pictures.pieces;
  }

  private void operands(Step step, Figures figures) {
    for (Picture.Piece piece : step.line().picture().pieces()) {
      if (piece instanceof Picture.Operand operand) {
        // A line that stopped may not have come to its slope.
        pieces.add(
            step.memory().has(operand.ref())
                ? figures.operand(operand.ref(), operand.transposed())
                : new Piece.Sign(operand.ref().symbol(), "word"));
      } else if (piece instanceof Picture.Sign sign) {
        sign(sign.symbol());
      } else if (piece instanceof Picture.Factor factor) {
        pieces.add(Piece.Term.of(factor.maths()));
      }
    }
  }

  private List<Piece> draw(Step step, Figures figures, Words words) {
    operands(step, figures);
    if (step.result() == null) {
      return pieces;
    }
    pieces.add(new Piece.Sign("=", ""));
    Matrix expected = step.expected();
    if (expected == null) {
      pieces.add(
          figures.result(
              step.operands().contains(step.target()) ? words.of("picture.new") : null, null));
      return pieces;
    }
    pieces.add(figures.result(words.of("picture.as-run"), expected));
    pieces.add(new Piece.Sign("≠", "bug"));
    pieces.add(figures.expected(expected));
    if (expected.rows() == step.result().rows() && expected.cols() == step.result().cols()) {
      pieces.add(figures.difference(expected));
    }
    return pieces;
  }

  /** "tanh(" is a word and a parenthesis; "square(" is written after what it holds. */
  private void sign(String symbol) {
    if (symbol.endsWith("(")) {
      String word = symbol.substring(0, symbol.length() - 1);
      boolean square = word.equals("square");
      pending.push(square ? "2" : "");
      word(square ? "" : word, "word");
      pieces.add(new Piece.Paren(false));
    } else if (symbol.startsWith(")")) {
      pieces.add(new Piece.Paren(true));
      word(symbol.substring(1) + (pending.isEmpty() ? "" : pending.pop()), "raised");
    } else {
      pieces.add(new Piece.Sign(symbol, symbol.equals("·") ? "dot" : ""));
    }
  }

  private void word(String word, String styleClass) {
    if (!word.isEmpty()) {
      pieces.add(new Piece.Sign(word, styleClass));
    }
  }
}
