package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Grid;
import deltascope.bugs.Severity;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The grid's page counts, sorts and links what it is given. */
class GridPagesTest {
  private static final int GRADIENT = index("gradient-check");
  private static final Verdict[] TURN = {
    Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.WARN
  };

  private static int index(String id) {
    return Checks.checks().stream().map(Check::id).toList().indexOf(id);
  }

  /** Bug n fails, warns, … in turn at the gradient check, and passes all else. */
  private static Grid grid() {
    List<Grid.Row> rows = new ArrayList<>();
    rows.add(row(null, Verdict.PASS, 90));
    for (int n = 0; n < Catalogue.bugs().size(); n++) {
      rows.add(row(Catalogue.bugs().get(n), TURN[n % 4], 90 - 2 * n));
    }
    return new Grid("made", rows);
  }

  private static Grid.Row row(Bug bug, Verdict gradient, double accuracy) {
    Map<String, Grid.Cell> cells = new HashMap<>();
    for (Check check : Checks.checks()) {
      Verdict verdict = check.id().equals("gradient-check") ? gradient : Verdict.PASS;
      cells.put(check.id(), new Grid.Cell(verdict, 1, "It is 1."));
    }
    Map<String, String> scenario = Map.of("data", "made", "bugs", bug == null ? "" : bug.id());
    return new Grid.Row(bug, scenario, cells, new Grid.Learned(scenario, accuracy, 90));
  }

  private static GridPage page(boolean measured, String... parameters) {
    Map<String, String> address = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      address.put(parameters[i], parameters[i + 1]);
    }
    Shell shell = Shell.of(Words.ENGLISH, "t", "", Address.of(address), "/bugs/grid", "/step");
    GridPage.State none = new GridPage.State("none", 0, 0, "", "", List.of(), "", "");
    return new GridPages(shell, grid(), measured).page(shell, "Made digits", none);
  }

  private static List<GridPage.Row> bugs(GridPage page) {
    return page.groups().stream()
        .flatMap(group -> group.rows().stream())
        .filter(row -> !row.clean())
        .toList();
  }

  private static List<String> column(GridPage page) {
    return bugs(page).stream().map(row -> row.cells().get(GRADIENT).mark()).toList();
  }

  @Test
  void theCardsSayWhoNoticesWhat() {
    GridPage page = page(false);
    assertEquals(8, page.groups().size());
    List<GridPage.Row> rows = bugs(page);
    for (int n = 0; n < rows.size(); n++) {
      Bug bug = Catalogue.bugs().get(n);
      assertEquals(bug.title(), rows.get(n).title());
      assertEquals(bug.card().noticedBy().size(), rows.get(n).count());
      for (int k = 0; k < Checks.checks().size(); k++) {
        boolean notices = bug.card().noticedBy().contains(Checks.checks().get(k).id());
        assertEquals(notices ? "noticed" : "silent", rows.get(n).cells().get(k).mark());
      }
      assertEquals(
          bug.card().severity() == Severity.BREAKS_LEARNING,
          rows.get(n).accuracy().mark().equals("fail"));
    }
    long formula =
        Catalogue.bugs().stream()
            .filter(bug -> bug.card().noticedBy().contains("gradient-check"))
            .count();
    assertEquals(formula, page.totals().get(GRADIENT).longValue());
    assertTrue(page.lead().get(1).contains("notices " + formula + ","), page.lead().get(1));
  }

  @Test
  void theMessageIsCountedFromTheMarks() {
    GridPage page = page(true);
    // 44 bugs: accuracy 90, 88, 86 … fails under 45, from the 24th on; 90 and 88 are as good.
    assertTrue(page.lead().get(0).startsWith("Accuracy is blind to 23 of 44"), page.lead().get(0));
    assertTrue(page.lead().get(0).contains("with 2 it is no more"), page.lead().get(0));
    // Every second bug fails or warns.
    assertTrue(page.lead().get(1).contains("notices 22,"), page.lead().get(1));
    // Of the first 23, those with an even number are unnoticed.
    assertTrue(page.lead().get(2).contains("blind to 12;"), page.lead().get(2));
    assertTrue(page.lead().get(3).startsWith("All sixteen are blind to 22:"), page.lead().get(3));
    assertEquals(22, page.totals().get(GRADIENT));
    assertEquals("fail", bugs(page).get(43).accuracy().mark());
    assertEquals("4.0", bugs(page).get(43).accuracy().text());
  }

  @Test
  void rowsAreSortedByAnyColumnAndBackwards() {
    List<String> grave = column(page(true, "sort", "gradient-check"));
    assertEquals(
        List.of("fail", "warn", "inconclusive", "pass"), grave.stream().distinct().toList());
    List<String> light = column(page(true, "sort", "gradient-check", "order", "reversed"));
    assertEquals("pass", light.get(0));
    assertEquals("4.0", bugs(page(true, "sort", "accuracy")).get(0).accuracy().text());
    List<String> names =
        bugs(page(true, "sort", "name")).stream().map(GridPage.Row::title).toList();
    assertEquals(names.stream().sorted().toList(), names);
    List<Integer> counts =
        bugs(page(false, "sort", "count")).stream().map(GridPage.Row::count).toList();
    assertEquals(counts.stream().sorted(java.util.Comparator.reverseOrder()).toList(), counts);
  }

  @Test
  void aHeadingSortsAndThenTurnsRound() {
    GridPage.Head first = page(true).columns().get(GRADIENT);
    assertEquals("/bugs/grid?sort=gradient-check", first.href());
    assertEquals("", first.sorted());
    GridPage.Head again = page(true, "sort", "gradient-check").columns().get(GRADIENT);
    assertTrue(again.href().contains("order=reversed"), again.href());
    assertEquals("descending", again.sorted());
    assertEquals("ascending", page(true, "sort", "name").name().sorted());
  }

  @Test
  void everyMarkLeadsToItsEvidence() {
    GridPage.Row row = bugs(page(true, "theme", "dark")).get(0);
    String href = row.cells().get(GRADIENT).href();
    assertTrue(href.startsWith("/checks?") && href.endsWith("#gradient-check"), href);
    assertTrue(href.contains("bugs=" + Catalogue.bugs().get(0).id()), href);
    assertTrue(href.contains("theme=dark"), href);
    assertTrue(row.accuracy().href().contains("limit=8000"), row.accuracy().href());
  }

  @Test
  void halfAMeasurementLeavesTheCardsMessage() {
    Grid.Row open = new Grid.Row(null, Map.of(), Map.of(), null);
    Shell shell = Shell.of(Words.ENGLISH, "t", "", Address.of(Map.of()), "/bugs/grid", "/step");
    GridPage.State running = new GridPage.State("running", 0, 2, "", "", List.of(), "", "");
    GridPage page =
        new GridPages(shell, new Grid("made", List.of(open)), true).page(shell, "M", running);
    assertEquals(
        new GridPages(shell, new Grid("made", List.of(open)), false)
            .page(shell, "M", running)
            .lead(),
        page.lead());
    assertEquals("awaited", page.groups().get(0).rows().get(0).cells().get(0).mark());
  }
}
