package deltascope.network;

import java.util.function.UnaryOperator;

/**
 * A way to change equations: a name, and what wraps them.
 *
 * @param id the name in addresses and JSON
 * @param wrapper takes equations and gives them back with one of them changed
 */
public record Variation(String id, UnaryOperator<Equations> wrapper) {}
