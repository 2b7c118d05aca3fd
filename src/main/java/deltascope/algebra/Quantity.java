package deltascope.algebra;

/**
 * The quantities of the vocabulary. A matrix has one column per sample unless it is a weight, a
 * bias or made for one.
 */
public enum Quantity {
  /** Raw pixels, 0…255: n₀ × m. */
  PIXELS("pixels", "\\mathrm{pixels}", "pixels", "pixels", false),
  /** The label as read, a digit: 1 × m. */
  LABEL("label", "\\mathrm{label}", "label", "label", false),
  /** Which sample of the split it is: 1 × m. */
  INDEX("index", "i", "i", "index", false),
  /** Activations a⁰…aᴸ, a⁰ the input: n_l × m. */
  A("a", "a", "a", "a", true),
  /** The target: n_L × m. */
  Y("y", "y", "y", "y", false),
  /** An input that the caller gives as it is to be used: n₀ × m. */
  GIVEN_INPUT("input", "x", "x", "x", false),
  /** A target that the caller gives instead of a label: n_L × m. */
  GIVEN_TARGET("target", "t", "t", "t", false),
  /** Weights, row = to, column = from: n_l × n_{l−1}. */
  W("W", "W", "W", "W", true),
  /** Biases: n_l × 1. */
  B("b", "b", "b", "b", true),
  /** Weighted sums: n_l × m. */
  Z("z", "z", "z", "z", true),
  /** Slopes φ′(zˡ): n_l × m. */
  SLOPE("slope", "\\varphi'", "φ′", "slope", true),
  /** The cost of each sample: 1 × m. */
  COST("C", "C", "C", "C", false),
  /** Errors ∂C/∂zˡ: n_l × m. */
  DELTA("delta", "\\delta", "δ", "delta", true),
  /** Gradients of the weights: as W. */
  DW("dW", "\\nabla W", "∇W", "dW", true),
  /** Gradients of the biases: as b. */
  DB("db", "\\nabla b", "∇b", "db", true),
  /** Accumulators of the weights' gradients: as W. */
  SUM_W("sumW", "\\Sigma W", "ΣW", "sumW", true),
  /** Accumulators of the biases' gradients: as b. */
  SUM_B("sumb", "\\Sigma b", "Σb", "sumb", true),
  /** Zeros in the shape of W, which the accumulators are copied from: as W. */
  ZERO_W("zeroW", "0_W", "0W", "zeroW", true),
  /** Zeros in the shape of b: as b. */
  ZERO_B("zerob", "0_b", "0b", "zerob", true),
  /** The predicted digit: 1 × m. */
  PREDICTED("predicted", "\\hat{k}", "k̂", "predicted", false);

  private final String id;
  private final String latex;
  private final String symbol;
  private final String code;
  private final boolean layered;

  Quantity(String id, String latex, String symbol, String code, boolean layered) {
    this.id = id;
    this.latex = latex;
    this.symbol = symbol;
    this.code = code;
    this.layered = layered;
  }

  /** The name without its layer, as in JSON: "W", "delta", "sumb". */
  public String id() {
    return id;
  }

  String latex() {
    return latex;
  }

  /** The symbol in plain Unicode without its layer: "∇W". */
  public String symbol() {
    return symbol;
  }

  String code() {
    return code;
  }

  /** Whether there is one of it per layer. */
  public boolean layered() {
    return layered;
  }

  /** The style class that gives the quantity its one colour: "q-W". */
  public String styleClass() {
    return "q-" + id;
  }

  /** This quantity of layer {@code layer}. */
  public Ref of(int layer) {
    return new Ref(this, layered ? layer : 0);
  }
}
