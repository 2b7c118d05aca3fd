package deltascope.bugs;

import deltascope.network.Equations;

/**
 * A bug that people really write. It wraps the equations and overrides one of them.
 *
 * <p>A bug is one file: a class with {@code @AutoService(Bug.class)} in this package, its {@link
 * Card} and its equation. {@link Catalogue} finds it by itself.
 */
public interface Bug {
  /** What there is to say of it. */
  Card card();

  /** The same equations with this bug in them. */
  Equations in(Equations right);

  /** The name in addresses: "error-sign". */
  default String id() {
    return card().id();
  }

  /** A few words for a switch or a chip. */
  default String title() {
    return card().title();
  }

  /** One sentence: what the program does instead of what it should. */
  default String says() {
    return card().says();
  }
}
