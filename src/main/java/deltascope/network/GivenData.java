package deltascope.network;

import static deltascope.algebra.Quantity.A;
import static deltascope.algebra.Quantity.GIVEN_INPUT;
import static deltascope.algebra.Quantity.GIVEN_TARGET;
import static deltascope.algebra.Quantity.Y;

import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.data.Split;

/** The textbook for a caller who brings inputs and targets as they are to be used. */
public final class GivenData extends EquationsWrapper {
  public GivenData(Equations textbook) {
    super(textbook);
  }

  @Override
  public Statement input(Split split) {
    return A.of(0).is(GIVEN_INPUT.of(0));
  }

  @Override
  public Statement target(Layer output, Expr label) {
    return Y.of(0).is(GIVEN_TARGET.of(0));
  }
}
