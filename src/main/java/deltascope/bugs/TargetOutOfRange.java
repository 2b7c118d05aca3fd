package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Expr;
import deltascope.algebra.OneHot;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/**
 * Targets made for another output's range: −1 where outputs stop at 0, or 0 where they reach −1.
 */
@AutoService(Bug.class)
public final class TargetOutOfRange implements Bug {
  @Override
  public Card card() {
    return Card.of("target-out-of-range", Family.DATA, "Target out of the output's range")
        .says("The wrong digits' target is −1 for an output in 0…1, and 0 for one in −1…1.")
        .symptom(
            "Every output is pressed to the lower end of its range, that of the right digit"
                + " too; accuracy hardly leaves chance.")
        .reason(
            "An output that never falls below 0 is at least 1 away from a target of −1, however"
                + " long it learns; nine of ten units have such a target.")
        .cure("Choose targets inside the range of the output: 0 and 1 for sigmoid, ReLU, softmax.")
        .seen("Stack Overflow 50555434")
        .actsOn("target")
        .home("output=sigmoid")
        .firstBroken("target")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("initial-cost", "one-class-fingerprint", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement target(Layer output, Expr label) {
        Statement target = right.target(output, label);
        return target.value() instanceof Applied hot && hot.function() instanceof OneHot range
            ? target.with(new Applied(otherRange(range), hot.parts()))
            : target;
      }
    };
  }

  private static OneHot otherRange(OneHot range) {
    return new OneHot(range.classes(), range.hot(), range.cold() == 0 ? -1 : 0);
  }
}
