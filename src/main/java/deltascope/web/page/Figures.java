package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the figures of one step. */
final class Figures {
  /** A larger matrix is a heat map; this one and smaller are tables. */
  static final int MOST_IN_A_TABLE = 1024;

  /** Up to so many columns, and rows, the numbers stand in the cells. */
  private static final int MOST_NUMBERS_ACROSS = 12;

  private final Facts facts;
  private final Address address;
  private final View view;
  private final Words words;
  private final Step step;
  private final Selection selection;
  private final String keptPixels;

  Figures(Facts facts, Address address, View view, Words words, Step step, Selection selection) {
    this.facts = facts;
    this.address = address;
    this.view = view;
    this.words = words;
    this.step = step;
    this.selection = selection;
    this.keptPixels = view.blanks() ? "" : KeptPixels.of(step, facts);
  }

  /** Whether blank pixels' columns are left out of some figure. */
  boolean crops() {
    return !keptPixels.isEmpty();
  }

  /** How many pixels are not blank. */
  int inked() {
    return KeptPixels.count(keptPixels);
  }

  /** An operand as it was when the line ran. */
  Figure operand(Ref ref, boolean transposed) {
    Step maker = facts.makerBefore(ref, step.index());
    Html name = Html.symbol(ref);
    String symbol = ref.symbol();
    if (transposed) {
      name = Html.join("(", name, new Html(")<sup>⊤</sup>"));
      symbol = "(" + symbol + ")ᵀ";
    }
    return figure(
        ref, step.operand(ref), null, transposed, name, symbol, "operand", maker, "", false);
  }

  /** What the line made; the cells that differ from {@code other} are outlined. */
  Figure result(@Nullable String role, @Nullable Matrix other) {
    return outcome(facts.shapeOf(step), other, role, "result", "");
  }

  /** What the line made, not to be seen yet. */
  Piece.Hidden hidden() {
    Matrix shape = facts.shapeOf(step);
    Ref target = step.target();
    Space cols = Space.colsOf(target, shape, facts.depth());
    boolean square = step.layer() == 0 && selection.rows().pixels();
    int side = facts.side();
    return new Piece.Hidden(
        target.quantity().styleClass() + " " + sized(shape, cols, shape.size() > MOST_IN_A_TABLE),
        Html.symbol(target),
        words.of("predict.hidden", target.symbol(), shape.rows(), shape.cols()),
        shape.rows() + " × " + shape.cols(),
        square ? side : shape.rows(),
        square ? side : shape.cols(),
        square ? selection.row() / side : selection.row(),
        square ? selection.row() % side : selection.col());
  }

  /** What the textbook's line makes of the same operands. */
  Figure expected(Matrix expected) {
    return outcome(expected, step.result(), words.of("picture.textbook"), "expected", "expected");
  }

  /** How far the two are apart. */
  Figure difference(Matrix expected) {
    Matrix difference = facts.shapeOf(step).minus(expected);
    return outcome(difference, null, words.of("picture.difference"), "difference", "difference");
  }

  /** What the line made, beside what it made in another lane. */
  Figure beside(@Nullable Step twin) {
    return result(null, twin == null ? null : twin.result());
  }

  /** What the result has more than that of a twin in another lane. */
  Figure apart(Step twin) {
    Matrix difference = facts.shapeOf(step).minus(Objects.requireNonNull(twin.result()));
    return outcome(difference, null, words.of("picture.difference"), "apart", "difference");
  }

  private Figure outcome(
      Matrix matrix,
      @Nullable Matrix other,
      @Nullable String role,
      String source,
      String styleClass) {
    Ref target = step.target();
    boolean alone = !styleClass.isEmpty();
    Html name =
        role == null
            ? Html.symbol(target)
            : Html.join(
                alone ? Html.NOTHING : Html.symbol(target),
                alone ? "" : " ",
                Html.text(role).in("role"));
    String symbol = role == null ? target.symbol() : target.symbol() + " " + role;
    return figure(target, matrix, other, false, name, symbol, source, null, styleClass, !alone);
  }

  private Figure figure(
      Ref ref,
      Matrix computed,
      @Nullable Matrix other,
      boolean turned,
      Html name,
      String symbol,
      String which,
      @Nullable Step maker,
      String styleClass,
      boolean links) {
    Matrix matrix = turned ? computed.transposed() : computed;
    Address tensor =
        address.scenario().with("step", step.index()).with("name", ref.name()).with("which", which);
    Space own = Space.rowsOf(ref, facts.depth());
    Space across = Space.colsOf(ref, computed, facts.depth());
    Space rows = turned ? across : own;
    Space cols = turned ? own : across;
    boolean pixelVector = (rows.pixels() && cols.one()) || (cols.pixels() && rows.one());
    boolean square = pixelVector && (view.images() || step.layer() == 0);
    boolean heat =
        matrix.size() > MOST_IN_A_TABLE || (pixelVector && !square && matrix.size() > 20);
    CellScale scale = CellScale.of(matrix);
    String size = matrix.rows() + " × " + matrix.cols();
    String said = words.of("figure.said", symbol, matrix.rows(), matrix.cols());
    Figure.Table table = null;
    if (pixelVector && (square || heat)) {
      table = picture(matrix, other, scale, said, heat);
    } else if (!heat) {
      table = table(matrix, other, scale, said, rows, cols, links);
    }
    return new Figure(
        (ref.quantity().styleClass() + " " + sized(matrix, cols, heat) + " " + styleClass).strip(),
        name,
        symbol,
        said,
        size,
        range(matrix, scale, heat),
        table,
        heat ? heat(matrix, rows, cols, tensor) : null,
        matrix.rows(),
        matrix.cols(),
        rows.id(),
        cols.id(),
        selection.axis(rows),
        selection.axis(cols),
        square ? facts.side() : 0,
        facts.side(),
        turned,
        tensor.at("/api/tensor.npy"),
        whole(ref, which, turned),
        maker == null ? null : maker.index(),
        maker == null ? "" : words.of("made", maker.index() + 1));
  }

  private static String sized(Matrix matrix, Space cols, boolean heat) {
    int rows = matrix.rows();
    String height =
        rows <= 16
            ? "r16"
            : rows <= 32 ? "r32" : rows <= 64 ? "r64" : rows <= 128 ? "r128" : "r1024";
    return heat && (cols.pixels() || matrix.cols() > 128) ? height + " wide" : height;
  }

  private String range(Matrix matrix, CellScale scale, boolean heat) {
    String unit = heat ? "" : scale.unit();
    if (matrix.size() == 1 || matrix.cols() == 1) {
      return unit;
    }
    String range =
        words.of(
            "figure.range",
            Numbers.significant(matrix.min(), 3),
            Numbers.significant(matrix.max(), 3));
    return unit.isEmpty() ? range : range + " · " + unit;
  }

  private Figure.Table table(
      Matrix matrix,
      @Nullable Matrix other,
      CellScale scale,
      String said,
      Space rows,
      Space cols,
      boolean links) {
    String styleClass =
        matrix.cols() > MOST_NUMBERS_ACROSS
            ? "quiet " + acrossClass(matrix.cols())
            : matrix.cols() > 3 ? "few" : "one";
    boolean linked = links && matrix.cols() == 1 && matrix.rows() > 1 && matrix.rows() <= 64;
    int selected = selection.along(rows);
    List<Figure.Row> lines = new ArrayList<>(matrix.rows());
    for (int i = 0; i < matrix.rows(); i++) {
      List<Figure.Cell> cells = new ArrayList<>(matrix.cols());
      String href = linked ? selection.choosing(address, i).step(step.index()) : "";
      for (int j = 0; j < matrix.cols(); j++) {
        cells.add(cell(matrix, other, i, j, scale, href));
      }
      lines.add(new Figure.Row(rows.label(i, facts.side()), i == selected, cells));
    }
    List<String> heads = new ArrayList<>();
    for (int j = 0; j < matrix.cols(); j++) {
      heads.add(cols.one() ? words.of("figure.value") : cols.label(j, facts.side()));
    }
    String unit = scale.unit();
    String caption = unit.isEmpty() ? said : said + ", " + unit;
    return new Figure.Table(styleClass, caption, words.of("axis." + rows.id()), heads, lines);
  }

  private static Figure.Cell cell(
      Matrix matrix, @Nullable Matrix other, int i, int j, CellScale scale, String href) {
    double value = matrix.at(i, j);
    boolean alike = other == null || (sameShape(matrix, other) && same(value, other.at(i, j)));
    String styleClass = scale.styleClass(value);
    return new Figure.Cell(scale.written(value), alike ? styleClass : styleClass + " apart", href);
  }

  private static boolean sameShape(Matrix one, Matrix other) {
    return one.rows() == other.rows() && one.cols() == other.cols();
  }

  private static boolean same(double one, double other) {
    return one == other || (Double.isNaN(one) && Double.isNaN(other));
  }

  private static String acrossClass(int cols) {
    return cols <= 20 ? "c20" : cols <= 32 ? "c32" : cols <= 64 ? "c64" : "c128";
  }

  /** A vector of pixels as the square they come from. */
  private Figure.Table picture(
      Matrix vector, @Nullable Matrix other, CellScale scale, String said, boolean hidden) {
    int side = facts.side();
    boolean column = vector.cols() == 1;
    List<Figure.Row> lines = new ArrayList<>(side);
    for (int r = 0; r < side; r++) {
      List<Figure.Cell> cells = new ArrayList<>(side);
      for (int c = 0; c < side; c++) {
        int p = r * side + c;
        cells.add(cell(vector, other, column ? p : 0, column ? 0 : p, scale, ""));
      }
      lines.add(new Figure.Row(Integer.toString(r), false, cells));
    }
    List<String> heads = new ArrayList<>();
    for (int c = 0; c < side; c++) {
      heads.add(Integer.toString(c));
    }
    String styleClass = hidden ? "read" : "pixels p" + side + (step.layer() == 0 ? "" : " small");
    return new Figure.Table(styleClass, said, words.of("axis.pixel-row"), heads, lines);
  }

  private Figure.Heat heat(Matrix matrix, Space rows, Space cols, Address tensor) {
    String styleClass = cols.one() ? "column" : rows.one() ? "band" : "";
    String keepRows = rows.pixels() ? keptPixels : "";
    String keepCols = cols.pixels() ? keptPixels : "";
    int across = cols.one() ? 26 : 460;
    int down = rows.one() ? 26 : 17 * Math.min(16, matrix.rows());
    return new Figure.Heat(
        styleClass,
        tensor.at("/api/tensor.png"),
        keepRows,
        keepCols,
        view.images() && cols.pixels() && !rows.one(),
        selection.along(rows),
        rows.first(),
        across,
        down);
  }

  private String whole(Ref ref, String which, boolean turned) {
    Address table =
        address.with("step", step.index()).with("name", ref.name()).with("which", which);
    return (turned ? table.with("turned", 1) : table).at("/step/table");
  }
}
