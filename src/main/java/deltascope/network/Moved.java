package deltascope.network;

import deltascope.math.Matrix;

/**
 * What one update did to one W: its norm before, and that of the difference.
 *
 * @param size ‖W‖
 * @param moved ‖ΔW‖
 */
public record Moved(double size, double moved) {
  public static Moved between(Matrix before, Matrix after) {
    return new Moved(before.norm(), after.minus(before).norm());
  }

  /** By what part of itself W moved, ‖ΔW‖ / ‖W‖. */
  public double ratio() {
    return moved / size;
  }
}
