package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** Pixels are divided by 255 when they are read and once more when they are used. */
@AutoService(Bug.class)
public final class PixelsScaledTwice implements Bug {
  @Override
  public Card card() {
    return Card.of("pixels-scaled-twice", Family.DATA, "Pixels scaled twice")
        .says("The pixels are divided by 255 where they are read, and again where they are used.")
        .symptom(
            "All pictures look alike to the network: the outputs hardly depend on the input, and"
                + " the cost stays near what the class frequencies alone give.")
        .reason(
            "Inputs of at most 1/255 leave z¹ near 0. The signal from the picture is 255 times"
                + " weaker, and so is the gradient of W¹ that would have to make up for it.")
        .cure("Scale in one place, and check min and max of what arrives at the network.")
        .seen("TheDeepChecker, “double normalization”")
        .actsOn("input")
        .firstBroken("input")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("input-range", "one-class-fingerprint", "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement input(Split split) {
        Statement once = right.input(split);
        return once.with(once.value().over(new Numeral(255)));
      }
    };
  }
}
