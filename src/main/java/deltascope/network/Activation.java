package deltascope.network;

import deltascope.algebra.Applied;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What turns z into a, its slope, and the targets that its range allows. */
@SuppressWarnings("ImmutableEnumChecker") // functions are values: enums and records
public enum Activation {
  TANH(ActivationFunctions.TANH, ActivationFunctions.TANH_SLOPE, 1, -1),
  SIGMOID(ActivationFunctions.SIGMOID, ActivationFunctions.SIGMOID_SLOPE, 1, 0),
  RELU(ActivationFunctions.RELU, ActivationFunctions.RELU_SLOPE, 1, 0),
  LINEAR(ActivationFunctions.IDENTITY, ActivationFunctions.IDENTITY_SLOPE, 1, -1),
  /** For the output only: a unit's value depends on all units' z. */
  SOFTMAX(Softmax.OVER_UNITS, ActivationFunctions.SOFTMAX_SLOPE, 1, 0);

  /** Where tanh and sigmoid count as flat: within a hundredth of an end of their range. */
  public static final double FLAT = 0.99;

  private final Function value;
  private final Function slope;
  private final double hot;
  private final double cold;

  Activation(Function value, Function slope, double hot, double cold) {
    this.value = value;
    this.slope = slope;
    this.hot = hot;
    this.cold = cold;
  }

  /** As in addresses and JSON: "tanh". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** φ. */
  public Function value() {
    return value;
  }

  /** φ′, a function of z; softmax's is that of each unit's own z. */
  public Function slope() {
    return slope;
  }

  /** φ(z). */
  public Expr of(Expr z) {
    return this == LINEAR ? z : new Applied(value, z);
  }

  /** The target of the unit that stands for the label. */
  public double hot() {
    return hot;
  }

  /** The target of every other unit. */
  public double cold() {
    return cold;
  }

  /** Whether it has ends where its slope is all but 0. */
  public boolean flattens() {
    return this == TANH || this == SIGMOID;
  }

  /**
   * The share of activations at the flat ends, 0…1: |a| &gt; 0.99 for tanh, a &gt; 0.99 or a &lt;
   * 0.01 for sigmoid, and whatever is no number. NaN for functions without such ends.
   */
  public double saturated(Matrix a) {
    if (!flattens()) {
      return Double.NaN;
    }
    double least = this == TANH ? -FLAT : 1 - FLAT;
    int flat = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (double value : a.row(i)) {
        flat += value >= least && value <= FLAT ? 0 : 1;
      }
    }
    return (double) flat / a.size();
  }

  /**
   * The activation of that name.
   *
   * @param parameter the parameter that asks
   * @param output whether it asks for an output layer, which may be softmax
   * @throws Refused if there is none
   */
  public static Activation of(String parameter, String id, boolean output) {
    List<Activation> allowed = output ? List.of(values()) : List.of(TANH, SIGMOID, RELU, LINEAR);
    for (Activation activation : allowed) {
      if (activation.id().equals(id)) {
        return activation;
      }
    }
    String names = allowed.stream().map(Activation::id).collect(Collectors.joining(", "));
    throw new Refused(parameter, id, "one of " + names);
  }
}
