package deltascope.checks;

import deltascope.network.EquationId;

/**
 * A check of a network and its program. It is one file: a class with
 * {@code @AutoService(Check.class)} in this package; {@link Checks} finds it by itself.
 */
public interface Check {
  /** The name in addresses and JSON: "gradient-check". */
  String id();

  /** A few words. */
  String title();

  /** What it computes, and what it cannot see, in two sentences. */
  String says();

  /** Whether it is done in an instant, and so shown first. */
  boolean quick();

  /** The step of the walk at which what it looks at is best seen. */
  EquationId where();

  /** Looks at the program as it runs. */
  Finding run(Subject subject);
}
