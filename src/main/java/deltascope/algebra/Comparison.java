package deltascope.algebra;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the line that runs departs from the textbook's, as small as it can be told: what was
 * struck, what is fresh, what was replaced.
 */
final class Comparison {
  /** One mark more is as hard to read as this many symbols. */
  private static final int MARK = 3;

  private Comparison() {}

  /** The two as one expression with marks; the one that runs itself where they are equal. */
  static Expr of(Expr textbook, Expr asRun) {
    if (textbook.equals(asRun)) {
      return asRun;
    }
    Expr best = new Replaced(textbook, asRun);
    for (Expr candidate : candidates(textbook, asRun)) {
      if (weight(candidate) < weight(best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static List<Expr> candidates(Expr textbook, Expr asRun) {
    List<Expr> candidates = new ArrayList<>();
    Expr inside = partByPart(textbook, asRun);
    if (inside != null) {
      candidates.add(inside);
    }
    around(candidates, textbook, asRun, Mark.STRUCK);
    around(candidates, asRun, textbook, Mark.FRESH);
    return candidates;
  }

  /** The same operation on both sides: compare operand by operand. */
  private static @Nullable Expr partByPart(Expr textbook, Expr asRun) {
    List<Expr> old = textbook.parts();
    List<Expr> now = asRun.parts();
    if (old.isEmpty() || old.size() != now.size() || !textbook.withParts(now).equals(asRun)) {
      return null;
    }
    List<Expr> compared = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      compared.add(of(old.get(i), now.get(i)));
    }
    return asRun.withParts(compared);
  }

  /** One side is an operand of the other, whose remaining operands are marked. */
  private static void around(List<Expr> candidates, Expr larger, Expr smaller, Mark mark) {
    List<Expr> parts = larger.parts();
    if (parts.size() < 2) {
      return;
    }
    // A fraction without its dividend would read as one over the divisor.
    int most = larger instanceof Quotient ? 1 : parts.size();
    for (int kept = 0; kept < most; kept++) {
      List<Expr> marked = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Expr part = parts.get(i);
        if (i != kept) {
          marked.add(new Marked(mark, part));
        } else {
          marked.add(mark == Mark.STRUCK ? of(part, smaller) : of(smaller, part));
        }
      }
      candidates.add(larger.withParts(marked));
    }
  }

  private static int weight(Expr expr) {
    if (expr instanceof Marked marked) {
      return MARK + size(marked.part());
    }
    if (expr instanceof Replaced replaced) {
      return MARK + size(replaced.textbook()) + size(replaced.asRun());
    }
    return expr.parts().stream().mapToInt(Comparison::weight).sum();
  }

  private static int size(Expr expr) {
    return 1 + expr.parts().stream().mapToInt(Comparison::size).sum();
  }
}
