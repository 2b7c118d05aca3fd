package deltascope.bugs;

import static deltascope.algebra.Quantity.PIXELS;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** Pixels go in as they are in the file, 0…255: the first layer saturates at once. */
@AutoService(Bug.class)
public final class PixelsUnscaled implements Bug {
  @Override
  public Card card() {
    return Card.of("pixels-unscaled", Family.DATA, "Pixels not scaled")
        .says("The pixels are used as they are in the file, 0…255, and not divided by 255.")
        .symptom(
            "Almost every hidden unit of the first layer says exactly +1 or −1 from the first"
                + " sample on, and accuracy hardly leaves chance.")
        .reason(
            "Weights are drawn for inputs about 1. With inputs up to 255 every z¹ is tens or"
                + " hundreds, tanh is flat there, and φ′ lets hardly any error through.")
        .cure("Divide the pixels by 255, in training and in the examination alike.")
        .seen("Stack Overflow 46995209 and 45029977")
        .actsOn("input")
        .firstBroken("input")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("error-norms", "input-range", "one-class-fingerprint", "saturation");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement input(Split split) {
        Expr scaled = PIXELS.of(0).over(new Numeral(255));
        return right.input(split).replacing(scaled, PIXELS.of(0));
      }
    };
  }
}
