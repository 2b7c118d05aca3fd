package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rows are used again where nobody needs them, and nowhere else. */
class WorkspaceTest {
  private static final List<Matrix> NOTHING = List.of();

  private final Workspace workspace = new Workspace();

  /** What the next round makes, if it needs no more than {@code kept} of what came before. */
  private Matrix round(List<Matrix> kept, Supplier<Matrix> work) {
    List<Matrix> made = new ArrayList<>();
    workspace.round(kept, () -> made.add(work.get()));
    return made.get(0);
  }

  private static Matrix filled(double value) {
    double[] row = {value, value, value, value};
    return Matrix.onRows(row, row, row).copy();
  }

  private static void holds(double value, Matrix matrix) {
    assertTrue(matrix.sameValues(filled(value)), () -> "not all " + value + ": " + matrix);
  }

  @Test
  void rowsThatNobodyNeedsAreUsedAgain() {
    Matrix first = round(NOTHING, () -> Matrix.zeros(3, 4));
    Matrix second = round(NOTHING, () -> Matrix.zeros(3, 4));
    assertSame(first.row(2), second.row(2));
  }

  @Test
  void aMatrixThatIsKeptKeepsItsNumbers() {
    Matrix kept = round(NOTHING, () -> filled(5));
    for (int i = 0; i < 3; i++) {
      Matrix next = round(List.of(kept), () -> filled(7));
      assertNotSame(kept.row(0), next.row(0));
      holds(5, kept);
      holds(7, next);
    }
  }

  @Test
  void whatIsNotKeptAnyLongerIsUsedAgain() {
    Matrix kept = round(NOTHING, () -> filled(5));
    round(List.of(kept), () -> filled(7));
    List<Matrix> next = new ArrayList<>();
    workspace.round(NOTHING, () -> List.of(1, 2, 3, 4).forEach(n -> next.add(filled(n))));
    assertTrue(next.stream().anyMatch(matrix -> matrix.row(0) == kept.row(0)));
  }

  @Test
  void aMatrixThatSharesOneRowWithAKeptOneIsNotTouched() {
    Matrix made = round(NOTHING, () -> filled(5));
    Matrix kept = Matrix.onRows(made.row(1));
    round(List.of(kept), () -> filled(7));
    holds(5, made);
  }

  @Test
  void theImageOfAKeptMatrixIsKeptWithIt() {
    Matrix kept = filled(5);
    Matrix image = round(NOTHING, () -> kept.image(x -> -x));
    round(List.of(kept), () -> filled(7));
    holds(-5, image);
  }

  @Test
  void numbersThatWereMadeOfBytesAreKeptOnceTheyAreMade() {
    byte[] fives = {5, 5, 5};
    Matrix kept =
        round(
            NOTHING,
            () -> {
              Matrix bytes =
                  Matrix.ofBytes(3, new byte[][] {fives, fives, fives, fives}, new int[4]);
              assertEquals(5, bytes.at(0, 0));
              return bytes;
            });
    round(List.of(kept), () -> filled(7));
    holds(5, kept);
  }

  @Test
  void zerosAreZerosInRowsThatWereUsed() {
    round(NOTHING, () -> filled(5));
    holds(0, round(NOTHING, () -> Matrix.zeros(3, 4)));
  }

  @Test
  void productsAndSumsAreRightInRowsThatWereUsed() {
    Matrix a = Matrix.onRows(new double[] {1, 2}, new double[] {3, 4});
    Matrix square = Matrix.onRows(new double[] {7, 10}, new double[] {15, 22});
    for (int i = 0; i < 3; i++) {
      assertTrue(round(NOTHING, () -> a.times(a)).sameValues(square));
      assertTrue(round(NOTHING, () -> a.timesTransposed(a.transposed())).sameValues(square));
      assertTrue(round(NOTHING, () -> a.plus(a)).sameValues(a.scaled(2)));
      assertTrue(round(NOTHING, () -> a.copy()).sameValues(a));
    }
  }

  @Test
  void whatIsMadeBetweenTheRoundsIsNobodyElses() {
    Matrix before = filled(5);
    round(NOTHING, () -> filled(6));
    Matrix between = filled(5);
    round(NOTHING, () -> filled(7));
    holds(5, before);
    holds(5, between);
  }

  @Test
  void aRoundWithinARoundTakesNothingFromIt() {
    Workspace inner = new Workspace();
    List<Matrix> made = new ArrayList<>();
    workspace.round(
        NOTHING,
        () -> {
          made.add(filled(1));
          inner.round(NOTHING, () -> made.add(filled(2)));
          inner.round(NOTHING, () -> made.add(filled(3)));
          made.add(filled(4));
        });
    holds(1, made.get(0));
    assertSame(made.get(1).row(0), made.get(2).row(0));
    holds(4, made.get(3));
    Matrix next = round(NOTHING, () -> filled(5));
    assertTrue(next.row(0) == made.get(0).row(0) || next.row(0) == made.get(3).row(0));
  }

  @Test
  void anotherThreadsMatricesAreItsOwn() {
    List<Matrix> theirs = new ArrayList<>();
    Thread other = new Thread(() -> theirs.add(filled(5)));
    workspace.round(
        NOTHING,
        () -> {
          other.start();
          join(other);
        });
    workspace.round(NOTHING, () -> List.of(1, 2, 3).forEach(n -> filled(n)));
    holds(5, theirs.get(0));
  }

  @Test
  void aRoundThatFailsIsOver() {
    assertThrows(ShapeMismatch.class, () -> round(NOTHING, () -> filled(1).times(filled(2))));
    Matrix after = filled(5);
    round(NOTHING, () -> filled(7));
    holds(5, after);
  }

  private static void join(Thread other) {
    try {
      other.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
