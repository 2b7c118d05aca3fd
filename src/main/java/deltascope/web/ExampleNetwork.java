package deltascope.web;

import deltascope.math.Refused;
import deltascope.network.Trace;

/**
 * A small network with round numbers, for paper: the document that {@code POST /api/trace} takes,
 * so that every number of its sheets can be asked for there too.
 */
final class ExampleNetwork {
  static final String ID = "2-2-2";

  /** Two inputs, two hidden units, two outputs; an update after every sample. */
  static final String DOCUMENT =
      """
      {"layers": [
         {"weights": [[0.6, -0.4], [0.2, 0.8]], "biases": [0.1, -0.2], "activation": "sigmoid"},
         {"weights": [[0.5, -0.7], [0.9, 0.3]], "biases": [-0.1, 0.2], "activation": "sigmoid"}],
       "cost": "half-squared-error", "eta": 0.5, "batch": 1,
       "samples": [
         {"input": [0.8, 0.3], "target": [0.9, 0.1]},
         {"input": [0.2, 0.9], "target": [0.1, 0.9]},
         {"input": [0.7, 0.6], "target": [0.9, 0.9]},
         {"input": [0.1, 0.4], "target": [0.1, 0.1]}]}
      """;

  private static final GivenNetwork GIVEN = GivenNetwork.read(DOCUMENT);

  private ExampleNetwork() {}

  /** How many samples it walks through. */
  static int size() {
    return GIVEN.samples().size();
  }

  /**
   * The pass of a sample, from 0; those before it have moved the weights.
   *
   * @throws Refused (parameter {@code sample}) past the last
   */
  static Trace trace(int sample) {
    return GIVEN.trace(sample);
  }
}
