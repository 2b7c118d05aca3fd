package deltascope.math;

/**
 * Two matrices that an operation cannot join: the error a student's own program would stop with.
 */
public final class ShapeMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShapeMismatch(String sign, Matrix left, Matrix right, String rule) {
    super("shapes (" + left.shape() + ") " + sign + " (" + right.shape() + ") do not fit: " + rule);
  }
}
