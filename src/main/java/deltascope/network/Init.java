package deltascope.network;

import deltascope.algebra.Applied;
import deltascope.algebra.Drawn;
import deltascope.algebra.Expr;
import deltascope.algebra.Filled;
import deltascope.math.Refused;
import java.util.Locale;

/** How weights begin. Biases begin at 0, but for NORMAL and UNIFORM, which draw them too. */
public enum Init {
  /** N(0, 1/n_in), after Glorot and Bengio. */
  XAVIER,
  /** N(0, 2/n_in), after He et al. */
  HE,
  /** N(0, 1). */
  NORMAL,
  /** U(−1, 1). */
  UNIFORM,
  ZEROS;

  /** As in addresses and JSON: "xavier". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Wˡ before the first step, n_l × n_{l−1}. */
  Expr weights(Layer l, long seed) {
    Drawn.Shape shape = this == UNIFORM ? Drawn.Shape.UNIFORM : Drawn.Shape.NORMAL;
    double spread =
        switch (this) {
          case XAVIER -> 1.0 / l.inputs();
          case HE -> 2.0 / l.inputs();
          default -> 1;
        };
    return this == ZEROS
        ? new Applied(new Filled(l.units(), l.inputs(), 0))
        : new Applied(new Drawn(l.units(), l.inputs(), shape, spread, seed, "weights", l.index()));
  }

  /** bˡ before the first step, n_l × 1. */
  Expr biases(Layer l, long seed) {
    if (this != NORMAL && this != UNIFORM) {
      return new Applied(new Filled(l.units(), 1, 0));
    }
    Drawn.Shape shape = this == UNIFORM ? Drawn.Shape.UNIFORM : Drawn.Shape.NORMAL;
    return new Applied(new Drawn(l.units(), 1, shape, 1, seed, "biases", l.index()));
  }

  /**
   * The init of that name.
   *
   * @throws Refused (parameter {@code init}) if there is none
   */
  public static Init of(String id) {
    for (Init init : values()) {
      if (init.id().equals(id)) {
        return init;
      }
    }
    throw new Refused("init", id, "one of xavier, he, normal, uniform, zeros");
  }
}
