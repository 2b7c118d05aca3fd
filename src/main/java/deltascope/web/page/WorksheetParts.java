package deltascope.web.page;

import deltascope.algebra.Explanation;
import deltascope.algebra.Parameter;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Step;
import deltascope.web.worksheet.Blank;
import deltascope.web.worksheet.Counting;
import deltascope.web.worksheet.Kind;
import deltascope.web.worksheet.Sheet;
import deltascope.web.worksheet.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a sheet as they are printed. */
final class WorksheetParts {
  private static final int LONG = 8;

  private final Sheet sheet;
  private final Sheet.Wish wish;
  private final Address address;
  private final Words words;
  private final boolean key;
  private final boolean digits;
  private final Counting counting;
  private final int side;
  private final Facts facts;
  private final Sections sections;
  private final Map<Ref, Integer> places = new HashMap<>();

  WorksheetParts(
      Worksheets.Subject subject, Sheet sheet, Sheet.Wish wish, Address address, boolean key) {
    this.sheet = sheet;
    this.wish = wish;
    this.address = address;
    this.words = address.words();
    this.key = key;
    Worksheets.Walked walked = subject.digits();
    this.digits = walked != null;
    this.counting = new Counting(digits, subject.trace().net().depth());
    int label = walked == null ? 0 : walked.subject().label();
    this.facts = new Facts(subject.trace(), subject.trace().net(), label);
    this.side = facts.side();
    this.sections = new Sections(facts, address, View.of(Address.of(Map.of())), words);
    Stream.concat(
            sheet.givens().stream(),
            sheet.parts().stream()
                .flatMap(
                    part ->
                        part.result() == null
                            ? part.operands().stream()
                            : Stream.concat(part.operands().stream(), Stream.of(part.result()))))
        .forEach(table -> places.putIfAbsent(table.ref(), table.places()));
  }

  Html title() {
    Step step = sheet.parts().get(0).step();
    return switch (sheet.kind()) {
      case STEP -> titleOf(step);
      case PASS -> words.html("worksheet.title.pass");
      case BACKWARDS -> words.html("worksheet.title.backwards", step.layer());
    };
  }

  List<WorksheetPage.Grid> givens() {
    return sheet.givens().stream()
        .sorted(Comparator.comparing(WorksheetParts::turn))
        .map(this::grid)
        .toList();
  }

  /** What fills a line of the paper goes first, then what is low, then what is tall. */
  private static int turn(Sheet.Table table) {
    Matrix values = table.values();
    boolean lies = values.cols() == 1;
    if (table.ref().layer() == 0 || (lies ? values.rows() : values.cols()) > LONG) {
      return 0;
    }
    return lies || values.rows() <= 3 ? 1 : 2;
  }

  List<WorksheetPage.Section> sections() {
    return sheet.parts().stream().map(this::section).toList();
  }

  private WorksheetPage.Section section(Sheet.Part part) {
    Step step = part.step();
    Written written = Written.of(step.line());
    List<Piece.Term> formulas = new ArrayList<>(List.of(written.formula()));
    List<Piece.Term> definitions = new ArrayList<>(written.definitions());
    Step further = part.further();
    if (further != null) {
      formulas.add(Written.of(further.line()).formula());
      definitions.addAll(Written.of(further.line()).definitions());
    }
    Ref same = part.same();
    return new WorksheetPage.Section(
        "step-" + step.index(),
        sections.eyebrow(step, words.of("step.place", step.index() + 1, facts.steps().size())),
        titleOf(step),
        sentenceOf(step),
        formulas,
        definitions,
        part.hasRate() ? rate(part) : "",
        operands(part),
        part.result() == null ? null : grid(part.result()),
        same == null
            ? Html.NOTHING
            : words.html("worksheet.same", Html.symbol(step.target()), Html.symbol(same)),
        part.blanks().stream().map(this::task).toList());
  }

  private static String rate(Sheet.Part part) {
    return "η = %s, m = %s"
        .formatted(
            Numbers.significantPlain(part.parameter(Parameter.ETA)),
            Numbers.significantPlain(part.parameter(Parameter.BATCH)));
  }

  /** What lies in a row first, so that it stands above the matrix it is multiplied with. */
  private List<WorksheetPage.Grid> operands(Sheet.Part part) {
    List<WorksheetPage.Grid> grids = new ArrayList<>();
    for (boolean wide : new boolean[] {false, true}) {
      for (Sheet.Table table : part.operands()) {
        if (Counting.wide(table.ref()) == wide) {
          grids.add(grid(table));
        }
      }
    }
    return grids;
  }

  // Words: those of the walk, where they do not speak of digits that there are none of.

  /** What a step is called. */
  Html titleOf(Step step) {
    return neutral(step)
        ? words.html("worksheet.title." + step.equation().id())
        : sections.title(step);
  }

  private Html sentenceOf(Step step) {
    return sheet.kind() == Kind.STEP && !neutral(step) ? sections.sentence(step) : Html.NOTHING;
  }

  private boolean neutral(Step step) {
    EquationId equation = step.equation();
    boolean first = equation == EquationId.WEIGHTED_SUM && step.layer() == 1;
    return !digits && (equation == EquationId.INPUT || equation == EquationId.TARGET || first);
  }

  // Matrices.

  private WorksheetPage.Grid grid(Sheet.Table table) {
    Ref ref = table.ref();
    Matrix values = table.values();
    boolean wide = Counting.wide(ref);
    boolean turned = wide ? table.turned() : true;
    int down = turned ? values.cols() : values.rows();
    int across = turned ? values.rows() : values.cols();
    List<String> heads = new ArrayList<>();
    for (int j = 0; j < across; j++) {
      heads.add(turned ? counting.row(ref, j, side) : counting.col(ref, j, side));
    }
    String downAre = turned ? counting.cols(ref) : counting.rows(ref);
    String acrossAre = turned ? counting.rows(ref) : counting.cols(ref);
    boolean scalar = acrossAre.equals("one");
    List<WorksheetPage.Line> lines = new ArrayList<>();
    for (int i = 0; i < down; i++) {
      List<WorksheetPage.Entry> entries = new ArrayList<>();
      for (int j = 0; j < across; j++) {
        int row = turned ? j : i;
        int col = turned ? i : j;
        Blank blank = table.blank(row, col);
        entries.add(
            blank == null
                ? new WorksheetPage.Entry(Numbers.fixed(values.at(row, col), table.places()), null)
                : new WorksheetPage.Entry("", task(blank)));
      }
      String number = turned ? counting.col(ref, i, side) : counting.row(ref, i, side);
      lines.add(new WorksheetPage.Line(wide ? place(downAre, number) : "", entries));
    }
    Html name = Html.symbol(ref);
    if (wide && turned) {
      name = Html.join("(", name, new Html(")<sup>⊤</sup>"));
    }
    boolean zero = table.blanks().isEmpty() && values.maxAbs() == 0 && values.size() > 1;
    return new WorksheetPage.Grid(
        ref.quantity().styleClass() + " " + width(across, table.places()),
        name,
        words.of("figure.said", ref.symbol(), values.rows(), values.cols()),
        scalar ? "" : words.of("axis." + acrossAre),
        scalar ? List.of("") : heads,
        lines,
        zero ? words.of("worksheet.zero", values.rows() + " × " + values.cols()) : "");
  }

  private String place(String kind, String number) {
    return words.of("place." + kind, number);
  }

  /** Letters are smaller where many stand side by side. */
  private static String width(int across, int places) {
    int letters = across * (places + 3);
    return letters > 116 ? "tightest" : letters > 100 ? "tight" : letters > 60 ? "wide" : "narrow";
  }

  // Blanks.

  private WorksheetPage.Task task(Blank blank) {
    Ref ref = blank.ref();
    boolean wide = Counting.wide(ref);
    boolean scalar = counting.rows(ref).equals("one");
    String row = scalar ? "" : counting.row(ref, blank.row(), side);
    String col = wide ? counting.col(ref, blank.col(), side) : "";
    Html symbol = Html.symbol(ref, scalar ? "" : wide ? Index.pair(row, col) : row);
    String said = scalar ? "" : place(counting.rows(ref), row);
    if (wide) {
      said = words.of("worksheet.between", place(counting.cols(ref), col), said);
    }
    String name = Worksheets.ANSWER + blank.number();
    String typed = address.get(name, "");
    Verdict verdict = key ? Verdict.OPEN : blank.judge(typed);
    return new WorksheetPage.Task(
        blank.number(),
        name,
        symbol,
        words.of("worksheet.cell", blank.number(), ref.symbol(), said).strip(),
        typed,
        verdict,
        Worksheets.judged(words, blank, verdict),
        key ? working(blank) : Html.NOTHING,
        key ? Numbers.fixed(blank.value(), blank.places()) : "",
        key
            ? words.of(
                "worksheet.key.accepted",
                Numbers.fixed(blank.accepted().low().doubleValue(), blank.places()),
                Numbers.fixed(blank.accepted().high().doubleValue(), blank.places()))
            : "");
  }

  private Html working(Blank blank) {
    Explanation sum = blank.sum();
    if (sum != null) {
      return Html.join(
          Arithmetic.whole(this::written).write(sum, true),
          " = ",
          Numbers.fixed(blank.solved(), blank.places()));
    }
    Blank.Backwards back = blank.backwards();
    return back == null ? Html.NOTHING : backwards(blank, back);
  }

  private Html backwards(Blank blank, Blank.Backwards back) {
    Ref w = blank.ref();
    int decimals = wish.rounding().decimals() + 1;
    String z = Numbers.significant(back.z(), decimals);
    Html found =
        Html.join(
            "(",
            z,
            " − ",
            fenced(Numbers.significant(back.rest(), decimals)),
            ") / ",
            fenced(Numbers.significant(back.input(), decimals)),
            " = ",
            Numbers.fixed(blank.solved(), blank.places()));
    if (Double.isNaN(back.answer())) {
      return found;
    }
    int at = places.getOrDefault(Quantity.A.of(w.layer()), decimals);
    return Html.join(
        words.html("worksheet.key.inverse", Numbers.fixed(back.answer(), at), z), found);
  }

  private static String fenced(String number) {
    return number.startsWith("−") ? "(" + number + ")" : number;
  }

  /** A number as the sheet prints it; one that it does not print, with as many figures. */
  private String written(Explanation node) {
    Explanation.Cell cell = node.cell();
    @Nullable Integer at = cell == null ? null : places.get(cell.ref());
    return at == null
        ? Numbers.significant(node.value(), wish.rounding().decimals() + 1)
        : Numbers.fixed(node.value(), at);
  }
}
