package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.math.Matrix;
import deltascope.network.Activation;
import deltascope.network.EquationId;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer's activation function as a curve, with every unit where it stands on it.
 *
 * @param path the curve
 * @param zeroX where z is 0, and
 * @param zeroY where a is 0
 * @param dots the units
 * @param selected the chosen unit; null where it is off the curve
 * @param least the z at the left end, written
 * @param most the z at the right end
 * @param bottom the a at the bottom
 * @param top the a at the top
 */
public record Curve(
    String path,
    String zeroX,
    String zeroY,
    List<Dot> dots,
    @Nullable Dot selected,
    String least,
    String most,
    String bottom,
    String top) {
  public static final int WIDTH = 300;
  public static final int HEIGHT = 190;
  private static final int SAMPLES = 121;

  /** Past this the functions are straight. */
  private static final double FARTHEST = 8;

  /** A unit: where, in which colour, and what it is called. */
  public record Dot(String x, String y, String styleClass, String name) {}

  /**
   * The curve of an activation step; null for every other, for softmax, which is none, and where
   * units beside their curve would say too much.
   */
  static @Nullable Curve of(Step step, Facts facts, Selection selection) {
    Matrix result = step.result();
    boolean told =
        step.equation() == EquationId.ACTIVATION
            && !facts.veiled()
            && result != null
            && step.memory().has(Quantity.Z.of(step.layer()));
    Activation activation =
        told ? facts.net().layer(step.layer()).activation() : Activation.SOFTMAX;
    if (!told || activation == Activation.SOFTMAX || result == null) {
      return null;
    }
    return new Drawing(activation, step.operand(Quantity.Z.of(step.layer())), result)
        .curve(selection);
  }

  /** The function alone, without the units. */
  Curve bare() {
    return new Curve(path, zeroX, zeroY, List.of(), null, least, most, bottom, top);
  }

  private static final class Drawing {
    private final Activation activation;
    private final Matrix z;
    private final Matrix a;
    private final double reach;
    private final double low;
    private final double high;

    Drawing(Activation activation, Matrix z, Matrix a) {
      this.activation = activation;
      this.z = z;
      this.a = a;
      double largest = CellScale.of(z).largest();
      this.reach = Math.min(FARTHEST, Math.max(2, Math.ceil(largest)));
      this.low = Math.min(0, Math.floor(at(-reach)));
      this.high = Math.max(1, at(reach));
    }

    private double at(double x) {
      return activation.value().apply(List.of(Matrix.scalar(x))).at(0, 0);
    }

    private String x(double value) {
      return Numbers.coordinate(WIDTH * (value + reach) / (2 * reach));
    }

    private String y(double value) {
      return Numbers.coordinate(HEIGHT * (high - value) / (high - low));
    }

    Curve curve(Selection selection) {
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < SAMPLES; i++) {
        double x = reach * (2.0 * i / (SAMPLES - 1) - 1);
        path.append(i == 0 ? "M" : "L").append(x(x)).append(' ').append(y(at(x)));
      }
      List<Dot> dots = new ArrayList<>();
      Dot selected = null;
      CellScale scale = CellScale.of(a);
      for (int unit = 0; unit < z.rows(); unit++) {
        double in = z.at(unit, 0);
        double out = a.at(unit, 0);
        if (Math.abs(in) <= reach && out >= low && out <= high) {
          String fill = "f" + scale.styleClass(out).substring(1);
          Dot dot = new Dot(x(in), y(out), fill, selection.rows().label(unit, 1));
          dots.add(dot);
          selected = unit == selection.row() ? dot : selected;
        }
      }
      return new Curve(
          path.toString(),
          x(0),
          y(0),
          dots,
          selected,
          Numbers.fixed(-reach, 0),
          Numbers.fixed(reach, 0),
          Numbers.fixed(low, 0),
          Numbers.fixed(high, 0));
    }
  }
}
