package deltascope.network;

import java.util.function.UnaryOperator;

/**
 * A way to change equations: a name, and what wraps them.
 *
 * @param id the name in addresses and JSON
 * @param rank where it stands among others: lower ones are closer to the textbook
 * @param wrapper takes equations and gives them back with one of them changed
 */
public record Variation(String id, int rank, UnaryOperator<Equations> wrapper) {
  /** A variation for which it does not matter where it stands. */
  public Variation(String id, UnaryOperator<Equations> wrapper) {
    this(id, 0, wrapper);
  }
}
