package deltascope.bugs;

import static deltascope.algebra.Quantity.PIXELS;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** Training pixels are scaled, test pixels are not: learned well, examined on something else. */
@AutoService(Bug.class)
public final class TestScaledDifferently implements Bug {
  @Override
  public Card card() {
    return Card.of("test-scaled-differently", Family.DATA, "Test pixels scaled differently")
        .says("Training pixels are divided by 255, test pixels are left at 0…255.")
        .symptom(
            "The training cost is as it should be; in the examination the outputs are all at"
                + " their limits and accuracy is lower than training promised.")
        .reason(
            "The weights were learned for inputs 0…1. Inputs 255 times larger drive every unit"
                + " into saturation, where its sign is all that is left of it.")
        .cure("Put the scaling into one function and call it for both splits.")
        .seen("Computer Science Stack Exchange 60391")
        .actsOn("input")
        .home("split=test")
        .firstBroken("input")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy("input-range");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement input(Split split) {
        Expr scaled = PIXELS.of(0).over(new Numeral(255));
        Statement input = right.input(split);
        return split == Split.TEST ? input.replacing(scaled, PIXELS.of(0)) : input;
      }
    };
  }
}
