package deltascope.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole algorithm a second time, one sample after the other, one number after the other,
 * written from the textbook and not from the program.
 */
public final class PlainNetwork {
  /** Wˡ as w.get(l − 1), and so for all below. */
  public final List<double[][]> w = new ArrayList<>();

  public final List<double[]> b = new ArrayList<>();
  public final List<double[]> z = new ArrayList<>();
  public final List<double[]> a = new ArrayList<>();
  public final List<double[]> delta = new ArrayList<>();
  public final List<double[][]> sumW = new ArrayList<>();
  public final List<double[]> sumB = new ArrayList<>();
  public double cost;

  /** Bugs, by their ids. */
  public boolean errorSign;

  public boolean hiddenSlopeMissing;

  private final String[] activations;
  private final String costName;

  /**
   * @param activations per layer with weights
   * @param costName as in addresses
   */
  public PlainNetwork(
      List<double[][]> weights, List<double[]> biases, String[] activations, String costName) {
    this.activations = activations;
    this.costName = costName;
    for (int l = 0; l < weights.size(); l++) {
      double[][] copy = new double[weights.get(l).length][];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = weights.get(l)[i].clone();
      }
      w.add(copy);
      b.add(biases.get(l).clone());
      sumW.add(new double[copy.length][copy[0].length]);
      sumB.add(new double[copy.length]);
    }
  }

  /** Forward, cost, backward, and into the accumulators. */
  public void sample(double[] x, double[] y) {
    forward(x);
    cost = cost(y);
    backward(y);
    for (int l = 0; l < w.size(); l++) {
      for (int i = 0; i < w.get(l).length; i++) {
        for (int j = 0; j < w.get(l)[i].length; j++) {
          sumW.get(l)[i][j] += delta.get(l)[i] * a.get(l)[j];
        }
        sumB.get(l)[i] += delta.get(l)[i];
      }
    }
  }

  /** After a batch. */
  public void update(double eta, int m) {
    for (int l = 0; l < w.size(); l++) {
      for (int i = 0; i < w.get(l).length; i++) {
        for (int j = 0; j < w.get(l)[i].length; j++) {
          w.get(l)[i][j] -= eta / m * sumW.get(l)[i][j];
          sumW.get(l)[i][j] = 0;
        }
        b.get(l)[i] -= eta / m * sumB.get(l)[i];
        sumB.get(l)[i] = 0;
      }
    }
  }

  private void forward(double[] x) {
    z.clear();
    a.clear();
    a.add(x);
    for (int l = 0; l < w.size(); l++) {
      double[] sums = new double[w.get(l).length];
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j < w.get(l)[i].length; j++) {
          sums[i] += w.get(l)[i][j] * a.get(l)[j];
        }
        sums[i] += b.get(l)[i];
      }
      z.add(sums);
      a.add(activated(activations[l], sums));
    }
  }

  private static double[] activated(String name, double[] z) {
    double[] a = new double[z.length];
    double total = 0;
    for (double v : z) {
      total += Math.exp(v);
    }
    for (int i = 0; i < z.length; i++) {
      a[i] =
          switch (name) {
            case "tanh" -> Math.tanh(z[i]);
            case "sigmoid" -> 1 / (1 + Math.exp(-z[i]));
            case "relu" -> Math.max(0, z[i]);
            case "linear" -> z[i];
            case "softmax" -> Math.exp(z[i]) / total;
            default -> throw new IllegalArgumentException(name);
          };
    }
    return a;
  }

  private static double slope(String name, double z) {
    return switch (name) {
      case "tanh" -> 1 / (Math.cosh(z) * Math.cosh(z));
      case "sigmoid" -> Math.exp(-z) / ((1 + Math.exp(-z)) * (1 + Math.exp(-z)));
      case "relu" -> z > 0 ? 1 : 0;
      case "linear" -> 1;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private double cost(double[] y) {
    double[] out = a.get(w.size());
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      double error = out[k] - y[k];
      sum +=
          switch (costName) {
            case "squared-error" -> error * error;
            case "half-squared-error" -> error * error / 2;
            default -> surprise(y[k], out[k]);
          };
    }
    return sum;
  }

  private double surprise(double y, double a) {
    double hit = y == 0 ? 0 : -y * Math.log(a);
    boolean both = activations[w.size() - 1].equals("sigmoid");
    return both && y != 1 ? hit - (1 - y) * Math.log(1 - a) : hit;
  }

  /** ∂C/∂a, then through the whole Jacobian of the output, without the textbook's short cuts. */
  private void backward(double[] y) {
    int last = w.size() - 1;
    double[] out = a.get(last + 1);
    double[] byOutput = new double[out.length];
    for (int k = 0; k < out.length; k++) {
      byOutput[k] =
          switch (costName) {
            case "squared-error" -> 2 * (out[k] - y[k]);
            case "half-squared-error" -> out[k] - y[k];
            default ->
                activations[last].equals("softmax")
                    ? -y[k] / out[k]
                    : (out[k] - y[k]) / (out[k] * (1 - out[k]));
          };
    }
    double[] d = new double[out.length];
    for (int i = 0; i < out.length; i++) {
      if (activations[last].equals("softmax")) {
        for (int k = 0; k < out.length; k++) {
          d[i] += byOutput[k] * out[k] * ((i == k ? 1 : 0) - out[i]);
        }
      } else {
        d[i] = byOutput[i] * slope(activations[last], z.get(last)[i]);
      }
      d[i] = errorSign ? -d[i] : d[i];
    }
    delta.clear();
    delta.add(d);
    for (int l = last - 1; l >= 0; l--) {
      double[] above = delta.get(0);
      double[] below = new double[w.get(l).length];
      for (int j = 0; j < below.length; j++) {
        for (int i = 0; i < above.length; i++) {
          below[j] += w.get(l + 1)[i][j] * above[i];
        }
        below[j] *= hiddenSlopeMissing ? 1 : slope(activations[l], z.get(l)[j]);
      }
      delta.add(0, below);
    }
  }
}
