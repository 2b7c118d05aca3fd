package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.network.Scenario;
import deltascope.network.Step;
import org.jspecify.annotations.Nullable;

/**
 * Digits of one's own: the pad they are drawn on, and what becomes of one that was drawn.
 *
 * @param pad where one is drawn
 * @param says what the network makes of the digit that was drawn; empty where none was, and where
 *     the outputs are still to be predicted
 * @param data the walk with the digit of the data again; empty where none was drawn
 * @param trained the walk after an epoch of training; empty where it was trained, or none was drawn
 */
public record OwnDigit(String pad, Html says, String data, String trained) {
  static OwnDigit of(
      Scenario scenario, Facts facts, Address address, Step shown, @Nullable Predictions told) {
    Address here = address.with("step", shown.index());
    if (scenario.drawn() == null) {
      return new OwnDigit(here.at("/draw"), Html.NOTHING, "", "");
    }
    Step outputs = facts.makerBefore(Quantity.A.of(facts.depth()), facts.steps().size());
    boolean open = told != null && (outputs == null || !told.toldUpTo(outputs));
    return new OwnDigit(
        here.at("/draw"),
        open ? Html.NOTHING : says(facts, address, outputs),
        address.without("drawn").step(shown.index()),
        scenario.untrained() ? address.with("epochs", 1).step(shown.index()) : "");
  }

  private static Html says(Facts facts, Address address, @Nullable Step outputs) {
    Words words = address.words();
    int predicted = facts.trace().predicted();
    if (outputs == null || predicted < 0) {
      return words.html("own.silent");
    }
    Html digit = Html.text(Integer.toString(predicted)).linked(address.step(outputs.index()));
    return words.html(predicted == facts.label() ? "own.right" : "own.wrong", digit);
  }
}
