package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * The target of a label: {@code hot} in the label's row, {@code cold} in the others; 1 × m gives
 * classes × m.
 */
public record OneHot(int classes, double hot, double cold) implements Function {
  @Override
  public String title() {
    return "one-hot";
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Matrix labels = arguments.get(0);
    Matrix target = Matrix.zeros(classes, labels.cols());
    for (int j = 0; j < labels.cols(); j++) {
      for (int k = 0; k < classes; k++) {
        target.row(k)[j] = k == labels.at(0, j) ? hot : cold;
      }
    }
    return target;
  }

  @Override
  public boolean elementwise() {
    return false;
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    Maths isLabel =
        Maths.row(Maths.identifier("k", "k"), Maths.operator("=", "="), arguments.get(0));
    return new Maths.Cases(
        List.of(Maths.number(text(hot)), Maths.number(text(cold))),
        List.of(isLabel, Maths.words("otherwise")));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    String digits = "np.where(np.arange(" + classes + ")[:, None] == ";
    return Code.join(digits, arguments.get(0), ", " + text(hot) + ", " + text(cold) + ")");
  }

  @Override
  public Code java(List<Code> arguments) {
    String values = ", " + classes + ", " + text(hot) + ", " + text(cold) + ")";
    return Code.join("oneHot(", arguments.get(0), values);
  }

  @Override
  public Optional<Helper> helper() {
    return Optional.of(
        new Helper(
            "",
            """
            static Matrix oneHot(Matrix label, int classes, double hot, double cold) {
              Matrix y = Matrix.zeros(classes, label.cols());
              for (int k = 0; k < classes; k++) {
                for (int j = 0; j < label.cols(); j++) {
                  y.row(k)[j] = k == label.at(0, j) ? hot : cold;
                }
              }
              return y;
            }"""));
  }

  private static String text(double value) {
    return new Numeral(value).text();
  }
}
