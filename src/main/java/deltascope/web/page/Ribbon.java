package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.math.Matrix;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The network as a ribbon of layers, drawn once per sample; each step lights a part of it.
 *
 * @param layers 0…L
 * @param edges between them, 1…L
 */
public record Ribbon(List<Units> layers, List<Edges> edges) {
  private static final int WIDTH = 276;
  private static final int HEIGHT = 214;
  private static final int EDGE = 18;

  /** More units than this are drawn as a selection. */
  private static final int MOST = 28;

  /** A layer: where it stands, how many units it has, and those that are drawn. */
  public record Units(int layer, int x, int count, List<Dot> dots) {}

  /** A unit, coloured by its activation. */
  public record Dot(String cy, String r, String styleClass, int unit) {}

  /** The weights into a layer: strong negative, strong positive, and the others. */
  public record Edges(int layer, String pale, String negative, String positive) {}

  static Ribbon of(Facts facts) {
    return of(facts, layer -> true);
  }

  /** With the units of only some layers in their colours. */
  static Ribbon of(Facts facts, IntPredicate told) {
    List<Units> layers = new ArrayList<>();
    List<Edges> edges = new ArrayList<>();
    for (int l = 0; l <= facts.depth(); l++) {
      layers.add(units(facts, l, told.test(l)));
    }
    for (int l = 1; l <= facts.depth(); l++) {
      edges.add(edges(facts, l));
    }
    return new Ribbon(layers, edges);
  }

  private static int count(Facts facts, int layer) {
    return layer == 0 ? facts.side() : facts.net().layer(layer).units();
  }

  private static int x(Facts facts, int layer) {
    return EDGE + (WIDTH - 2 * EDGE) * layer / facts.depth();
  }

  private static int drawn(Facts facts, int layer) {
    return Math.min(MOST, count(facts, layer));
  }

  /** The unit that dot {@code i} stands for. */
  private static int unit(Facts facts, int layer, int i) {
    int n = count(facts, layer);
    int drawn = drawn(facts, layer);
    return n == drawn ? i : (int) ((long) i * (n - 1) / (drawn - 1));
  }

  private static double y(Facts facts, int layer, int i) {
    int drawn = drawn(facts, layer);
    return drawn == 1 ? HEIGHT / 2.0 : 14 + (HEIGHT - 28.0) * i / (drawn - 1);
  }

  private static Units units(Facts facts, int layer, boolean told) {
    Matrix activations = facts.resultOf(Quantity.A.of(layer));
    List<Dot> dots = new ArrayList<>();
    int drawn = drawn(facts, layer);
    double[] values = new double[drawn];
    for (int i = 0; i < drawn; i++) {
      values[i] = activations == null || !told ? 0 : value(facts, layer, activations, i);
    }
    CellScale scale = CellScale.of(Matrix.column(values));
    String r = layer == 0 ? "2.2" : drawn > 20 ? "3" : "4.2";
    for (int i = 0; i < drawn; i++) {
      String fill = "f" + scale.styleClass(values[i]).substring(1);
      dots.add(new Dot(Numbers.coordinate(y(facts, layer, i)), r, fill, unit(facts, layer, i)));
    }
    int size = layer == 0 ? facts.net().inputs() : count(facts, layer);
    return new Units(layer, x(facts, layer), size, dots);
  }

  /** A unit's activation; of the input, the mean ink of a row of pixels. */
  private static double value(Facts facts, int layer, Matrix activations, int i) {
    if (layer > 0) {
      return activations.at(unit(facts, layer, i), 0);
    }
    int side = facts.side();
    double sum = 0;
    for (int c = 0; c < side; c++) {
      sum += activations.at(i * side + c, 0);
    }
    return sum / side;
  }

  private static @Nullable Matrix weights(Facts facts, int layer) {
    for (Step step : facts.steps()) {
      if (step.operands().contains(Quantity.W.of(layer))) {
        return step.operand(Quantity.W.of(layer));
      }
    }
    return null;
  }

  private static Edges edges(Facts facts, int layer) {
    StringBuilder pale = new StringBuilder();
    StringBuilder negative = new StringBuilder();
    StringBuilder positive = new StringBuilder();
    Matrix weights = weights(facts, layer);
    if (weights == null) {
      return new Edges(layer, "", "", "");
    }
    int to = drawn(facts, layer);
    int from = drawn(facts, layer - 1);
    String[] starts = new String[from];
    for (int j = 0; j < from; j++) {
      starts[j] = "M" + x(facts, layer - 1) + " " + Numbers.coordinate(y(facts, layer - 1, j));
    }
    double[][] strengths = new double[to][from];
    double largest = 0;
    for (int i = 0; i < to; i++) {
      for (int j = 0; j < from; j++) {
        strengths[i][j] = weight(facts, layer, weights, i, j);
        largest = Math.max(largest, Math.abs(strengths[i][j]));
      }
    }
    for (int i = 0; i < to; i++) {
      String end = "L" + x(facts, layer) + " " + Numbers.coordinate(y(facts, layer, i));
      for (int j = 0; j < from; j++) {
        double share = largest == 0 ? 0 : strengths[i][j] / largest;
        boolean strong = Math.abs(share) >= (to * from > 300 ? 0.45 : 0.3);
        StringBuilder path = !strong ? pale : share < 0 ? negative : positive;
        if (strong || to * from <= 300) {
          path.append(starts[j]).append(end);
        }
      }
    }
    return new Edges(layer, pale.toString(), negative.toString(), positive.toString());
  }

  private static double weight(Facts facts, int layer, Matrix weights, int i, int j) {
    int row = unit(facts, layer, i);
    if (layer > 1) {
      return weights.at(row, unit(facts, layer - 1, j));
    }
    int side = facts.side();
    double sum = 0;
    for (int c = 0; c < side; c++) {
      sum += weights.at(row, j * side + c);
    }
    return sum;
  }

  /**
   * What a step lights.
   *
   * @param layers the layers at work, and
   * @param edges the weights between them; 0 for none
   * @param known the layers whose activations are there
   * @param flow what flows where, in words
   * @param unitLayer the layer of the chosen unit, −1 for none
   * @param unit the chosen unit, from 0
   */
  public record Light(
      List<Integer> layers, int edges, List<Integer> known, Html flow, int unitLayer, int unit) {
    public boolean lit(int layer) {
      return layers.contains(layer);
    }

    public boolean knows(int layer) {
      return known.contains(layer);
    }

    public String layersText() {
      return text(layers);
    }

    public String knownText() {
      return text(known);
    }

    private static String text(List<Integer> numbers) {
      return String.join(" ", numbers.stream().map(String::valueOf).toList());
    }

    static Light of(Step step, Facts facts, Selection selection, Words words) {
      int l = step.layer();
      int last = facts.depth();
      List<Integer> layers =
          switch (step.equation()) {
            case INPUT -> List.of(0);
            case TARGET, COST, OUTPUT_ERROR -> List.of(last);
            case WEIGHTED_SUM, WEIGHT_GRADIENT, ACCUMULATE_WEIGHTS, UPDATE_WEIGHTS, RESET_WEIGHTS ->
                List.of(l - 1, l);
            case HIDDEN_ERROR -> List.of(l, l + 1);
            default -> List.of(l);
          };
      int edges =
          switch (step.equation()) {
            case WEIGHTED_SUM, WEIGHT_GRADIENT, ACCUMULATE_WEIGHTS, UPDATE_WEIGHTS, RESET_WEIGHTS ->
                l;
            case HIDDEN_ERROR -> l + 1;
            default -> 0;
          };
      List<Integer> known = new ArrayList<>();
      for (Step made : facts.steps().subList(0, step.index() + 1)) {
        if (made.target().quantity() == Quantity.A) {
          known.add(made.target().layer());
        }
      }
      Html flow =
          switch (step.equation()) {
            case WEIGHTED_SUM ->
                words.html(
                    "flow.forward", Html.symbol(Quantity.A.of(l - 1)), Html.symbol(step.target()));
            case ACTIVATION ->
                words.html(
                    "flow.forward", Html.symbol(Quantity.Z.of(l)), Html.symbol(step.target()));
            case HIDDEN_ERROR ->
                words.html(
                    "flow.back", Html.symbol(Quantity.DELTA.of(l + 1)), Html.symbol(step.target()));
            default -> Html.NOTHING;
          };
      Space rows = selection.rows();
      boolean unit = rows.kind() == Space.Kind.UNIT || rows.kind() == Space.Kind.OUTPUT;
      return new Light(layers, edges, known, flow, unit ? rows.layer() : -1, selection.row());
    }
  }
}
