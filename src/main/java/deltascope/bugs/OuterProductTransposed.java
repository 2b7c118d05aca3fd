package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.algebra.Statement;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;

/** a δᵀ for δ aᵀ: rows and columns of ∇W change places. The first layer's line is right. */
@AutoService(Bug.class)
public final class OuterProductTransposed implements Bug {
  @Override
  public Card card() {
    return Card.of("outer-product-transposed", Family.BACKWARD, "Outer product the wrong way")
        .says("∇W is formed as a δᵀ, so that every weight gets its mirror image's gradient.")
        .symptom(
            "Unless the layer is square, the gradient has the wrong shape and cannot be added. If"
                + " it is, everything runs, and the layer moves in the wrong direction.")
        .reason(
            "Rows of W are the units it leads to, so rows of ∇W must be δ's. Transposed, the"
                + " weight from 3 to 7 is told what the one from 7 to 3 should do.")
        .cure("δ aᵀ, in this order, where W's rows are the receiving units.")
        .seen("iamtrask/Grokking-Deep-Learning, issue 71")
        .actsOn("weight-gradient")
        .home("net=16-10-10-10")
        .firstBroken("weight-gradient")
        .severity(Severity.LEARNS_WORSE)
        .noticedBy(
            "tiny-step",
            "gradient-check",
            "gradient-slope",
            "one-class-fingerprint",
            "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement weightGradient(Layer l) {
        Statement gradient = right.weightGradient(l);
        Expr product = l.delta().times(l.aBelow().transposed());
        Expr mirrored = l.aBelow().times(l.delta().transposed());
        return l.index() == 1 ? gradient : gradient.replacing(product, mirrored);
      }
    };
  }
}
