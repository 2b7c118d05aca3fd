package deltascope.oracle;

import deltascope.math.Matrix;
import java.util.HashMap;
import java.util.Map;

/** Where listings that run in a shell find their operands, and leave their results. */
public final class Bench {
  private static final Map<String, Matrix> VALUES = new HashMap<>();

  private Bench() {}

  /**
   * Operands for one listing by the names of the JSON documents; objects of their own, for listings
   * add in place.
   */
  public static void lay(int listing, Map<String, Matrix> operands) {
    operands.forEach((name, value) -> VALUES.put(listing + name, value.copy()));
  }

  /** One quantity of all layers, in an array by layer. */
  public static Matrix[] layers(int listing, String name) {
    Matrix[] layers = new Matrix[8];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = one(listing, name + l);
    }
    return layers;
  }

  public static Matrix one(int listing, String name) {
    return VALUES.get(listing + name);
  }

  public static void leave(int listing, Matrix result) {
    VALUES.put(listing + "result", result);
  }

  public static Matrix result(int listing) {
    return one(listing, "result");
  }
}
