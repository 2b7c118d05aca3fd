package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The names of a running program and the objects they stand for. Two names may stand for one
 * object; then a sum made in place under one name is seen under the other, as in numpy.
 */
@SuppressWarnings("EnumOrdinal") // names are looked up by the million; an array slot is a name
public final class Memory {
  /** Layers 0…7: at most six layers of weights, and the input. */
  private static final int LAYERS = 8;

  private final @Nullable Matrix[] objects =
      new @Nullable Matrix[Quantity.values().length * LAYERS];
  private final double[] parameters = new double[Parameter.values().length];

  public Matrix get(Ref name) {
    Matrix object = objects[slot(name)];
    if (object == null) {
      throw new IllegalStateException(name.name() + " has no value yet");
    }
    return object;
  }

  public boolean has(Ref name) {
    return objects[slot(name)] != null;
  }

  /** Lets {@code name} stand for this very object. */
  public void set(Ref name, Matrix object) {
    objects[slot(name)] = object;
  }

  public double parameter(Parameter parameter) {
    return parameters[parameter.ordinal()];
  }

  public void set(Parameter parameter, double value) {
    parameters[parameter.ordinal()] = value;
  }

  /** Other names for the same objects: a later {@code set} in one is not seen in the other. */
  public Memory sharing() {
    Memory twin = new Memory();
    System.arraycopy(objects, 0, twin.objects, 0, objects.length);
    System.arraycopy(parameters, 0, twin.parameters, 0, parameters.length);
    return twin;
  }

  /**
   * The quantities {@code kept}, and no others, as they are now: objects that {@code changing} ones
   * stand for are copied, since they change in place, the rest are shared. Names, and rows, that
   * share an object share one again.
   */
  public Memory snapshot(Set<Quantity> kept, Set<Quantity> changing) {
    Memory copy = new Memory();
    System.arraycopy(parameters, 0, copy.parameters, 0, parameters.length);
    IdentityHashMap<Matrix, Matrix> copies = new IdentityHashMap<>();
    IdentityHashMap<double[], double[]> rows = new IdentityHashMap<>();
    forEach(
        changing, (object, slot) -> copies.computeIfAbsent(object, matrix -> copyOf(matrix, rows)));
    forEach(kept, (object, slot) -> copy.objects[slot] = copies.getOrDefault(object, object));
    return copy;
  }

  /** The objects that these quantities stand for; one that has two names comes twice. */
  public List<Matrix> objects(Set<Quantity> quantities) {
    List<Matrix> found = new ArrayList<>();
    forEach(quantities, (object, slot) -> found.add(object));
    return found;
  }

  private void forEach(Set<Quantity> quantities, ObjIntConsumer<Matrix> action) {
    for (Quantity quantity : quantities) {
      for (int layer = 0; layer < LAYERS; layer++) {
        int slot = quantity.ordinal() * LAYERS + layer;
        Matrix object = objects[slot];
        if (object != null) {
          action.accept(object, slot);
        }
      }
    }
  }

  private static Matrix copyOf(Matrix matrix, IdentityHashMap<double[], double[]> rows) {
    double[][] copied = new double[matrix.rows()][];
    for (int i = 0; i < copied.length; i++) {
      copied[i] = rows.computeIfAbsent(matrix.row(i), double[]::clone);
    }
    return Matrix.onRows(copied);
  }

  private static int slot(Ref name) {
    return name.quantity().ordinal() * LAYERS + name.layer();
  }
}
