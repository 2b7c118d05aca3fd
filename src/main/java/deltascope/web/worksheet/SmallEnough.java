package deltascope.web.worksheet;

import deltascope.math.Refused;
import deltascope.network.Architecture;
import deltascope.network.Layer;

/** Which networks a hand can work through. */
public final class SmallEnough {
  private static final int INPUTS = 16;
  private static final int UNITS = 10;
  private static final int PARAMETERS = 200;

  private SmallEnough() {}

  /** Whether a sheet has room for it. */
  public static boolean is(Architecture net) {
    return net.inputs() <= INPUTS
        && net.layers().stream().mapToInt(Layer::units).allMatch(units -> units <= UNITS)
        && net.parameters() <= PARAMETERS;
  }

  /**
   * Refuses what is larger.
   *
   * @throws Refused (parameter {@code net}) naming the limit
   */
  public static void mustBe(Architecture net) {
    if (!is(net)) {
      throw new Refused(
          "net",
          net,
          "at most %d inputs, %d units in a layer and %d weights and biases on a worksheet, as 16-3-10"
              .formatted(INPUTS, UNITS, PARAMETERS));
    }
  }
}
