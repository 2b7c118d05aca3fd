package deltascope.bugs;

import com.google.auto.service.AutoService;
import deltascope.algebra.Applied;
import deltascope.algebra.Code;
import deltascope.algebra.Copied;
import deltascope.algebra.Expr;
import deltascope.algebra.Function;
import deltascope.algebra.Maths;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code [[0] * cols] * rows}: one row, named n times, that all units add into. */
@AutoService(Bug.class)
public final class SharedRows implements Bug {
  @Override
  public Card card() {
    return Card.of("shared-rows", Family.ACCUMULATION, "Rows that are one row")
        .says("The accumulator's rows are one and the same list, n times.")
        .symptom(
            "All rows of ΣW are equal, and so are all rows of every step. The units of a layer"
                + " keep the differences they were drawn with and learn none.")
        .reason(
            "[row] * n repeats a reference. Whatever one unit adds, all units see: each gets the"
                + " sum of everybody's gradients.")
        .cure("[[0] * cols for _ in range(rows)], or np.zeros((rows, cols)).")
        .seen("A Python classic")
        .actsOn("reset")
        .listing(
            new Card.Listing(
                "sumW = [[0] * cols for _ in range(rows)]",
                "sumW = [[0] * cols] * rows",
                "double[][] sumW = new double[rows][cols];",
                "double[][] sumW = new double[rows][];\nArrays.fill(sumW, new double[cols]);"))
        .firstBroken("accumulate-weights")
        .severity(Severity.BREAKS_LEARNING)
        .noticedBy(
            "buffer-identity",
            "tiny-step",
            "gradient-check",
            "gradient-slope",
            "one-class-fingerprint",
            "overfit-a-few");
  }

  @Override
  public Equations in(Equations right) {
    return new EquationsWrapper(right) {
      @Override
      public Statement zeroWeights(Layer l) {
        Statement zeros = right.zeroWeights(l);
        return zeros.with(new Applied(Rows.SHARED, zeros.value()));
      }

      @Override
      public Statement resetWeights(Layer l) {
        Expr zeros = l.weightZeros();
        return right.resetWeights(l).replacing(new Copied(zeros), new Applied(Rows.SHARED, zeros));
      }
    };
  }

  /** As many rows as there are, all of them one copy of the first. */
  private enum Rows implements Function {
    SHARED;

    @Override
    public String title() {
      return "one row for all";
    }

    @Override
    public Matrix apply(List<Matrix> arguments) {
      double[][] rows = new double[arguments.get(0).rows()][];
      Arrays.fill(rows, arguments.get(0).row(0).clone());
      return Matrix.onRows(rows);
    }

    @Override
    public Maths maths(List<Maths> arguments) {
      Maths name = Maths.identifier("\\operatorname{onerow}", "one row");
      return Maths.row(name, Maths.fenced(arguments.get(0)));
    }

    @Override
    public Code numpy(List<Code> arguments) {
      return Code.join("[list(", arguments.get(0), "[0])] * len(", arguments.get(0), ")");
    }

    @Override
    public Code java(List<Code> arguments) {
      return Code.call("sharedRows", arguments);
    }

    @Override
    public Optional<Definition> definition() {
      Maths meaning = Maths.words("one row as long as these, under the names of all");
      Maths zeros = Maths.identifier("z", "z");
      return Optional.of(
          new Definition(
              Maths.row(maths(List.of(zeros)), Maths.operator("=", "="), meaning),
              "",
              """
              static Matrix sharedRows(Matrix like) {
                double[][] rows = new double[like.rows()][];
                java.util.Arrays.fill(rows, like.row(0).clone());
                return Matrix.onRows(rows);
              }"""));
    }
  }
}
