package deltascope.bugs;

import deltascope.math.Refused;
import deltascope.network.ScenarioReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Correct code that looks wrong: no bug, but often reported as one.
 *
 * @param id the name in addresses
 * @param title a few words
 * @param looks what one sees, and takes for a bug
 * @param right why it is right
 * @param address parameters of a walk, with the step at which to see it
 */
public record LooksWrong(String id, String title, String looks, String right, String address) {
  private static final List<LooksWrong> ALL =
      List.of(
          new LooksWrong(
              "no-slope-with-cross-entropy",
              "δᴸ without φ′",
              "With cross-entropy the output's error is a − y, and the slope φ′(z) is nowhere.",
              "With sigmoid outputs cross-entropy's own derivative has φ′ in its denominator, and the"
                  + " two cancel. A softmax output depends on every z, and the sum over all outputs"
                  + " comes to the same: a − y. That is what this cost was made for.",
              "output=softmax&cost=cross-entropy&step=9"),
          new LooksWrong(
              "zero-gradient-when-saturated",
              "A gradient of zero",
              "The unit is wrong, and its error is 0 all the same.",
              "A saturated unit does not move when z does: φ′(z) is 0 to all digits. That is why"
                  + " it learns nothing, and why weights should not start large.",
              "init=normal&step=15"),
          new LooksWrong(
              "zero-column-under-blank-pixel",
              "A column of zeros in ∇W¹",
              "Whole columns of the first layer's gradient are exactly 0, in every unit.",
              "Column p is δ times pixel p. Where the picture is blank the pixel is 0, and a"
                  + " weight that carried nothing has no part in the error.",
              "blank=shown&step=16"),
          new LooksWrong(
              "no-two-with-one-half",
              "No factor 2 in δᴸ",
              "The derivative of a square has a 2, and δᴸ = (a − y) ⊙ φ′ has none.",
              "The cost has a ½, and half of 2 is 1. Without the ½ the 2 must be there.",
              "cost=half-squared-error&step=9"),
          new LooksWrong(
              "no-decay-of-biases",
              "Biases without regularisation",
              "Weights may be pulled towards 0 by a penalty, biases are not.",
              "A bias only shifts a unit's threshold. A large one does not make the output swing"
                  + " with the input as large weights do, so penalties usually leave it out.",
              "batch=1&step=25"),
          new LooksWrong(
              "cost-rises-for-a-batch",
              "The cost goes up",
              "After an update the next batch costs more than the one before.",
              "The update went downhill for the old batch; the new one has other samples. Only a"
                  + " mean over many batches must fall.",
              "batch=1&sample=1&step=8"),
          new LooksWrong(
              "same-error-for-one-class",
              "Two samples, one δᴸ",
              "Two different pictures of one digit have the very same error at the output.",
              "δᴸ knows the outputs and the target, not the picture. While the outputs are alike,"
                  + " as at a start from zeros, it is the same for every sample of a class.",
              "init=zeros&step=9"));

  /** Every card. */
  public static List<LooksWrong> all() {
    return ALL;
  }

  /**
   * The card of that name.
   *
   * @throws Refused (parameter {@code id}) if there is none
   */
  public static LooksWrong of(String id) {
    return ALL.stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "id",
                    id,
                    "one of "
                        + ALL.stream().map(LooksWrong::id).collect(Collectors.joining(", "))));
  }

  /** The walk's parameters by their names, the step left out. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = ScenarioReader.parameters(address);
    parameters.remove("step");
    return parameters;
  }

  /** The step at which to see it, from 0. */
  public int step() {
    return Integer.parseInt(address.substring(address.indexOf("step=") + "step=".length()));
  }
}
