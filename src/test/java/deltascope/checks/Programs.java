package deltascope.checks;

import deltascope.algebra.Applied;
import deltascope.algebra.Expr;
import deltascope.algebra.Filled;
import deltascope.algebra.Numeral;
import deltascope.algebra.Parameter;
import deltascope.algebra.Quantity;
import deltascope.algebra.Statement;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.data.Split;
import deltascope.network.Activation;
import deltascope.network.Architecture;
import deltascope.network.Call;
import deltascope.network.Cost;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Init;
import deltascope.network.Layer;
import deltascope.network.Phase;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.Variation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Subjects of tests, and programs broken by hand. */
final class Programs {
  static final Dataset DATA = new Library(Path.of("none")).get("made");
  static final UnaryOperator<Equations> RIGHT = right -> right;

  private Programs() {}

  /** tanh, squared error, 49-12-10, four samples a batch, broken so. */
  static Subject subject(UnaryOperator<Equations> bug) {
    return subject("49-12-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, bug);
  }

  static Subject subject(
      String net, Activation hidden, Activation output, Cost cost, UnaryOperator<Equations> bug) {
    return subject(net, hidden, output, cost, Init.XAVIER, 0, bug);
  }

  static Subject subject(
      String net,
      Activation hidden,
      Activation output,
      Cost cost,
      Init init,
      int epochs,
      UnaryOperator<Equations> bug) {
    return subject(net, hidden, output, cost, init, epochs, DATA, bug);
  }

  static Subject subject(
      String net,
      Activation hidden,
      Activation output,
      Cost cost,
      Init init,
      int epochs,
      Dataset data,
      UnaryOperator<Equations> bug) {
    List<Integer> sizes = Arrays.stream(net.split("-")).map(Integer::valueOf).toList();
    Architecture layers = Architecture.of(sizes, hidden, output);
    List<Variation> variations = List.of(new Variation("broken", bug));
    return new Subject(
        new Scenario(
            "made",
            Split.TRAIN,
            layers,
            hidden,
            cost,
            init,
            3,
            0.1,
            4,
            Point.afterEpochs(epochs),
            Scenario.ALL,
            true,
            variations,
            0,
            null),
        data);
  }

  /** The first digits of the made ones, so few that an epoch takes no time. */
  static Dataset few(int size) {
    return new Dataset(
        "few", "A few", () -> first(DATA.train(), size), () -> first(DATA.test(), size));
  }

  private static Digits first(Digits from, int size) {
    byte[] pixels = new byte[size * Digits.PIXELS];
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(from.pixels(i), 0, pixels, i * Digits.PIXELS, Digits.PIXELS);
      labels[i] = (byte) from.label(i);
    }
    return Digits.of(pixels, labels);
  }

  static Finding find(Check check, UnaryOperator<Equations> bug) {
    return Checks.run(check, subject(bug));
  }

  static Finding.Part part(Finding finding, String name) {
    return finding.tensors().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " in " + finding));
  }

  // Broken programs.

  static final UnaryOperator<Equations> SIGN_TURNED =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement outputError(Layer output, Expr slope) {
              Expr y = Quantity.Y.of(0);
              return right
                  .outputError(output, slope)
                  .replacing(output.a().minus(y), y.minus(output.a()));
            }
          };

  static final UnaryOperator<Equations> HALVED =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement outputError(Layer output, Expr slope) {
              return right.outputError(output, slope).replacing(Numeral.TWO, Numeral.ONE);
            }
          };

  static final UnaryOperator<Equations> SLOPE_MISSING =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement hiddenError(Layer l, Expr slope) {
              return right.hiddenError(l, slope).without(slope);
            }
          };

  static final UnaryOperator<Equations> ASCENT =
      right -> rate(right, new Numeral(-1).scaling(right.averaging()));

  static final UnaryOperator<Equations> SUMMED = right -> rate(right, Parameter.ETA);

  static final UnaryOperator<Equations> THIRTY =
      right -> rate(right, new Numeral(30).scaling(right.averaging()));

  static Equations rate(Equations right, Expr rate) {
    return new EquationsWrapper(right) {
      @Override
      public Expr averaging() {
        return rate;
      }
    };
  }

  /** U is its own template: never 0 again. */
  static final UnaryOperator<Equations> NEVER_RESET =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement resetWeights(Layer l) {
              return l.weightSum().becomes(l.weightZeros());
            }
          };

  /** The reset is left out of the schedule. */
  static final UnaryOperator<Equations> RESET_FORGOTTEN =
      right ->
          new EquationsWrapper(right) {
            @Override
            public List<Call> schedule(Architecture net, boolean batchEnds) {
              return right.schedule(net, batchEnds).stream()
                  .filter(call -> !call.equation().id().equals("reset"))
                  .toList();
            }
          };

  static final UnaryOperator<Equations> LAST_ONLY =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement accumulateWeights(Layer l) {
              return l.weightSum().becomes(l.weightGradient());
            }

            @Override
            public List<Integer> blocks(List<Integer> wanted) {
              int size = wanted.stream().mapToInt(Integer::intValue).sum();
              return Collections.nCopies(size, 1);
            }
          };

  static final UnaryOperator<Equations> FIRST_FROZEN =
      right ->
          new EquationsWrapper(right) {
            @Override
            public List<Call> schedule(Architecture net, boolean batchEnds) {
              List<Call> calls = new ArrayList<>(right.schedule(net, batchEnds));
              calls.removeIf(
                  call ->
                      call.layer().index() == 1
                          && call.equation().phase() == Phase.UPDATE
                          && !call.equation().id().equals("reset"));
              return calls;
            }
          };

  static UnaryOperator<Equations> constant(double value) {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Statement initialWeights(Layer l) {
            return l.weights().is(new Applied(new Filled(l.units(), l.inputs(), value)));
          }
        };
  }

  /** The label is read as another. */
  static UnaryOperator<Equations> labels(UnaryOperator<Expr> reading) {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Expr label(Split split) {
            return split == Split.TRAIN ? reading.apply(right.label(split)) : right.label(split);
          }
        };
  }

  /** Inputs of these splits are so many times what they should be. */
  static UnaryOperator<Equations> inputs(double factor, Split... splits) {
    return right ->
        new EquationsWrapper(right) {
          @Override
          public Statement input(Split split) {
            Statement input = right.input(split);
            return List.of(splits).contains(split)
                ? input.with(new Numeral(factor).scaling(input.value()))
                : input;
          }
        };
  }

  static final UnaryOperator<Equations> ALL_ZEROS = labels(label -> new Numeral(0).scaling(label));

  static final UnaryOperator<Equations> SORTED =
      right ->
          new EquationsWrapper(right) {
            @Override
            public int[] trainingOrder(Digits digits, int size, int epoch) {
              int[] order = new int[size];
              int filled = 0;
              for (int digit = 0; digit < 10; digit++) {
                for (int i = 0; i < size; i++) {
                  if (digits.label(i) == digit) {
                    order[filled++] = i;
                  }
                }
              }
              return order;
            }
          };

  static final UnaryOperator<Equations> BATCH_IGNORED =
      right ->
          new EquationsWrapper(right) {
            @Override
            public int batchSize(int asked) {
              return 100;
            }
          };

  static final UnaryOperator<Equations> NOT_TRANSPOSED =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement hiddenError(Layer l, Expr slope) {
              return right
                  .hiddenError(l, slope)
                  .replacing(l.weightsAbove().transposed(), l.weightsAbove());
            }
          };

  /** Each sample's outputs take the mean of its batch's off. */
  static final UnaryOperator<Equations> MIXED =
      right ->
          new EquationsWrapper(right) {
            @Override
            public Statement activation(Layer l) {
              Statement line = right.activation(l);
              return l.last()
                  ? line.with(line.value().minus(line.value().summedOverSamples()))
                  : line;
            }
          };
}
