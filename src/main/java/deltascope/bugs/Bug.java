package deltascope.bugs;

import deltascope.network.Equations;
import deltascope.network.Variation;

/**
 * A bug that people really write. It wraps the equations and overrides one of them.
 *
 * @see Catalogue
 */
public interface Bug {
  /** The name in addresses: "error-sign". */
  String id();

  /** A few words for a switch or a chip. */
  String title();

  /** One sentence: what the program does instead of what it should. */
  String says();

  /** The same equations with this bug in them. */
  Equations in(Equations right);

  /** The bug as the network knows it. */
  default Variation variation() {
    return new Variation(id(), this::in);
  }
}
