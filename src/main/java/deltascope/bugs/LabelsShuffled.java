package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.data.Digits;
import deltascope.data.Split;
import deltascope.math.Randomness;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One of two arrays is shuffled, the other not: pictures get the labels of other pictures. */
@AutoService(Bug.class)
public final class LabelsShuffled implements Bug {
  private static final Map<Integer, int[]> SHUFFLES = new ConcurrentHashMap<>();

  @Override
  public Card card() {
    return Card.of("labels-shuffled", Family.DATA, "Labels shuffled alone")
        .says("The labels are shuffled and the pictures are not, so that no pair belongs together.")
        .symptom(
            "The cost sinks to a plateau and stays there; on test digits the network does no"
                + " better than guessing.")
        .reason(
            "Every picture is as likely to come with any label as with its own. All that is left"
                + " to learn is how often each label occurs.")
        .cure("Draw one permutation and index both arrays with it.")
        .seen("Cross Validated (stats.stackexchange.com) 352036")
        .actsOn("pairing")
        .listing(
            new Card.Listing(
                "order = rng.permutation(len(x))\nx, y = x[order], y[order]",
                "rng.shuffle(y)",
                "Collections.shuffle(pairs);",
                "Collections.shuffle(labels);"))
        .firstBroken("target")
        .severity(Severity.BREAKS_LEARNING);
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public int labelFor(Digits digits, Split split, int sample) {
        int other = split == Split.TRAIN ? shuffle(digits.size())[sample] : sample;
        return right.labelFor(digits, split, other);
      }
    };
  }

  /** The same shuffle wherever a set of this size is read. */
  private static int[] shuffle(int size) {
    return SHUFFLES.computeIfAbsent(
        size, n -> Randomness.permutation(Randomness.stream(0, "labels-shuffled", 0), n));
  }
}
