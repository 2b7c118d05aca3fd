package deltascope.bugs;

import static deltascope.bugs.Stories.stop;
import static deltascope.network.EquationId.ACTIVATION;
import static deltascope.network.EquationId.HIDDEN_ERROR;
import static deltascope.network.EquationId.OUTPUT_ERROR;
import static deltascope.network.EquationId.RESET_WEIGHTS;
import static deltascope.network.EquationId.TARGET;
import static deltascope.network.EquationId.UPDATE_WEIGHTS;

import java.util.List;

/** The question this project began with: an accuracy that stands still, by three diseases. */
final class FrozenStories {
  static final Story LABELS =
      new Story(
          "frozen-labels",
          "The frozen 9.80: every picture a zero",
          "The cost on the training digits falls to almost nothing, and the test accuracy stands at"
              + " exactly 9.80 % from the first epoch on.",
          "No formula is wrong. 9.80 % is the share of zeros among MNIST’s test digits: a number"
              + " that says “always 0”. A training cost near zero beside it says where to look: the"
              + " network learned what it was told.",
          "batch=100&bugs=label-scaled",
          List.of(
              stop(
                  0,
                  0,
                  TARGET,
                  0,
                  "The whole row was divided by 255, the label with the pixels, and the whole part"
                      + " of label/255 is 0. So the target calls this digit a zero, whatever it"
                      + " is."),
              stop(
                  0,
                  1,
                  TARGET,
                  0,
                  "The next digit, and the same target. There is no other in the whole training"
                      + " set."),
              stop(
                  0,
                  1,
                  OUTPUT_ERROR,
                  3,
                  "The rest does its work truthfully: output 0 is pulled up, every other output"
                      + " down, and the same for every picture."),
              stop(
                  1,
                  1,
                  ACTIVATION,
                  3,
                  "After one epoch output 0 is near 1 and the others near −1, whatever the"
                      + " picture."),
              stop(
                  1,
                  1,
                  OUTPUT_ERROR,
                  3,
                  "The error is almost gone, so nothing more will change. For this network"
                      + " everything is right.")));

  static final Story ASCENT =
      new Story(
          "frozen-ascent",
          "The frozen 9.80: uphill, a hundred times too far",
          "The accuracy stands at exactly 9.80 %, as with the labels all zero, but the cost stands"
              + " at 36.",
          "The same accuracy, another disease; the cost tells them apart. 36 is nine outputs wrong"
              + " by 2 each, squared: every output at +1. With every label a zero it would be"
              + " about 7.2.",
          "batch=100&bugs=gradient-ascent,sum-not-mean",
          List.of(
              stop(
                  0,
                  0,
                  OUTPUT_ERROR,
                  3,
                  "The first digit. So far each number is the textbook’s; nine outputs are to come"
                      + " down, and one is to go up."),
              stop(
                  0,
                  99,
                  UPDATE_WEIGHTS,
                  3,
                  "The batch is through. A plus where the minus should be climbs the cost, and the"
                      + " sum in place of the mean makes the step a hundred times as long."),
              stop(
                  0,
                  100,
                  ACTIVATION,
                  1,
                  "One update later most units of the first layer answer −1 or +1 to the last"
                      + " digit that a double has."),
              stop(
                  0,
                  100,
                  HIDDEN_ERROR,
                  1,
                  "There the slope is 0, and so is the error. What could lead back does not"
                      + " arrive."),
              stop(
                  1,
                  0,
                  ACTIVATION,
                  3,
                  "After one epoch all ten outputs are near +1 for every picture. The largest wins"
                      + " by a hair, and it is always the same one.")));

  static final Story AS_WRITTEN =
      new Story(
          "frozen-as-written",
          "Frozen as its author wrote it: four bugs at once",
          "A constant accuracy from the first epoch on. The author mends a bug, then another, and"
              + " the number moves to another constant or not at all.",
          "Mending one of several bugs may move nothing, so do not put the bug back. Read the"
              + " cost: about 33 is labels and ascent together, 36 is the ascent alone, about 7.2"
              + " the labels alone. Each plateau is the exact cost of one constant answer.",
          "batch=100&bugs=label-scaled,shared-buffer-rescaled,sum-not-mean,gradient-ascent",
          List.of(
              stop(
                  0, 0, TARGET, 0, "The first bug: the label of this digit is lost, it is a zero."),
              stop(
                  0,
                  99,
                  UPDATE_WEIGHTS,
                  3,
                  "The second and the third: the sum is not averaged, and the step goes uphill, away"
                      + " from “zero”."),
              stop(
                  0,
                  99,
                  RESET_WEIGHTS,
                  3,
                  "The fourth: what should be zeros again is the old sum, scaled by η. Two names"
                      + " stand for one object."),
              stop(
                  0,
                  100,
                  ACTIVATION,
                  1,
                  "One update, and the first layer is saturated. From here on the other bugs have"
                      + " nothing left to spoil."),
              stop(
                  1,
                  0,
                  ACTIVATION,
                  3,
                  "After one epoch output 0 is at −1 and all others at +1, for every picture: the"
                      + " exact opposite of what the wrong labels asked for.")));

  private FrozenStories() {}
}
