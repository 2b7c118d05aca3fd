package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * The row of each column's largest entry: n × m gives 1 × m. As numpy has it, the first of equals
 * wins, and NaN counts as larger than any number.
 */
public enum ArgMax implements Function {
  OVER_UNITS;

  @Override
  public String title() {
    return "argmax";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Matrix outputs = arguments.get(0);
    Matrix winners = Matrix.zeros(1, outputs.cols());
    for (int j = 0; j < outputs.cols(); j++) {
      int best = 0;
      for (int k = 1; k < outputs.rows() && !Double.isNaN(outputs.at(best, j)); k++) {
        double candidate = outputs.at(k, j);
        if (candidate > outputs.at(best, j) || Double.isNaN(candidate)) {
          best = k;
        }
      }
      winners.row(0)[j] = best;
    }
    return winners;
  }

  @Override
  public boolean elementwise() {
    return false;
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    Maths sign = Maths.operator("\\operatorname{arg\\,max}", "arg max");
    Maths entry = Maths.subscript(arguments.get(0), Maths.identifier("k", "k"));
    return Maths.row(Maths.subscript(sign, Maths.identifier("k", "k")), entry);
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return Code.join(arguments.get(0), ".argmax(axis=0)");
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.call("argMax", arguments);
  }

  @Override
  public Optional<Helper> helper() {
    return Optional.of(
        new Helper(
            "",
            """
            static Matrix argMax(Matrix a) {
              Matrix winners = Matrix.zeros(1, a.cols());
              for (int j = 0; j < a.cols(); j++) {
                int best = 0;
                for (int k = 1; k < a.rows() && !Double.isNaN(a.at(best, j)); k++) {
                  if (!(a.at(k, j) <= a.at(best, j))) best = k;
                }
                winners.row(0)[j] = best;
              }
              return winners;
            }"""));
  }
}
