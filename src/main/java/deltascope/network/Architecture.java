package deltascope.network;

import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network's layers 1…L, each fed by the one below.
 *
 * @param layers from the first with weights to the output
 */
public record Architecture(List<Layer> layers) {
  /** The most layers with weights. */
  public static final int MAX_LAYERS = 6;

  /** The most units of a layer. */
  public static final int MAX_UNITS = 1024;

  public Architecture {
    layers = List.copyOf(layers);
    if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
      throw new Refused("net", layers.size() + " layers of weights", "1…" + MAX_LAYERS);
    }
  }

  /** Layers of these sizes, the input's first. */
  public static Architecture of(List<Integer> sizes, Activation hidden, Activation output) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l < sizes.size(); l++) {
      boolean last = l == sizes.size() - 1;
      layers.add(new Layer(l, sizes.get(l), sizes.get(l - 1), last ? output : hidden, last));
    }
    return new Architecture(layers);
  }

  /** Layer l = 1…L. */
  public Layer layer(int l) {
    return layers.get(l - 1);
  }

  /** L. */
  public int depth() {
    return layers.size();
  }

  /** n₀. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** Layer L. */
  public Layer output() {
    return layers.get(layers.size() - 1);
  }

  /** How many weights and biases there are. */
  public long parameters() {
    return layers.stream().mapToLong(l -> (long) l.units() * (l.inputs() + 1)).sum();
  }

  /** n₀, n₁ … n_L. */
  public List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>(List.of(inputs()));
    layers.forEach(l -> sizes.add(l.units()));
    return List.copyOf(sizes);
  }

  /** "784-16-16-10". */
  @Override
  public String toString() {
    return sizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
  }
}
