package deltascope.bugs;

import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** δˡ without φ′(zˡ): a saturated unit is blamed as if it could still move. */
final class HiddenSlopeMissing implements Bug {
  @Override
  public String id() {
    return "hidden-slope-missing";
  }

  @Override
  public String title() {
    return "Hidden slope missing";
  }

  @Override
  public String says() {
    return "The error flows down without the slope that should damp a saturated unit.";
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement hiddenError(Layer l, Expr slope) {
        return right.hiddenError(l, slope).without(slope);
      }
    };
  }
}
