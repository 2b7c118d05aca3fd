package deltascope.network;

import deltascope.math.Refused;

/** What a wrong output costs. */
public enum Cost {
  /** C = Σₖ (aₖ − yₖ)², without ½. */
  SQUARED_ERROR("squared-error", "squared error"),
  /** C = ½ Σₖ (aₖ − yₖ)². */
  HALF_SQUARED_ERROR("half-squared-error", "half squared error"),
  /** C = −Σₖ yₖ ln aₖ for softmax; for sigmoid −Σₖ [yₖ ln aₖ + (1 − yₖ) ln(1 − aₖ)]. */
  CROSS_ENTROPY("cross-entropy", "cross-entropy");

  private final String id;
  private final String title;

  Cost(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As in addresses and JSON: "squared-error". */
  public String id() {
    return id;
  }

  /** In words. */
  public String title() {
    return title;
  }

  /**
   * Refuses a cost that the output's range gives no meaning to.
   *
   * @throws Refused for cross-entropy on outputs that are no probabilities
   */
  public void mustSuit(Activation output) {
    boolean probabilities = output == Activation.SIGMOID || output == Activation.SOFTMAX;
    if (this == CROSS_ENTROPY && !probabilities) {
      throw new Refused(
          "cost",
          "cross-entropy with output " + output.id(),
          "squared-error or half-squared-error with this output, or output sigmoid or softmax"
              + " (cross-entropy reads outputs as probabilities)");
    }
  }

  /**
   * The cost of that name.
   *
   * @throws Refused (parameter {@code cost}) if there is none
   */
  public static Cost of(String id) {
    for (Cost cost : values()) {
      if (cost.id.equals(id)) {
        return cost;
      }
    }
    throw new Refused("cost", id, "one of squared-error, half-squared-error, cross-entropy");
  }
}
