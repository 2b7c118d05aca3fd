package deltascope.checks;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Some entries of weights and biases, chosen by the seed. */
final class Entries {
  private Entries() {}

  /**
   * Different entries of a tensor, so many if it has them; of weights only those that something
   * comes in on, since the slope along the others is 0 whatever the formula.
   *
   * @param forwarded samples gone forward
   */
  static List<int[]> of(Ref tensor, Memory forwarded, int count, long seed) {
    Matrix matrix = forwarded.get(tensor);
    int[] cols = fed(tensor, forwarded);
    int size = matrix.rows() * cols.length;
    Random random = Randomness.stream(seed, "entries of " + tensor.name(), 0);
    IntStream chosen =
        size <= count
            ? IntStream.range(0, size)
            : random.ints(0, size).distinct().limit(count).sorted();
    return chosen.mapToObj(n -> new int[] {n / cols.length, cols[n % cols.length]}).toList();
  }

  /** The columns of a tensor that something comes in on; a bias's only one. */
  static int[] fed(Ref tensor, Memory forwarded) {
    if (tensor.quantity() == Quantity.B) {
      return new int[] {0};
    }
    Matrix below = forwarded.get(Quantity.A.of(tensor.layer() - 1));
    List<Integer> fed = new ArrayList<>();
    for (int i = 0; i < below.rows(); i++) {
      if (Arrays.stream(below.row(i)).anyMatch(x -> x != 0)) {
        fed.add(i);
      }
    }
    return fed.stream().mapToInt(Integer::intValue).toArray();
  }
}
