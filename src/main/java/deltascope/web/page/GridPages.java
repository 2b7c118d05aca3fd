package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Family;
import deltascope.bugs.Grid;
import deltascope.bugs.Measurement;
import deltascope.bugs.Severity;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the page of the grid: from the cards, or from what was measured here. */
public final class GridPages {
  /** What the rows can be sorted by, besides the checks. */
  public static final List<String> SORTS = sorts();

  private static final String GRADIENT = "gradient-check";

  /** A mark where nothing is known yet. */
  private static final String AWAITED = "awaited";

  private final Words words;
  private final Address here;
  private final Grid grid;
  private final boolean measured;
  private final String sort;
  private final boolean reversed;

  /** A row with what it is sorted by. */
  private record Rated(Grid.Row row, List<String> marks, String accuracy) {
    int count() {
      return (int) marks.stream().filter(GridPages::notices).count();
    }
  }

  /**
   * A grid's page.
   *
   * @param grid the programs, with their verdicts where they were measured
   * @param measured whether to show these; otherwise what the cards say
   */
  public GridPages(Shell shell, Grid grid, boolean measured) {
    this.words = shell.words();
    this.here = shell.here();
    this.grid = grid;
    this.measured = measured;
    this.sort = here.get("sort", "family");
    this.reversed = here.get("order", "").equals("reversed");
  }

  private static List<String> sorts() {
    List<String> sorts = new ArrayList<>(List.of("family", "name", "accuracy", "count"));
    Checks.checks().forEach(check -> sorts.add(check.id()));
    return List.copyOf(sorts);
  }

  /** The page. */
  public GridPage page(Shell shell, String dataTitle, GridPage.State state) {
    List<Rated> rated = grid.rows().stream().map(this::rated).toList();
    List<Rated> bugs = rated.stream().filter(each -> each.row().bug() != null).toList();
    return new GridPage(
        shell,
        lead(shell, bugs),
        !measured
            ? words.of("grid.source.cards")
            : words.of(
                whole() ? "grid.source.measured" : "grid.source.measuring", words.said(dataTitle)),
        legend(),
        head("name", words.of("grid.name"), ""),
        Checks.checks().stream()
            .map(
                check ->
                    head(check.id(), CardWords.title(words, check), CardWords.says(words, check)))
            .toList(),
        head("accuracy", words.of("grid.accuracy"), words.of("grid.accuracy.about")),
        head("count", words.of("grid.count"), ""),
        groups(rated),
        totals(bugs),
        state);
  }

  private Rated rated(Grid.Row row) {
    List<String> marks = Checks.checks().stream().map(check -> mark(row, check)).toList();
    return new Rated(row, marks, accuracy(row));
  }

  private String mark(Grid.Row row, Check check) {
    Bug bug = row.bug();
    if (!measured) {
      return bug != null && bug.card().noticedBy().contains(check.id()) ? "noticed" : "silent";
    }
    Grid.Cell cell = row.cells().get(check.id());
    return cell == null ? AWAITED : cell.verdict().id();
  }

  private String accuracy(Grid.Row row) {
    Bug bug = row.bug();
    if (measured) {
      Grid.Learned learned = row.learned();
      return learned == null ? AWAITED : learned.verdict().id();
    }
    Severity severity = bug == null ? Severity.HARMLESS : bug.card().severity();
    return switch (severity) {
      case BREAKS_LEARNING -> Verdict.FAIL.id();
      case LEARNS_WORSE -> Verdict.WARN.id();
      case HARMLESS -> Verdict.PASS.id();
    };
  }

  private static boolean notices(String mark) {
    return Set.of("noticed", "fail", "warn").contains(mark);
  }

  /** Whether everything has been asked. */
  private boolean whole() {
    return grid.rows().stream()
        .allMatch(row -> row.learned() != null && row.cells().size() == Checks.checks().size());
  }

  /** The message, counted; the cards' own until a measurement is whole. */
  private List<String> lead(Shell shell, List<Rated> bugs) {
    if (measured && !whole()) {
      GridPages cards = new GridPages(shell, grid, false);
      return cards.lead(shell, bugs.stream().map(bug -> cards.rated(bug.row())).toList());
    }
    int gradient = SORTS.indexOf(GRADIENT) - (SORTS.size() - Checks.checks().size());
    List<Rated> blind = bugs.stream().filter(bug -> !bug.accuracy().equals("fail")).toList();
    long quiet = blind.stream().filter(bug -> !bug.accuracy().equals("warn")).count();
    long formula = bugs.stream().filter(bug -> notices(bug.marks().get(gradient))).count();
    long rest = blind.stream().filter(bug -> !notices(bug.marks().get(gradient))).count();
    long others =
        blind.stream()
            .filter(bug -> !notices(bug.marks().get(gradient)) && bug.count() > 0)
            .count();
    List<String> none =
        bugs.stream().filter(bug -> bug.count() == 0).map(bug -> title(bug.row())).toList();
    return List.of(
        words.of("grid.lead.accuracy", blind.size(), bugs.size(), quiet),
        words.of("grid.lead.gradient", formula, bugs.size() - formula),
        words.of("grid.lead.rest", rest, others),
        none.isEmpty()
            ? words.of("grid.lead.all")
            : words.of("grid.lead.none", none.size(), String.join(", ", none)));
  }

  private List<GridPage.Sign> legend() {
    if (measured) {
      return Stream.of("fail", "warn", "inconclusive", "pass")
          .map(mark -> new GridPage.Sign(mark, words.of("verdict." + mark)))
          .toList();
    }
    return Stream.concat(
            Stream.of("noticed", "silent")
                .map(mark -> new GridPage.Sign(mark, words.of("verdict." + mark))),
            Stream.of("fail", "warn", "pass")
                .map(mark -> new GridPage.Sign(mark, words.of("grid.learns." + mark))))
        .toList();
  }

  private GridPage.Head head(String id, String title, String about) {
    boolean now = sort.equals(id);
    Address address = here.with("sort", id).with("order", now && !reversed ? "reversed" : null);
    String sorted = !now ? "" : id.equals("name") != reversed ? "ascending" : "descending";
    return new GridPage.Head(title, address.at("/bugs/grid"), sorted, about);
  }

  private List<GridPage.Group> groups(List<Rated> rated) {
    List<GridPage.Group> groups = new ArrayList<>();
    groups.add(new GridPage.Group("", rows(rated.stream().filter(r -> r.row().bug() == null))));
    if (sort.equals("family")) {
      Map<Family, List<Rated>> byFamily =
          rated.stream()
              .filter(each -> each.row().bug() != null)
              .collect(Collectors.groupingBy(each -> family(each.row())));
      for (Family family : Family.values()) {
        List<Rated> bugs = byFamily.getOrDefault(family, List.of());
        groups.add(new GridPage.Group(words.of("family." + family.id()), rows(bugs.stream())));
      }
      return groups;
    }
    List<Rated> sorted =
        new ArrayList<>(rated.stream().filter(each -> each.row().bug() != null).toList());
    sorted.sort(order());
    if (reversed) {
      Collections.reverse(sorted);
    }
    groups.add(new GridPage.Group("", rows(sorted.stream())));
    return groups;
  }

  private static Family family(Grid.Row row) {
    return Optional.ofNullable(row.bug()).map(bug -> bug.card().family()).orElseThrow();
  }

  /** The gravest, the most or the first letter first; what is equal keeps its place. */
  private Comparator<Rated> order() {
    return switch (sort) {
      case "name" -> Comparator.comparing(each -> title(each.row()));
      case "count" -> Comparator.comparing(each -> -each.count());
      case "accuracy" -> Comparator.comparing(this::lost).reversed();
      default -> {
        int column = SORTS.indexOf(sort) - (SORTS.size() - Checks.checks().size());
        yield Comparator.comparing(each -> gravity(each.marks().get(column)));
      }
    };
  }

  /** By how many points accuracy is less; by the card's word where there are no numbers. */
  private double lost(Rated rated) {
    Grid.Learned learned = measured ? rated.row().learned() : null;
    return learned == null ? -gravity(rated.accuracy()) : learned.without() - learned.with();
  }

  private static int gravity(String mark) {
    return List.of("fail", "noticed", "warn", "inconclusive", "pass", "silent", AWAITED)
        .indexOf(mark);
  }

  private List<GridPage.Row> rows(Stream<Rated> rated) {
    return rated.map(this::row).toList();
  }

  private GridPage.Row row(Rated rated) {
    Grid.Row row = rated.row();
    Bug bug = row.bug();
    Address address = address(row.parameters());
    List<GridPage.Cell> cells = new ArrayList<>();
    for (int n = 0; n < rated.marks().size(); n++) {
      String mark = rated.marks().get(n);
      String evidence = address.at("/checks") + "#" + Checks.checks().get(n).id();
      cells.add(new GridPage.Cell(mark, words.of("verdict." + mark), "", evidence));
    }
    return new GridPage.Row(
        title(row),
        bug == null ? "" : here.wishes().at("/bugs/" + bug.id()),
        cells,
        learned(row, rated.accuracy()),
        rated.count(),
        bug == null);
  }

  private GridPage.Cell learned(Grid.Row row, String mark) {
    Grid.Learned learned = row.learned();
    if (!measured || learned == null) {
      return new GridPage.Cell(mark, words.of("accuracy." + mark), "", "");
    }
    Address training =
        Address.of(learned.parameters())
            .with("epochs", learned.parameters().getOrDefault("epochs", "1"))
            .with("limit", Measurement.SAMPLES);
    return new GridPage.Cell(
        mark,
        words.of(
            "accuracy.beside", words.of("accuracy." + mark), Numbers.fixed(learned.without(), 1)),
        Numbers.fixed(learned.with(), 1),
        training.at("/api/train"));
  }

  private Address address(Map<String, String> parameters) {
    Address address = Address.of(parameters);
    for (String wish : Address.WISHES) {
      String wished = here.get(wish);
      address = wished == null ? address : address.with(wish, wished);
    }
    return address;
  }

  private String title(Grid.Row row) {
    Bug bug = row.bug();
    return bug == null ? words.of("grid.clean") : CardWords.title(words, bug);
  }

  private static List<Integer> totals(List<Rated> bugs) {
    List<Integer> totals = new ArrayList<>();
    for (int n = 0; n < Checks.checks().size(); n++) {
      int column = n;
      totals.add((int) bugs.stream().filter(bug -> notices(bug.marks().get(column))).count());
    }
    return totals;
  }
}
