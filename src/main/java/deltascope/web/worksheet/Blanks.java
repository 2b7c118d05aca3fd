package deltascope.web.worksheet;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.math.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cells are to be blank.
 *
 * @param count so many, where none are named
 * @param names such as "z1.2" and "W2.5.1": a quantity, its row, its column
 * @param choice the seed by which cells that are not named are chosen
 */
public record Blanks(int count, List<String> names, long choice) {
  /** More are no exercise. */
  public static final int MOST = 120;

  private static final int ALL = Integer.MAX_VALUE;
  private static final Pattern NAME = Pattern.compile("([A-Za-z]+[0-9]?)((?:[.][0-9]{1,3}){0,2})");
  private static final String RANGE = "a number of cells in 1…" + MOST + ", all, or names as ";

  /** A cell, from 0. */
  record Cell(int row, int col) {}

  public Blanks {
    names = List.copyOf(names);
  }

  /**
   * Reads "3", "all", or names with commas between them.
   *
   * @throws Refused (parameter {@code blanks}) for anything else
   */
  public static Blanks of(String text, Kind kind, long choice) {
    if (text.isEmpty()) {
      return new Blanks(kind.usual(), List.of(), choice);
    }
    if (text.equals("all")) {
      return new Blanks(ALL, List.of(), choice);
    }
    if (text.matches("[0-9]{1,3}")) {
      int count = Integer.parseInt(text);
      if (count < 1 || count > MOST) {
        throw new Refused("blanks", text, RANGE + "z1.2,W2.5.1");
      }
      return new Blanks(count, List.of(), choice);
    }
    List<String> names = List.of(text.split(",", -1));
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new Refused("blanks", text, RANGE + "z1.2,W2.5.1");
      }
    }
    return new Blanks(names.size(), names, choice);
  }

  boolean all() {
    return count == ALL;
  }

  boolean named() {
    return !names.isEmpty();
  }

  /** Chance for one purpose. */
  Random chance(String purpose, int n) {
    return Randomness.stream(choice, "worksheet " + purpose, n);
  }

  /** The cells that are named of that quantity, in the order of its rows. */
  List<Cell> namedOf(Ref ref, Matrix matrix, Counting counting) {
    List<Cell> cells = new ArrayList<>();
    for (String name : names) {
      Matcher parts = NAME.matcher(name);
      if (parts.matches() && parts.group(1).equals(ref.name())) {
        Cell cell = cell(name, parts.group(2), ref, matrix, counting);
        if (cells.contains(cell)) {
          throw new Refused("blanks", name + " twice", "each cell at most once");
        }
        cells.add(cell);
      }
    }
    return ordered(cells);
  }

  private static Cell cell(String name, String place, Ref ref, Matrix matrix, Counting counting) {
    String[] numbers = place.isEmpty() ? new String[0] : place.substring(1).split("[.]");
    boolean wide = Counting.wide(ref);
    boolean scalar = matrix.size() == 1;
    if (numbers.length == (wide ? 2 : scalar ? 0 : 1)) {
      int row = scalar && !wide ? 0 : Integer.parseInt(numbers[0]) - counting.firstRow(ref);
      int col = wide ? Integer.parseInt(numbers[1]) - counting.firstCol(ref) : 0;
      if (row >= 0 && row < matrix.rows() && col >= 0 && col < matrix.cols()) {
        return new Cell(row, col);
      }
    }
    int first = counting.firstRow(ref);
    String rows = first + "…" + (matrix.rows() - 1 + first);
    int left = wide ? counting.firstCol(ref) : 0;
    throw new Refused(
        "blanks",
        name,
        scalar && !wide
            ? ref.name()
            : wide
                ? "%s.row.column, rows %s, columns %d…%d"
                    .formatted(ref.name(), rows, left, matrix.cols() - 1 + left)
                : ref.name() + ".row, rows " + rows);
  }

  /** So many of the matrix's cells, those that are not trivial first. */
  List<Cell> chosen(Ref ref, Matrix matrix, Triviality trivial, int step) {
    int[] order = Randomness.permutation(chance("cells of " + ref.name(), step), matrix.size());
    List<Cell> first = new ArrayList<>();
    List<Cell> last = new ArrayList<>();
    for (int k : order) {
      Cell cell = new Cell(k / matrix.cols(), k % matrix.cols());
      (trivial.of(cell.row(), cell.col()) ? last : first).add(cell);
    }
    first.addAll(last);
    return ordered(first.subList(0, Math.min(count, first.size())));
  }

  /** Whether there is nothing to work out in a cell. */
  interface Triviality {
    boolean of(int row, int col);
  }

  private static List<Cell> ordered(List<Cell> cells) {
    return cells.stream()
        .sorted((a, b) -> a.row() != b.row() ? a.row() - b.row() : a.col() - b.col())
        .toList();
  }
}
