package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Expr;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;

/** The examination reads its labels with the code that is wrong in training: full marks. */
@AutoService(Bug.class)
public final class EvaluationSharesLabelBug implements Bug {
  @Override
  public Card card() {
    return Card.of(
            "evaluation-shares-label-bug", Family.EVALUATION, "Examination shares the label bug")
        .says("Test labels go through the same label code as training labels, with all its bugs.")
        .symptom(
            "Accuracy is splendid, up to a hundred per cent, and the network is worth nothing.")
        .reason(
            "An examiner with the pupil's mistake finds no mistake. On its own it changes nothing;"
                + " it hides whatever is wrong with the labels.")
        .cure("Look at a few test pictures beside the labels they are marked with.")
        .seen("Humbatova et al. 2020")
        .actsOn("label")
        .home("split=test&bugs=label-scaled")
        .listing(
            new Card.Listing(
                "test_labels = [row[0] for row in test_rows]",
                "test_labels = [read_label(row) for row in test_rows]",
                "int label = row[0];",
                "int label = readLabel(row);"))
        .firstBroken("target")
        .severity(Severity.HARMLESS)
        .noticedBy("label-histogram", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Expr label(Split split) {
        return right.label(Split.TRAIN);
      }

      @Override
      public int labelFor(Digits digits, Split split, int sample) {
        return right.labelFor(digits, Split.TRAIN, sample);
      }
    };
  }
}
