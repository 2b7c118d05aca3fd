package deltascope.web;

import deltascope.bugs.Grid;
import deltascope.bugs.Measurement;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.data.Dataset;
import deltascope.web.page.Address;
import deltascope.web.page.GridPage;
import deltascope.web.page.GridPages;
import deltascope.web.page.Shell;
import deltascope.web.page.StepPage;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * {@code /bugs/grid} and {@code /api/grid}: every bug under every check, as the cards say it, or
 * measured when that is asked for with POST.
 */
final class GridRoutes {
  private static final Set<String> NAMES =
      Parameters.names(Address.WISHES, "data", "of", "sort", "order");

  private final Walks walks;
  private final Pages pages;
  private final Measurements measurements = new Measurements();

  GridRoutes(Walks walks, Pages pages) {
    this.walks = walks;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/bugs/grid", this::page);
    routes.post("/bugs/grid", this::measureAndShow);
    routes.get("/api/grid", this::json);
    routes.post("/api/grid", this::measure);
  }

  private void page(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    Dataset dataset = dataset(parameters);
    parameters.oneOf("sort", "family", GridPages.SORTS.toArray(new String[0]));
    parameters.oneOf("order", "usual", "usual", "reversed");
    boolean cards = parameters.oneOf("of", "newest", "newest", "cards").equals("cards");
    Address here = WalkPages.address(ctx, parameters);
    Words words = here.words();
    Shell shell =
        Shell.of(
            words,
            words.of("grid.document"),
            words.said(dataset.title()),
            here,
            "/bugs/grid",
            here.wishes().at("/step"));
    Measurements.State state = measurements.state(dataset);
    Grid measured = state.grid();
    Grid grid = measured == null ? new Measurement(dataset).soFar() : measured;
    pages.render(
        ctx,
        "grid.jte",
        new GridPages(shell, grid, measured != null && !cards)
            .page(shell, dataset.title(), stand(state, here, cards)));
  }

  private static GridPage.State stand(Measurements.State state, Address here, boolean cards) {
    Words words = here.words();
    boolean any = state.grid() != null;
    List<StepPage.Kept> kept = new ArrayList<>();
    for (String name : NAMES) {
      String value = here.get(name);
      if (value != null && !name.equals("of")) {
        kept.add(new StepPage.Kept(name, value));
      }
    }
    return new GridPage.State(
        state.status(),
        state.done(),
        state.total(),
        words.of("grid.state." + state.status(), state.done(), state.total()),
        "/bugs/grid",
        kept,
        !any ? "" : here.with("of", cards ? null : "cards").at("/bugs/grid"),
        words.of(cards ? "grid.show.measured" : "grid.show.cards"));
  }

  /** For browsers without scripts: begins, and shows how far it is. */
  private void measureAndShow(Context ctx) throws IOException, TimeoutException {
    String body = Body.text(ctx);
    Map<String, String> form = body.isEmpty() ? Map.of() : Parameters.query("form", body, NAMES);
    Dataset dataset = walks.library().get(form.getOrDefault("data", walks.library().defaultId()));
    measurements.begin(dataset, Measurements.READER_SECONDS);
    ctx.redirect(Address.of(form).at("/bugs/grid"), HttpStatus.SEE_OTHER);
  }

  private void measure(Context ctx) {
    Dataset dataset = dataset(new Parameters(ctx, Set.of("data")));
    ctx.status(HttpStatus.ACCEPTED);
    write(ctx, dataset, measurements.begin(dataset, Measurements.SCRIPT_SECONDS));
  }

  private void json(Context ctx) {
    Dataset dataset = dataset(new Parameters(ctx, Set.of("data")));
    write(ctx, dataset, measurements.state(dataset));
  }

  private Dataset dataset(Parameters parameters) {
    return walks.library().get(parameters.text("data", walks.library().defaultId()));
  }

  private static void write(Context ctx, Dataset dataset, Measurements.State state) {
    Grid grid = state.grid();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("data", dataset.id());
    document.put("status", state.status());
    document.put("done", state.done());
    document.put("total", state.total());
    document.put("source", grid == null ? "cards" : "measured");
    document.put(
        "rows",
        (grid == null ? new Measurement(dataset).soFar() : grid)
            .rows().stream().map(row -> row(row, grid != null)).toList());
    Json.write(ctx, document);
  }

  private static Map<String, Object> row(Grid.Row row, boolean measured) {
    Map<String, Object> document = new LinkedHashMap<>();
    var bug = row.bug();
    document.put("bug", bug == null ? "" : bug.id());
    document.put("family", bug == null ? "" : bug.card().family().id());
    document.put("scenario", row.parameters());
    Map<String, Object> checks = new LinkedHashMap<>();
    for (Check check : Checks.checks()) {
      Grid.Cell cell = row.cells().get(check.id());
      if (!measured) {
        boolean noticed = bug != null && bug.card().noticedBy().contains(check.id());
        checks.put(check.id(), Map.of("notices", noticed));
      } else if (cell != null) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("notices", cell.verdict().notices());
        said.put("verdict", cell.verdict().id());
        said.put("value", cell.value());
        said.put("detail", cell.detail());
        checks.put(check.id(), said);
      }
    }
    document.put("checks", checks);
    Grid.Learned learned = row.learned();
    if (learned != null) {
      Map<String, Object> accuracy = new LinkedHashMap<>();
      accuracy.put("verdict", learned.verdict().id());
      accuracy.put("with", learned.with());
      accuracy.put("without", learned.without());
      accuracy.put("scenario", learned.parameters());
      document.put("accuracy", accuracy);
    }
    return document;
  }
}
