package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.data.Digits;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import java.util.Arrays;
import java.util.Comparator;

/**
 * All zeros first, then all ones, up to the nines, in every epoch: the nines have the last word.
 */
@AutoService(Bug.class)
public final class SortedByClass implements Bug {
  @Override
  public Card card() {
    return Card.of("sorted-by-class", Family.DATA, "Sorted by class")
        .says("The samples come sorted by their digit and are never shuffled.")
        .symptom(
            "The training cost looks splendid, with a jump at every new digit; after the epoch"
                + " the network answers 9 to nearly everything.")
        .reason(
            "A batch of one class says only: answer this class. Thousands of nines in a row are"
                + " enough to forget the other digits.")
        .cure("Draw a fresh random order at the start of every epoch.")
        .seen("Stack Overflow 44124376")
        .actsOn("order")
        .listing(
            new Card.Listing(
                "order = rng.permutation(len(x))",
                "order = np.argsort(labels)",
                "Collections.shuffle(samples);",
                "samples.sort(Comparator.comparing(Sample::label));"))
        .firstBroken("input")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy("label-histogram", "one-class-fingerprint");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public int[] walkingOrder(Digits digits) {
        return sorted(right.walkingOrder(digits), digits);
      }

      @Override
      public int[] trainingOrder(Digits digits, int size, int epoch) {
        int[] order = right.trainingOrder(digits, size, epoch);
        Arrays.sort(order);
        return sorted(order, digits);
      }
    };
  }

  private static int[] sorted(int[] order, Digits digits) {
    return Arrays.stream(order)
        .boxed()
        .sorted(Comparator.comparing(digits::label))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
