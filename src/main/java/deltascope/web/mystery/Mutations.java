package deltascope.web.mystery;

import deltascope.algebra.Applied;
import deltascope.algebra.Copied;
import deltascope.algebra.Difference;
import deltascope.algebra.Expr;
import deltascope.algebra.Hadamard;
import deltascope.algebra.Named;
import deltascope.algebra.Numeral;
import deltascope.algebra.Product;
import deltascope.algebra.Quantity;
import deltascope.algebra.Quotient;
import deltascope.algebra.Ref;
import deltascope.algebra.Scaled;
import deltascope.algebra.Sum;
import deltascope.algebra.Transposed;
import java.util.ArrayList;
import java.util.List;

/** Plausible slips in a line: what a tired hand could have written. */
final class Mutations {
  private Mutations() {}

  /** The expression with one slip each, and last, for an expression with no room for any, two. */
  static List<Expr> of(Expr expr) {
    List<Expr> all = new ArrayList<>(slips(expr));
    all.add(Numeral.TWO.scaling(expr));
    all.add(new Numeral(-1).scaling(expr));
    return all;
  }

  private static List<Expr> slips(Expr expr) {
    List<Expr> slips = new ArrayList<>(here(expr));
    if (expr instanceof Named) {
      return slips;
    }
    List<Expr> parts = expr.parts();
    for (int i = 0; i < parts.size(); i++) {
      for (Expr slip : slips(parts.get(i))) {
        List<Expr> others = new ArrayList<>(parts);
        others.set(i, slip);
        slips.add(expr.withParts(others));
      }
    }
    return slips;
  }

  private static List<Expr> here(Expr expr) {
    if (expr instanceof Difference difference) {
      return List.of(
          difference.right().minus(difference.left()), difference.left().plus(difference.right()));
    } else if (expr instanceof Hadamard product) {
      return List.of(product.left());
    } else if (expr instanceof Sum sum) {
      return List.of(sum.left(), sum.left().minus(sum.right()));
    } else if (expr instanceof Quotient quotient) {
      return List.of(quotient.dividend());
    } else if (expr instanceof Scaled scaled) {
      return List.of(scaled.matrix());
    } else if (expr instanceof Transposed transposed) {
      return List.of(transposed.matrix());
    } else if (expr instanceof Copied copied) {
      return List.of(copied.matrix());
    } else if (expr instanceof Product product && product.left() instanceof Ref left) {
      return List.of(left.transposed().times(product.right()));
    } else if (expr instanceof Applied applied && applied.parts().size() == 1) {
      return applied.parts();
    } else if (expr instanceof Ref ref) {
      return neighbours(ref);
    }
    return List.of();
  }

  /** Names of the same shape that a hand could confuse. */
  private static List<Expr> neighbours(Ref ref) {
    int l = ref.layer();
    return switch (ref.quantity()) {
      case ZERO_W -> List.of(Quantity.DW.of(l), Quantity.W.of(l));
      case ZERO_B -> List.of(Quantity.DB.of(l), Quantity.B.of(l));
      case DW -> List.of(Quantity.W.of(l));
      case DB -> List.of(Quantity.B.of(l));
      case SUM_W -> List.of(Quantity.DW.of(l));
      case SUM_B -> List.of(Quantity.DB.of(l));
      case DELTA -> List.of(Quantity.A.of(l));
      case Z -> List.of(Quantity.A.of(l - 1));
      case A -> l == 0 ? List.of() : List.of(Quantity.Z.of(l));
      default -> List.of();
    };
  }
}
