package deltascope.bugs;

import static deltascope.algebra.Quantity.Y;

import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** δᴸ with the difference the wrong way round: the network learns to be wrong. */
final class ErrorSign implements Bug {
  @Override
  public String id() {
    return "error-sign";
  }

  @Override
  public String title() {
    return "Error with the wrong sign";
  }

  @Override
  public String says() {
    return "The output's error is target minus output, and every update climbs the cost.";
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement outputError(Layer output, Expr slope) {
        Expr a = output.a();
        Expr y = Y.of(0);
        return right.outputError(output, slope).replacing(a.minus(y), y.minus(a));
      }
    };
  }
}
