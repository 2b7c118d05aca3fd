package deltascope.bugs;

import static deltascope.algebra.Quantity.PIXELS;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Expr;
import deltascope.algebra.Floor;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** Pixels are divided by 255 as whole numbers: only full ink survives. */
@AutoService(Bug.class)
public final class PixelsIntegerDivision implements Bug {
  @Override
  public Card card() {
    return Card.of("pixels-integer-division", Family.DATA, "Integer division of pixels")
        .says("The pixels are divided by 255 as whole numbers, so that all but 255 become 0.")
        .symptom(
            "Where few pixels are fully black, most pictures are nearly empty: the network"
                + " answers much the same to all of them.")
        .reason("254 div 255 is 0. Every grey is gone, and so is every stroke without full ink.")
        .cure("Turn the pixels into floating-point numbers first: row / 255.0.")
        .seen("Stack Overflow 40179209")
        .actsOn("input")
        .listing(
            new Card.Listing(
                "a[0] = pixels / 255",
                "a[0] = pixels // 255",
                "a[p] = pixels[p] / 255.0;",
                "a[p] = pixels[p] / 255;"))
        .firstBroken("input")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("input-range");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement input(Split split) {
        Expr quotient = PIXELS.of(0).over(new Numeral(255));
        return right.input(split).replacing(quotient, new Applied(Floor.FLOOR, quotient));
      }
    };
  }
}
