package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Expr;
import deltascope.algebra.Floor;
import deltascope.algebra.Numeral;
import deltascope.data.Split;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** The label is divided by 255 along with its pixels: every picture is learned as a 0. */
@AutoService(Bug.class)
public final class LabelScaled implements Bug {
  @Override
  public Card card() {
    return Card.of("label-scaled", Family.DATA, "Label scaled like a pixel")
        .says("The whole row of the file is divided by 255, and the label is in that row too.")
        .symptom(
            "The training cost falls quickly to almost nothing, and the network answers 0 to"
                + " every picture: on MNIST's test digits that is right 9.80 times in a hundred.")
        .reason(
            "A label 0…9 divided by 255 is less than 1, and its whole part is 0. The network"
                + " learns perfectly what it is told: that everything is a zero.")
        .cure("Take the label out of the row first; divide only the pixels.")
        .seen("The question this project began with; Stack Overflow 44184834")
        .actsOn("label")
        .listing(
            new Card.Listing(
                "label, pixels = row[0], row[1:] / 255",
                "row = row / 255\nlabel, pixels = int(row[0]), row[1:]",
                "int label = (int) row[0];\nfor (int p = 1; p < row.length; p++) row[p] /= 255;",
                "for (int p = 0; p < row.length; p++) row[p] /= 255;\nint label = (int) row[0];"))
        .firstBroken("target")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("label-histogram", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr label(Split split) {
        Expr label = right.label(split);
        return split == Split.TRAIN
            ? new Applied(Floor.FLOOR, label.over(new Numeral(255)))
            : label;
      }
    };
  }
}
