package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Numbers the objects that accumulators stand for, in the order in which they are met. */
final class ObjectNumbers {
  private final IdentityHashMap<Matrix, Integer> numbers = new IdentityHashMap<>();

  /** What the accumulators of a layer, and their zeros, stand for now. */
  List<Held> of(Memory memory, Layer l) {
    List<Held> held = new ArrayList<>(4);
    for (Ref name : List.of(l.weightSum(), l.weightZeros(), l.biasSum(), l.biasZeros())) {
      Matrix object = memory.get(name);
      int number = numbers.computeIfAbsent(object, unseen -> numbers.size() + 1);
      boolean oneRow = object.rows() > 1 && object.row(0) == object.row(1);
      held.add(new Held(name, number, oneRow, object));
    }
    return List.copyOf(held);
  }
}
