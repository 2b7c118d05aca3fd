package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** δᴸ of the other cost: without φ′ where it belongs, with it where it has cancelled. */
@AutoService(Bug.class)
public final class OutputSlopeMissing implements Bug {
  @Override
  public Card card() {
    return Card.of("output-slope-missing", Family.BACKWARD, "Output slope of the other cost")
        .says("φ′(zᴸ) is left out of δᴸ with squared error, and multiplied in with cross-entropy.")
        .symptom(
            "It learns, with squared error even faster at first; only a gradient check shows that"
                + " it descends another cost than the one it prints.")
        .reason(
            "a − y alone is the error of cross-entropy, whose own derivative cancels φ′. Both"
                + " errors have the same signs, so both go downhill.")
        .cure("Squared error keeps φ′(zᴸ); cross-entropy with sigmoid or softmax has none.")
        .seen(
            "Issue 45 of the code to Nielsen's book, the other way round: right code reported as"
                + " a bug")
        .actsOn("output-error")
        .firstBroken("output-error")
        .severity(Severity.HARMLESS)
        .noticedBy("tiny-step", "gradient-check", "gradient-slope");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement outputError(Layer output, Expr slope) {
        Statement error = right.outputError(output, slope);
        boolean there = error.operands().contains(output.slope());
        return there ? error.without(slope) : error.with(error.value().hadamard(slope));
      }
    };
  }
}
