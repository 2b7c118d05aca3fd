package deltascope.math;

import java.util.function.DoubleBinaryOperator;

/**
 * Two matrices cell by cell, where one has a single row or column that stands for all, as numpy has
 * it.
 *
 * @param sign the operation, for the message where the shapes do not fit
 */
record Stretching(String sign, Matrix left, Matrix right) {
  /**
   * @throws ShapeMismatch where neither shape can be stretched to the other
   */
  Matrix apply(DoubleBinaryOperator operator) {
    Matrix result =
        Matrix.zeros(common(left.rows(), right.rows()), common(left.cols(), right.cols()));
    for (int i = 0; i < result.rows(); i++) {
      double[] x = left.row(left.rows() == 1 ? 0 : i);
      double[] y = right.row(right.rows() == 1 ? 0 : i);
      double[] z = result.row(i);
      for (int j = 0; j < z.length; j++) {
        z[j] = operator.applyAsDouble(x[x.length == 1 ? 0 : j], y[y.length == 1 ? 0 : j]);
      }
    }
    return result;
  }

  private int common(int mine, int theirs) {
    if (mine != theirs && mine != 1 && theirs != 1) {
      throw new ShapeMismatch(
          sign, left, right, "both must have one shape, or one of them a single row or column");
    }
    return mine == 1 ? theirs : mine;
  }
}
