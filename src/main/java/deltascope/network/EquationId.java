package deltascope.network;

import deltascope.algebra.Named;
import deltascope.algebra.Statement;
import deltascope.data.Split;

/** The equations that a walk shows, in the names of the vocabulary, each with where it is said. */
public enum EquationId {
  INPUT("input", Phase.DATA),
  TARGET("target", Phase.DATA),
  WEIGHTED_SUM("weighted-sum", Phase.FORWARD),
  ACTIVATION("activation", Phase.FORWARD),
  COST("cost", Phase.COST),
  OUTPUT_ERROR("output-error", Phase.BACKWARD),
  HIDDEN_ERROR("hidden-error", Phase.BACKWARD),
  WEIGHT_GRADIENT("weight-gradient", Phase.BACKWARD),
  BIAS_GRADIENT("bias-gradient", Phase.BACKWARD),
  ACCUMULATE_WEIGHTS("accumulate-weights", Phase.ACCUMULATE),
  ACCUMULATE_BIASES("accumulate-biases", Phase.ACCUMULATE),
  UPDATE_WEIGHTS("update-weights", Phase.UPDATE),
  UPDATE_BIASES("update-biases", Phase.UPDATE),
  RESET_WEIGHTS("reset", Phase.UPDATE),
  RESET_BIASES("reset", Phase.UPDATE);

  private final String id;
  private final Phase phase;

  EquationId(String id, Phase phase) {
    this.id = id;
    this.phase = phase;
  }

  /** As in JSON: "weighted-sum". */
  public String id() {
    return id;
  }

  public Phase phase() {
    return phase;
  }

  /** Whether it belongs to a layer. */
  public boolean layered() {
    return phase != Phase.DATA && phase != Phase.COST;
  }

  /** The line that these equations have for it; parts such as the slope are put in here. */
  Statement statement(Equations equations, Layer l, Split split) {
    return switch (this) {
      case INPUT -> equations.input(split);
      case TARGET -> equations.target(l, equations.label(split));
      case WEIGHTED_SUM -> equations.weightedSum(l);
      case ACTIVATION -> equations.activation(l);
      case COST -> equations.cost(l);
      case OUTPUT_ERROR -> equations.outputError(l, new Named(l.slope(), equations.slope(l)));
      case HIDDEN_ERROR -> equations.hiddenError(l, new Named(l.slope(), equations.slope(l)));
      case WEIGHT_GRADIENT -> equations.weightGradient(l);
      case BIAS_GRADIENT -> equations.biasGradient(l);
      case ACCUMULATE_WEIGHTS -> equations.accumulateWeights(l);
      case ACCUMULATE_BIASES -> equations.accumulateBiases(l);
      case UPDATE_WEIGHTS -> equations.updateWeights(l, equations.averaging());
      case UPDATE_BIASES -> equations.updateBiases(l, equations.averaging());
      case RESET_WEIGHTS -> equations.resetWeights(l);
      case RESET_BIASES -> equations.resetBiases(l);
    };
  }
}
