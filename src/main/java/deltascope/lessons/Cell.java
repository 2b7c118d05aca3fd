package deltascope.lessons;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a tensor.
 *
 * @param of whose walk it is
 * @param tensor its name
 * @param step which step's, −1 for the last that has it
 * @param which the way to find it: "largest", "smallest", "farthest" from zero, or "said"
 * @param col the column that is said, the row being the answer
 * @param hidden whether its numbers are the answer, and must not stand in the cells
 */
public record Cell(
    Query of, Ref tensor, int step, String which, @Nullable Value col, boolean hidden) {
  /** The tensor; null where its data are not here. */
  public @Nullable Matrix matrix(Look look, Place place) {
    return look.numbers().has(of.data())
        ? Tensors.of(look.numbers().trace(of.walking()), tensor, step, false, place::bad)
        : null;
  }

  /** The step in which the tensor is shown. */
  public Step shownIn(Look look, Place place) {
    return Tensors.at(look.numbers().trace(of.walking()), tensor, step, false, place::bad);
  }

  /** Which cell of the tensor is right. */
  public Spot right(Matrix matrix, Value row, Look look) {
    return which.equals("said") ? Spot.of(matrix, row, col, look) : Spot.extreme(matrix, which);
  }

  /** The cell that a lesson names. */
  public Spot said(Matrix matrix, Value row, @Nullable Value other, Look look) {
    return Spot.of(matrix, row, other, look);
  }
}
