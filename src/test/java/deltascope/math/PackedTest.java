package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loops of a product get: columns in panels, rows in fours, and the terms they need. */
class PackedTest {
  private static final Lanes LANES = Objects.requireNonNull(Lanes.HERE);
  private static final int WIDTH = Lanes.WIDTH;

  /** Entry (i, j) is 100 i + j. */
  private static double[][] numbered(int rows, int cols) {
    double[][] numbers = new double[rows][cols];
    for (int i = 0; i < rows; i++) {
      int hundreds = 100 * i;
      Arrays.setAll(numbers[i], j -> hundreds + j);
    }
    return numbers;
  }

  private static Panels panels(double[][] rows, boolean all) {
    return Panels.of(LANES, new InRows(rows, rows[0].length), all);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void columnsStandSideBySideTermByTerm(boolean all) {
    Panels panels = panels(numbered(3, 5 * WIDTH - 1), all);
    assertEquals(3, panels.count());
    for (int p = 0; p < 3; p++) {
      assertArrayEquals(new int[] {0, 4, 8}, panels.terms()[p]);
      for (int i = 0; i < 3; i++) {
        for (int v = 0; v < WIDTH; v++) {
          assertEquals(100 * i + panels.first(p) + v, panels.low()[p][WIDTH * i + v]);
          assertEquals(100 * i + panels.second(p) + v, panels.high()[p][WIDTH * i + v]);
        }
      }
    }
  }

  @Test
  void theLastPanelOverlapsTheOneBeforeItAndTheLastVectorItsNeighbour() {
    Panels five = panels(numbered(1, 5 * WIDTH - 1), false);
    assertEquals(2 * WIDTH, five.first(1));
    assertEquals(3 * WIDTH, five.second(1));
    assertEquals(3 * WIDTH - 1, five.first(2));
    assertEquals(4 * WIDTH - 1, five.second(2));
    Panels one = panels(numbered(1, WIDTH + 1), false);
    assertEquals(1, one.count());
    assertEquals(0, one.first(0));
    assertEquals(1, one.second(0));
  }

  @Test
  void termsThatAreZeroInAllColumnsOfAPanelAreLeftOutUnlessAllAreNeeded() {
    double[][] rows = new double[5][3 * WIDTH];
    rows[0][0] = 1;
    rows[1][WIDTH] = -0.0;
    rows[2][2 * WIDTH - 1] = Double.MIN_VALUE;
    rows[3][WIDTH - 1] = Double.NaN;
    rows[4][3 * WIDTH - 1] = -5;
    Panels some = panels(rows, false);
    assertArrayEquals(new int[] {0, 8, 12}, some.terms()[0]);
    assertEquals(Double.MIN_VALUE, some.high()[0][2 * WIDTH - 1], "the second that is left");
    assertArrayEquals(new int[] {8, 16}, some.terms()[1]);
    assertEquals(-5, some.high()[1][2 * WIDTH - 1], "the second that is left");
    assertArrayEquals(new int[] {0, 4, 8, 12, 16}, panels(rows, true).terms()[0]);
  }

  @Test
  void rowsStandInFoursAndTheLastStandsForThoseThatLack() {
    double[][] a = {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12}};
    Fours fours = Fours.of(LANES, a, 2);
    assertArrayEquals(new double[] {1, 3, 5, 7, 2, 4, 6, 8}, fours.packed()[0]);
    assertArrayEquals(new double[] {9, 11, 11, 11, 10, 12, 12, 12}, fours.packed()[1]);
    assertTrue(fours.finite());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
  void oneStrangeNumberAmongTheRowsIsNoticedWhereverItIs(double strange) {
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 5; k++) {
        double[][] a = new double[9][5];
        a[i][k] = strange;
        assertFalse(Fours.of(LANES, a, 5).finite());
        a[i][k] = Double.MAX_VALUE;
        assertTrue(Fours.of(LANES, a, 5).finite());
      }
    }
  }
}
