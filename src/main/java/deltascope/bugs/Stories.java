package deltascope.bugs;

import static deltascope.network.EquationId.ACCUMULATE_WEIGHTS;
import static deltascope.network.EquationId.ACTIVATION;
import static deltascope.network.EquationId.HIDDEN_ERROR;
import static deltascope.network.EquationId.OUTPUT_ERROR;
import static deltascope.network.EquationId.RESET_WEIGHTS;
import static deltascope.network.EquationId.TARGET;
import static deltascope.network.EquationId.UPDATE_WEIGHTS;
import static deltascope.network.EquationId.WEIGHTED_SUM;
import static deltascope.network.EquationId.WEIGHT_GRADIENT;

import deltascope.network.EquationId;
import java.util.List;

/** What the stories say. What they claim of the numbers is measured by a test. */
final class Stories {
  private static final Story TWO_WRONGS =
      new Story(
          "two-wrongs",
          "Two wrongs make a right",
          "Two signs are wrong, and the network learns as if nothing were the matter.",
          "What reaches the weights is the product of both signs. A gradient check sees the first"
              + " at once; accuracy and cost never will. Whoever mends only one of the two breaks"
              + " a program that worked.",
          "bugs=error-sign,gradient-ascent",
          List.of(
              stop(
                  0,
                  3,
                  OUTPUT_ERROR,
                  3,
                  "Target minus output: the error points the wrong way, and so will every error and"
                      + " gradient below it."),
              stop(0, 3, WEIGHT_GRADIENT, 1, "Down in layer 1 each gradient has the wrong sign."),
              stop(
                  0,
                  3,
                  UPDATE_WEIGHTS,
                  1,
                  "Here the second sign turns it back: plus a wrong gradient is minus the right"
                      + " one. The new weights are the textbook’s, to the last bit."),
              stop(
                  0,
                  4,
                  WEIGHTED_SUM,
                  1,
                  "The next batch begins with the very numbers that a right program would have.")));

  private static final Story MOMENTUM =
      new Story(
          "momentum",
          "The bug that is momentum",
          "The accumulator is never emptied, and the network learns, a little faster even.",
          "U ← η(U + g) is a momentum of η, found by accident. At η = 0.1 it helps by a ninth; at"
              + " an η near 1 the same line would never forget. A test of “does it learn” passes.",
          "batch=2&bugs=shared-buffer-rescaled",
          List.of(
              stop(
                  0,
                  0,
                  ACCUMULATE_WEIGHTS,
                  3,
                  "The first batch starts from real zeros: the sum is the first gradient."),
              stop(
                  0,
                  1,
                  RESET_WEIGHTS,
                  3,
                  "The batch’s end. The sum was multiplied by η in place, and “templates” is another"
                      + " name for it: what comes back as zeros is a tenth of the last step."),
              stop(
                  0,
                  2,
                  ACCUMULATE_WEIGHTS,
                  3,
                  "The second batch adds its gradient to that tenth, as momentum does on"
                      + " purpose."),
              stop(
                  0,
                  3,
                  UPDATE_WEIGHTS,
                  3,
                  "So this step has a share of the one before it, a tenth, and a hundredth of the"
                      + " one before that.")));

  private static final Story ONE_STEP =
      new Story(
          "killed-in-one-step",
          "Killed in one step",
          "The first batch has a cost and gradients as they should be. From the second on nothing"
              + " changes any more: every error is exactly 0.",
          "A network dies of one step that is too long. With tanh it saturates: the slope is 0 to"
              + " the last bit, and no later gradient can bring it back. A smaller η from now on"
              + " does not help; only new weights do.",
          "batch=100&eta=5&bugs=sum-not-mean",
          List.of(
              stop(
                  0,
                  0,
                  HIDDEN_ERROR,
                  1,
                  "Before the first update each unit has its error, neither large nor small."),
              stop(
                  0,
                  99,
                  UPDATE_WEIGHTS,
                  1,
                  "The sum of a hundred gradients, and none of it averaged: the step is a hundred"
                      + " times as long as η says."),
              stop(
                  0,
                  100,
                  WEIGHTED_SUM,
                  1,
                  "The next digit: weighted sums of hundreds and thousands, where tanh has long"
                      + " been flat."),
              stop(0, 100, ACTIVATION, 3, "Every output is −1 or +1, exactly."),
              stop(
                  0,
                  100,
                  OUTPUT_ERROR,
                  3,
                  "Some output is wrong by 2, and its error is 0, because its slope is. So nothing"
                      + " moves again.")));

  private static final Story CLONES =
      new Story(
          "thirty-clones",
          "Thirty clones",
          "Every weight starts at 0.01. The cost falls, then stops, far from good; more hidden"
              + " units change nothing.",
          "Units that start alike get the same gradient, so they stay alike: thirty units that are"
              + " one. Random weights are there to tell them apart. A gradient check passes, for"
              + " each gradient is right.",
          "net=784-30-10&batch=10&bugs=constant-init",
          List.of(
              stop(
                  0,
                  0,
                  WEIGHTED_SUM,
                  1,
                  "Thirty units with one and the same row of weights: thirty times the same"
                      + " weighted sum."),
              stop(
                  0, 0, HIDDEN_ERROR, 1, "They are blamed alike too: thirty times the same error."),
              stop(0, 0, WEIGHT_GRADIENT, 1, "So every row of the gradient is the same row."),
              stop(
                  0,
                  9,
                  UPDATE_WEIGHTS,
                  1,
                  "After the update the rows have changed, and all in the same way."),
              stop(1, 0, WEIGHTED_SUM, 1, "A whole epoch later: still one unit, thirty times.")));

  private static final Story GOOD_MARKS =
      new Story(
          "good-marks",
          "Good marks with a wrong derivative",
          "The program reaches an accuracy within a percent or so of what it should. Its derivative"
              + " is wrong.",
          "An error that points roughly downhill is enough to learn. Accuracy says how well the"
              + " network does, and nothing about whether the gradient is one. Only a gradient check"
              + " does.",
          "batch=100&bugs=slope-of-activation",
          List.of(
              stop(
                  0,
                  0,
                  OUTPUT_ERROR,
                  3,
                  "The slope is taken at a where it belongs at z: the derivative was handed a value"
                      + " that had been through tanh already."),
              stop(
                  0,
                  0,
                  HIDDEN_ERROR,
                  1,
                  "The wrong slopes multiply from layer to layer. They are too large, but each has"
                      + " the right sign."),
              stop(
                  1,
                  0,
                  ACTIVATION,
                  3,
                  "After one epoch the right output stands out. Nobody would look for a bug.")));

  private static final Story HUNDRED =
      new Story(
          "hundred-per-cent",
          "A hundred per cent",
          "After one epoch the test accuracy is 100 %, without a single mistake.",
          "Test and training share the code that spoiled the labels. The examination asks only"
              + " whether a zero is a zero, and it always is. A result too good to be true is a"
              + " finding: look at the labels first.",
          "batch=100&bugs=label-scaled,evaluation-shares-label-bug",
          List.of(
              stop(0, 0, TARGET, 0, "In training every label becomes 0."),
              stop(
                  1,
                  2,
                  ACTIVATION,
                  3,
                  "After one epoch the answer is “0” for every picture, this one too."),
              stop(
                  1,
                  2,
                  TARGET,
                  0,
                  "The test reads its labels with the same line, so it agrees: every answer is"
                      + " right.")));

  static final List<Story> ALL =
      List.of(
          FrozenStories.LABELS,
          FrozenStories.ASCENT,
          FrozenStories.AS_WRITTEN,
          TWO_WRONGS,
          MOMENTUM,
          ONE_STEP,
          CLONES,
          GOOD_MARKS,
          HUNDRED);

  private Stories() {}

  static Story.Stop stop(int epochs, int sample, EquationId equation, int layer, String says) {
    return new Story.Stop(epochs, sample, equation, layer, says);
  }
}
