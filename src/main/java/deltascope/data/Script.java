package deltascope.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one hand has written: lines on paper of no particular size, and the pen's width on them. */
final class Script {
  /** How much wider than high a digit may be. */
  private static final double WIDEST = 1.4;

  private final List<double[]> lines = new ArrayList<>();
  private final List<double[]> radii = new ArrayList<>();

  /** A style, written by a hand. */
  Script(Style style, Hand hand) {
    for (List<Style.Knot> stroke : style.strokes()) {
      lines.add(Curve.through(hand.place(stroke), stroke));
    }
    narrow();
    double length = length() / Math.max(extent(0, 1), extent(1, 1));
    for (double[] line : lines) {
      radii.add(hand.radii(line.length / 2, length));
    }
  }

  /** Lines that somebody drew, as they are, with a pen as broad as a hand's of their length. */
  Script(List<int[]> strokes) {
    for (int[] stroke : strokes) {
      lines.add(Arrays.stream(stroke).asDoubleStream().toArray());
    }
    double size = Math.max(extent(0, 1), extent(1, 1));
    double pen = Hand.pen(size == 0 ? 0 : length() / size);
    for (double[] line : lines) {
      double[] same = new double[line.length / 2];
      Arrays.fill(same, pen);
      radii.add(same);
    }
  }

  int lines() {
    return lines.size();
  }

  /** The points of a line: x0, y0, x1, y1, … */
  double[] line(int k) {
    return lines.get(k);
  }

  /** The pen's radius at each point of a line, in pixels. */
  double[] radii(int k) {
    return radii.get(k);
  }

  /** From where on the ink reaches along an axis (0 is x, 1 is y), drawn at a scale. */
  double least(int axis, double scale) {
    return -most(axis, -scale);
  }

  /** How long the ink is along an axis, drawn at a scale. */
  double extent(int axis, double scale) {
    return most(axis, scale) - least(axis, scale);
  }

  private double most(int axis, double scale) {
    double most = Double.NEGATIVE_INFINITY;
    for (int stroke = 0; stroke < lines.size(); stroke++) {
      double[] line = lines.get(stroke);
      for (int k = 0; 2 * k < line.length; k++) {
        double radius = radii.isEmpty() ? 0 : radii.get(stroke)[k];
        most = Math.max(most, scale * line[2 * k + axis] + radius);
      }
    }
    return most;
  }

  private void narrow() {
    double factor = WIDEST * extent(1, 1) / extent(0, 1);
    if (factor < 1) {
      for (double[] line : lines) {
        for (int k = 0; k < line.length; k += 2) {
          line[k] *= factor;
        }
      }
    }
  }

  private double length() {
    double length = 0;
    for (double[] line : lines) {
      for (int k = 2; k < line.length; k += 2) {
        double dx = line[k] - line[k - 2];
        double dy = line[k + 1] - line[k - 1];
        length += Math.sqrt(dx * dx + dy * dy);
      }
    }
    return length;
  }
}
