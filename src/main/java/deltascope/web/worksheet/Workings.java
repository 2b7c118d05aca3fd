package deltascope.web.worksheet;

import deltascope.algebra.Explanation;
import deltascope.algebra.Expr;
import deltascope.algebra.Memory;
import deltascope.algebra.Named;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a step's own line over other numbers than the walk's: those that are printed. */
final class Workings {
  private Workings() {}

  /** What the step had, with some of its numbers replaced. */
  static Memory with(Step step, Map<Ref, Matrix> numbers) {
    Memory memory = step.memory().sharing();
    numbers.forEach(memory::set);
    return memory;
  }

  /** The right side of its line, as it is written. */
  static Expr written(Step step) {
    return step.line().statement().written();
  }

  /** The same where a part that has a name, such as the slope, is read instead of worked out. */
  static Expr named(Expr expr) {
    if (expr instanceof Named part) {
      return part.name();
    }
    List<Expr> parts = expr.parts().stream().map(Workings::named).toList();
    return parts.equals(expr.parts()) ? expr : expr.withParts(parts);
  }

  /** Every name that is read, also within parts that have a name themselves. */
  static Set<Ref> read(Expr expr) {
    Set<Ref> found = new LinkedHashSet<>();
    collect(expr, found);
    return found;
  }

  private static void collect(Expr expr, Set<Ref> found) {
    if (expr instanceof Ref ref) {
      found.add(ref);
    }
    expr.parts().forEach(part -> collect(part, found));
  }

  /**
   * How far an answer may be from those worked out exactly: half a unit of its last place, and more
   * where many terms may have been rounded on the way.
   */
  static double slack(Explanation sum, int places) {
    return Math.max(0.5, Math.sqrt(terms(sum)) / 2) * Math.pow(10, -places);
  }

  private static int terms(Explanation node) {
    int most = node.terms().size();
    for (Explanation part : node.parts()) {
      most = Math.max(most, terms(part));
    }
    return most;
  }
}
