package deltascope.bugs;

import deltascope.checks.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every bug under every check.
 *
 * @param data the data set it was measured on
 * @param rows the program without a bug, then every bug in the catalogue's order
 */
public record Grid(String data, List<Row> rows) {
  public Grid {
    rows = List.copyOf(rows);
  }

  /**
   * One program.
   *
   * @param bug the bug; null for the program without one
   * @param parameters its scenario, as in an address
   * @param cells what each check says, by its id; those that have not been asked yet are absent
   * @param learned what a short training comes to; null until it has run
   */
  public record Row(
      @Nullable Bug bug,
      Map<String, String> parameters,
      Map<String, Cell> cells,
      @Nullable Learned learned) {
    public Row {
      cells = Map.copyOf(cells);
    }
  }

  /** A check's verdict on one program, its number and its sentence. */
  public record Cell(Verdict verdict, double value, String detail) {}

  /**
   * What accuracy tells.
   *
   * @param parameters the scenario of the training, as in an address
   * @param with test accuracy of the program, in percent
   * @param without that of the same without the bug
   */
  public record Learned(Map<String, String> parameters, double with, double without) {
    /** Percentage points that are more than chance. */
    public static final double CLEARLY = 2;

    /**
     * Fails under half of what it would be without the bug, which nobody takes for right; warns
     * where it is clearly less, which only those see who know what it would be.
     */
    public Verdict verdict() {
      return with < without / 2
          ? Verdict.FAIL
          : with < without - CLEARLY ? Verdict.WARN : Verdict.PASS;
    }
  }
}
