package deltascope.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A worksheet as it is read from its page: the numbers that are printed, and NaN where a cell is
 * blank. It shares nothing with what made the page.
 */
record PrintedSheet(String page, List<Figure> figures) {
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?s)<figure class=\"sheet-grid [^\"]*\"><figcaption>(.*?)</figcaption>(.*?)</figure>");
  private static final Pattern ROW = Pattern.compile("(?s)<tbody>|<tr>(.*?)</tr>");
  private static final Pattern CELL = Pattern.compile("(?s)<td[^>]*>(.*?)</td>");
  private static final Pattern INPUT = Pattern.compile("name=\"x(\\d+)\" value=\"([^\"]*)\"");
  private static final Pattern ZERO = Pattern.compile("all 0 \\((\\d+) × (\\d+)\\)");

  /**
   * A matrix as it stands there, columns on their sides, and the numbers of its blanks, 0 for none.
   */
  record Figure(String name, double[][] values, int[][] blanks) {
    /** A column that lies on its side. */
    double[] lying() {
      return values[0];
    }
  }

  static PrintedSheet of(String page) {
    List<Figure> figures = new ArrayList<>();
    Matcher figure = FIGURE.matcher(page);
    while (figure.find()) {
      figures.add(figure(text(figure.group(1)), figure.group(2)));
    }
    return new PrintedSheet(page, figures);
  }

  private static Figure figure(String name, String body) {
    Matcher zero = ZERO.matcher(body);
    if (zero.find()) {
      int rows = Integer.parseInt(zero.group(1));
      int cols = Integer.parseInt(zero.group(2));
      boolean lies = cols == 1;
      return new Figure(
          name,
          lies ? new double[1][rows] : new double[rows][cols],
          new int[lies ? 1 : rows][rows * cols]);
    }
    List<double[]> values = new ArrayList<>();
    List<int[]> blanks = new ArrayList<>();
    Matcher row = ROW.matcher(body.substring(body.indexOf("<tbody>")));
    while (row.find()) {
      if (row.group(1) == null) {
        continue;
      }
      List<Double> numbers = new ArrayList<>();
      List<Integer> holes = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group(1));
      while (cell.find()) {
        Matcher input = INPUT.matcher(cell.group(1));
        boolean blank = input.find();
        holes.add(blank ? Integer.parseInt(input.group(1)) : 0);
        numbers.add(blank ? Double.NaN : number(text(cell.group(1))));
      }
      values.add(numbers.stream().mapToDouble(Double::doubleValue).toArray());
      blanks.add(holes.stream().mapToInt(Integer::intValue).toArray());
    }
    return new Figure(name, values.toArray(double[][]::new), blanks.toArray(int[][]::new));
  }

  static double number(String text) {
    return Double.parseDouble(text.replace('−', '-'));
  }

  /** Without tags: "W1", "(W2)⊤". */
  static String text(String markup) {
    return markup.replaceAll("<[^>]*>", "").strip();
  }

  /** The first matrix of that name. */
  Figure figure(String name) {
    return figures.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not printed: " + names()));
  }

  /** The last one of that name, which may be its new value. */
  Figure last(String name) {
    return figures.stream()
        .filter(each -> each.name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(name + " is not printed: " + names()));
  }

  List<String> names() {
    return figures.stream().map(Figure::name).toList();
  }

  /** How many cells are blank. */
  int blanks() {
    return (int) INPUT.matcher(page).results().count();
  }

  /** The answers to a figure's blanks, by their numbers, as an address sends them. */
  static Map<Integer, Double> answers(Figure figure, double[][] worked) {
    Map<Integer, Double> answers = new LinkedHashMap<>();
    for (int i = 0; i < figure.values().length; i++) {
      for (int j = 0; j < figure.values()[i].length; j++) {
        if (figure.blanks()[i][j] > 0) {
          answers.put(figure.blanks()[i][j], worked[i][j]);
        }
      }
    }
    return answers;
  }
}
