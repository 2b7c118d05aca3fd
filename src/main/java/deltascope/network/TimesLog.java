package deltascope.network;

import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;

/** p ln q cell by cell, with 0 ln 0 = 0 as information theory has it. */
enum TimesLog implements Function {
  P_LN_Q;

  @Override
  public String title() {
    return "p ln q";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Matrix p = arguments.get(0);
    Matrix q = arguments.get(1);
    Matrix result = Matrix.zeros(p.rows(), p.cols());
    for (int i = 0; i < p.rows(); i++) {
      for (int j = 0; j < p.cols(); j++) {
        result.row(i)[j] = p.at(i, j) == 0 ? 0 : p.at(i, j) * StrictMath.log(q.at(i, j));
      }
    }
    return result;
  }

  @Override
  public boolean bracketsArguments() {
    return false;
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    return Maths.row(arguments.get(0), Maths.identifier("\\ln", "ln"), arguments.get(1));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return Code.call("xlogy", arguments);
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.call("timesLog", arguments);
  }

  @Override
  public Optional<Definition> definition() {
    Maths zero = Maths.number("0");
    return Optional.of(
        new Definition(
            Maths.row(zero, Maths.identifier("\\ln", "ln"), zero, Maths.operator("=", "="), zero),
            "def xlogy(p, q): return np.where(p == 0, 0, p * np.log(np.where(p == 0, 1, q)))",
            """
            static Matrix timesLog(Matrix p, Matrix q) {
              Matrix result = Matrix.zeros(p.rows(), p.cols());
              for (int i = 0; i < p.rows(); i++) {
                for (int j = 0; j < p.cols(); j++) {
                  double log = StrictMath.log(q.at(i, j));
                  result.row(i)[j] = p.at(i, j) == 0 ? 0 : p.at(i, j) * log;
                }
              }
              return result;
            }"""));
  }
}
